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
  points: number,
  before: number | null,
  inputs: readonly StoredInput[],
];
type Stored = readonly [windows: readonly (readonly [string, string])[], pillars: readonly StoredPillar[]];

/**
 * The trail of a score as it is stored, with the points of the one before. `isReplaced`: the one before is of the same day, so
 * that it is replaced, and what was before it stays.
 */
export function writeTrail(pillars: readonly ScoredPillar[], before: unknown, isReplaced: boolean): unknown {
  const windows: (readonly [string, string])[] = [];
  const place = ({ from, to }: DayWindow) => {
    const known = windows.findIndex(([first, last]) => first === from && last === to);
    return known < 0 ? windows.push([from, to]) - 1 : known;
  };
  const earlier = before === null ? [] : (before as Stored)[1];
  const stored = pillars.map((one): StoredPillar => {
    const was = earlier.find(([pillar]) => pillar === one.pillar);
    const inputs = one.inputs.map((input, index): StoredInput => {
      const { kind, metric, window, value, comparison, score, share, points } = input;
      const wasInput = was && sameInput(was[7], kind, metric, index);
      const pointsBefore = wasInput ? (isReplaced ? wasInput[8] : wasInput[7]) : null;
      const days = window && place(window);
      return [
        kind,
        metric,
        days,
        short(value),
        short(comparison),
        round(score),
        round(share * 100),
        points,
        pointsBefore,
      ];
    });
    const { pillar, state, weight, appliedWeight, score } = one;
    const pointsBefore = was ? (isReplaced ? was[6] : was[4] === null ? null : was[5]) : null;
    const own = score === null ? null : round(score);
    return [pillar, state, weight, round(appliedWeight), own, sum(inputs), pointsBefore, inputs];
  });
  return [windows, stored] satisfies Stored;
}

/** Nearly always at the same place. */
function sameInput(inputs: readonly StoredInput[], kind: string, metric: string | null, index: number) {
  const there = inputs[index];
  if (there !== undefined && there[0] === kind && there[1] === metric) return there;
  return inputs.find((one) => one[0] === kind && one[1] === metric);
}

export function readTrail(trail: unknown): TrailPillar[] {
  const [windows, pillars] = trail as Stored;
  return pillars.map(([pillar, state, weight, appliedWeight, score, points, pointsBefore, inputs]) => ({
    ...{ pillar, state, weight, appliedWeight, score, points, pointsBefore },
    inputs: inputs.map(([kind, metric, window, value, comparison, one, share, own, before]): TrailInput => {
      const [from, to] = (window === null ? undefined : windows[window]) ?? [];
      const days = from === undefined || to === undefined ? null : { from, to };
      return {
        ...{ kind, metric, window: days, value, comparison, score: one },
        ...{ share: share / 100, points: own, pointsBefore: before },
      };
    }),
  }));
}

/** Whether a trail and one that was read back say the same: lists of lists, and what JSON has no word for is null in it. */
export function sameTrail(one: unknown, stored: unknown): boolean {
  if (one === stored) return true;
  if (typeof one === 'number') return stored === null && !Number.isFinite(one);
  if (!Array.isArray(one) || !Array.isArray(stored) || one.length !== stored.length) return false;
  for (let place = 0; place < one.length; place++) if (!sameTrail(one[place], stored[place])) return false;
  return true;
}

/** Points are hundredths; their sums in floating point are not. */
const sum = (inputs: readonly StoredInput[]): number =>
  inputs.reduce((total, input) => total + Math.round(100 * input[7]), 0) / 100;

const round = (value: number): number => Math.round(100 * value) / 100;

/** Six digits, as far as they are behind the point. */
function short(value: number | null): number | null {
  if (value === null || value === 0) return value;
  const digits = Math.max(0, Math.min(12, 5 - Math.floor(Math.log10(Math.abs(value)))));
  return Math.round(value * 10 ** digits) / 10 ** digits;
}
