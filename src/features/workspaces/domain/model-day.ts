import { addDays, type Day, dayOfInstant } from '../../../lib/day.ts';

/** The UTC day whose budget a call at that moment is taken from. */
export const modelDay = (now: Date): Day => dayOfInstant(now.getTime());

export const modelDayEnd = (day: Day): Date => new Date(`${addDays(day, 1)}T00:00:00Z`);
