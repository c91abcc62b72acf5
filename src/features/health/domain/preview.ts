import type { HealthBand } from '../model.ts';
import { PILLARS, type Pillar } from './pillars.ts';

/** An account's score under one model, as far as comparing goes. */
export type Outlook = {
  readonly score: number | null;
  readonly band: HealthBand | null;
  /** What each pillar brings in. */
  readonly points: Readonly<Partial<Record<Pillar, number>>>;
};

export type Mover = {
  readonly accountId: string;
  readonly scoreBefore: number;
  readonly scoreAfter: number;
  readonly bandBefore: HealthBand;
  readonly bandAfter: HealthBand;
  /** Whose points change most. */
  readonly pillar: Pillar;
};

export type ModelPreview = {
  readonly scoredCount: number;
  readonly bandChangeCount: number;
  readonly meanChange: number | null;
  readonly bands: readonly { readonly band: HealthBand | null; readonly before: number; readonly after: number }[];
  readonly moves: readonly {
    readonly before: HealthBand | null;
    readonly after: HealthBand | null;
    readonly count: number;
  }[];
  readonly largestMovers: readonly Mover[];
};

const MOST_MOVERS = 20;
const BANDS = ['POOR', 'STABLE', 'HEALTHY', null] as const;

/** Adds up what a change of the model does, account by account. */
export function createPreview() {
  const counts = new Map<string, number>();
  let movers: Mover[] = [];
  let [sum, both] = [0, 0];
  const keyOf = (before: HealthBand | null, after: HealthBand | null) => `${before} ${after}`;
  const countOf = (before: HealthBand | null, after: HealthBand | null) => counts.get(keyOf(before, after)) ?? 0;
  const total = (pairs: readonly (readonly [HealthBand | null, HealthBand | null])[]) =>
    pairs.reduce((all, [before, after]) => all + countOf(before, after), 0);
  const pairs = BANDS.flatMap((before) => BANDS.map((after) => [before, after] as const));

  const add = (accountId: string, before: Outlook, after: Outlook): void => {
    counts.set(keyOf(before.band, after.band), countOf(before.band, after.band) + 1);
    if (before.score === null || after.score === null || !before.band || !after.band) return;
    sum += after.score - before.score;
    both++;
    if (after.score === before.score) return;
    movers.push({
      accountId,
      scoreBefore: before.score,
      scoreAfter: after.score,
      bandBefore: before.band,
      bandAfter: after.band,
      pillar: movedMost(before.points, after.points),
    });
    // Now and then, so that neither many movers are kept nor all are sorted each time.
    if (movers.length > 10 * MOST_MOVERS) movers = largest(movers);
  };
  const read = (): ModelPreview => ({
    scoredCount: total(pairs) - countOf(null, null),
    bandChangeCount: total(pairs.filter(([before, after]) => before !== after)),
    meanChange: both === 0 ? null : sum / both,
    bands: BANDS.map((band) => ({
      band,
      before: total(pairs.filter(([before]) => before === band)),
      after: total(pairs.filter(([, after]) => after === band)),
    })),
    moves: pairs.flatMap(([before, after]) => {
      const count = countOf(before, after);
      return count === 0 ? [] : [{ before, after, count }];
    }),
    largestMovers: largest(movers),
  });
  return { add, read };
}

/** Ties by id, so that the same preview shows the same accounts. */
const largest = (movers: readonly Mover[]): Mover[] =>
  [...movers].sort((a, b) => changeOf(b) - changeOf(a) || (a.accountId < b.accountId ? -1 : 1)).slice(0, MOST_MOVERS);

const changeOf = ({ scoreBefore, scoreAfter }: Mover): number => Math.abs(scoreAfter - scoreBefore);

function movedMost(before: Outlook['points'], after: Outlook['points']): Pillar {
  let most: { pillar: Pillar; change: number } = { pillar: 'ADOPTION', change: -1 };
  for (const pillar of PILLARS) {
    const change = Math.abs((after[pillar] ?? 0) - (before[pillar] ?? 0));
    if (change > most.change) most = { pillar, change };
  }
  return most.pillar;
}
