import type { DayWindow } from '../../../lib/day.ts';
import type { Pillar, PillarState } from '../model.ts';
import type { ScoredInput, ScoredPillar } from './score-account.ts';

/** What a score is made of, with what it was made of before. */
export type TrailPillar = Omit<ScoredPillar, 'inputs'> & {
  readonly points: number;
  /** Points of the score before; null when there was none, or the pillar had none. */
  readonly pointsBefore: number | null;
  readonly inputs: readonly TrailInput[];
};
export type TrailInput = ScoredInput & { readonly pointsBefore: number | null };

// As it is stored: lists instead of names, windows once. Thousands are written each day.
type StoredInput = readonly [
  kind: string,
  metric: string | null,
  window: number | null,
  value: number | null,
  comparison: number | null,
  score: number,
  share: number,
  points: number,
  before: number | null,
];
type StoredPillar = readonly [
  pillar: Pillar,
  state: PillarState,
  weight: number,
  appliedWeight: number,
  score: number | null,
  before: number | null,
  inputs: readonly StoredInput[],
];
type Stored = readonly [windows: readonly (readonly [string, string])[], pillars: readonly StoredPillar[]];

/** The trail of a score as it is stored, with the points of `before`. */
export function writeTrail(pillars: readonly ScoredPillar[], before: PointsBefore): unknown {
  const windows: (readonly [string, string])[] = [];
  const place = ({ from, to }: DayWindow) => {
    const known = windows.findIndex(([first, last]) => first === from && last === to);
    return known < 0 ? windows.push([from, to]) - 1 : known;
  };
  const stored = pillars.map(
    ({ pillar, state, weight, appliedWeight, score, inputs }): StoredPillar => [
      ...([pillar, state, weight, short(appliedWeight), score === null ? null : round(score)] as const),
      before.ofPillar(pillar),
      inputs.map((one) => [
        ...([one.kind, one.metric, one.window && place(one.window)] as const),
        ...([
          one.value === null ? null : short(one.value),
          one.comparison === null ? null : short(one.comparison),
        ] as const),
        ...([round(one.score), short(one.share), one.points, before.ofInput(pillar, one.kind, one.metric)] as const),
      ]),
    ],
  );
  return [windows, stored] satisfies Stored;
}

export function readTrail(trail: unknown): TrailPillar[] {
  const [windows, pillars] = trail as Stored;
  return pillars.map(([pillar, state, weight, appliedWeight, score, pointsBefore, inputs]) => {
    const read = inputs.map(([kind, metric, window, value, comparison, one, share, points, before]): TrailInput => {
      const [from, to] = (window === null ? undefined : windows[window]) ?? [];
      const days = from === undefined || to === undefined ? null : { from, to };
      return { kind, metric, window: days, value, comparison, score: one, share, points, pointsBefore: before };
    });
    return { pillar, state, weight, appliedWeight, score, points: sum(read), pointsBefore, inputs: read };
  });
}

/** What pillars and inputs brought in before. */
export type PointsBefore = {
  readonly ofPillar: (pillar: Pillar) => number | null;
  readonly ofInput: (pillar: Pillar, kind: string, metric: string | null) => number | null;
};

export const NOTHING_BEFORE: PointsBefore = { ofPillar: () => null, ofInput: () => null };

/** The points of a trail, as what was before a later one. `isSameDay`: it is replaced, and what was before it stays. */
export function pointsBefore(trail: unknown, isSameDay: boolean): PointsBefore {
  const pillars = readTrail(trail);
  const of = (one: { readonly points: number; readonly pointsBefore: number | null }) =>
    isSameDay ? one.pointsBefore : one.points;
  const byPillar = new Map(pillars.map((one) => [one.pillar, one.score === null && !isSameDay ? null : of(one)]));
  const byInput = new Map(
    pillars.flatMap(({ pillar, inputs }) =>
      inputs.map((one) => [keyOf(pillar, one.kind, one.metric), of(one)] as const),
    ),
  );
  return {
    ofPillar: (pillar) => byPillar.get(pillar) ?? null,
    ofInput: (pillar, kind, metric) => byInput.get(keyOf(pillar, kind, metric)) ?? null,
  };
}

const keyOf = (pillar: Pillar, kind: string, metric: string | null): string => `${pillar} ${kind} ${metric ?? ''}`;

/** Points are hundredths; their sums in floating point are not. */
const sum = (inputs: readonly TrailInput[]): number =>
  inputs.reduce((total, { points }) => total + Math.round(100 * points), 0) / 100;

const round = (value: number): number => Math.round(100 * value) / 100;
const short = (value: number): number => Number(value.toPrecision(6));
