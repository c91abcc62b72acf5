import { type Day, type DayWindow, isDay, windowEnding, windowLength } from '../../../lib/day.ts';
import { err, ok, type Result } from '../../../lib/result.ts';

/** The longest range one question may cover. */
export const MAX_DAYS = 400;
/** No usage is older, and the period before the range is still in the calendar. */
const EARLIEST: Day = '1900-01-01';

export type WindowRequest = { readonly days: number; readonly from: Day | null; readonly to: Day | null };
export type WindowProblem = { readonly message: string; readonly field: string };

/** The range asked for: `from` to `to` when both are given, otherwise the last `days` full days. */
export function usageWindow(request: WindowRequest, yesterday: Day): Result<DayWindow, WindowProblem> {
  const { days, from, to } = request;
  if (from === null && to === null) {
    if (days >= 1 && days <= MAX_DAYS) return ok(windowEnding(yesterday, days));
    return err({ message: `days is 1 to ${MAX_DAYS}, not ${days}`, field: 'days' });
  }
  if (from === null) return err({ message: '`to` is given without `from`: give both, or neither', field: 'from' });
  if (to === null) return err({ message: '`from` is given without `to`: give both, or neither', field: 'to' });
  if (!isDay(from)) return err({ message: `from is not a calendar day: ${from}`, field: 'from' });
  if (!isDay(to)) return err({ message: `to is not a calendar day: ${to}`, field: 'to' });
  if (from < EARLIEST) return err({ message: `from is ${EARLIEST} or later, not ${from}`, field: 'from' });
  const length = windowLength({ from, to });
  if (length < 1) return err({ message: `from (${from}) is after to (${to})`, field: 'from' });
  if (length > MAX_DAYS)
    return err({ message: `${from} to ${to} is ${length} days; at most ${MAX_DAYS}`, field: 'from' });
  return ok({ from, to });
}
