import { addDays, type DayWindow, windowLength } from '../../../lib/day.ts';
import type { Slots } from '../intent.ts';
import { span } from '../say.ts';

/** As many as the tools take. */
const MOST_DAYS = 400;

export type ChosenDays = {
  /** What a tool takes; empty for its usual 30 days. */
  readonly input: Partial<DayWindow>;
  /** What to say of the choice, such as that a period was cut. */
  readonly notes: readonly string[];
};

/** The days of the period that was asked for. */
export function chooseDays({ periods }: Slots, most = MOST_DAYS): ChosenDays {
  const [period] = periods;
  if (!period) return { input: {}, notes: [] };
  if (!period.days) return { input: {}, notes: [noDayYet(period.label)] };
  const { days, isCut } = cut(period.days, most);
  return {
    input: days,
    notes: isCut ? [`That is more than ${most} days; these are the last of them, ${span(days)}.`] : [],
  };
}

export const noDayYet = (label: string): string =>
  `Of ${label} no full day (UTC) is over yet, so these are the last 30 days.`;

export function cut(days: DayWindow, most: number): { readonly days: DayWindow; readonly isCut: boolean } {
  if (windowLength(days) <= most) return { days, isCut: false };
  return { days: { from: addDays(days.to, 1 - most), to: days.to }, isCut: true };
}
