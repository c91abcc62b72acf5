import type { Day } from '../../../lib/day.ts';
import { isLongerThan, isStorable } from '../../../lib/text.ts';

export type FieldProblem = { readonly field: string; readonly message: string };
export type Check = FieldProblem | null;

const MAX_ID = 255;
const MAX_TEXT = 1_000;
/** Older than anybody's records. */
const FIRST_DAY = '1970-01-01';
/** Clocks differ. */
const TOLERANCE_MS = 5 * 60_000;

export const problems = (checks: readonly Check[]): FieldProblem[] => checks.filter((check) => check !== null);

export function checkId(field: string, value: string): Check {
  if (value === '') return { field, message: `${field} may not be empty` };
  if (isLongerThan(value, MAX_ID)) return { field, message: `${field} has at most ${MAX_ID} characters` };
  return isStorable(value) ? null : { field, message: `${field} contains a character that cannot be stored` };
}

export function checkText(field: string, value: string | null): Check {
  if (value === null) return null;
  if (isLongerThan(value, MAX_TEXT)) return { field, message: `${field} has at most 1,000 characters` };
  return isStorable(value) ? null : { field, message: `${field} contains a character that cannot be stored` };
}

/** What has not happened yet is no fact. */
export function checkDay(field: string, day: Day | null, today: Day): Check {
  if (day === null) return null;
  if (day > today) return { field, message: `${field} is ${day}, in the future; today is ${today} (UTC)` };
  return day < FIRST_DAY ? { field, message: `${field} is ${FIRST_DAY} or later` } : null;
}

export function checkInstant(field: string, at: Date, now: Date): Check {
  if (at.getTime() > now.getTime() + TOLERANCE_MS) {
    return { field, message: `${field} is in the future; it is ${now.toISOString()} now` };
  }
  return at.getTime() < 0 ? { field, message: `${field} is ${FIRST_DAY} or later` } : null;
}

export function checkNumber(field: string, value: number | null, most = Number.MAX_VALUE): Check {
  if (value === null || (value >= 0 && value <= most)) return null;
  return { field, message: most === 1 ? `${field} is between 0 and 1` : `${field} is a finite number, 0 or more` };
}
