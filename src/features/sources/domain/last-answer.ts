import type { Day, DayWindow } from '../../../lib/day.ts';
import { syncedThrough } from './daily.ts';
import type { ExtractResult } from './mapper-job.ts';

/** What was read of an answer, as far as a run is ended with it. */
export type ReadAnswer = Pick<
  Extract<ExtractResult, { ok: true }>,
  'bytes' | 'counts' | 'problems' | 'shape' | 'lastDay' | 'notices'
>;

/**
 * The answer that was stored last: enough to know it when it comes again, and to end that run as if it had been stored again.
 * There is one for each source, and not one for each window: what was stored in between may be of the same days.
 */
export type LastAnswer = {
  readonly reader: number;
  readonly configVersion: number;
  readonly window: DayWindow;
  /** Up to which day the window counted as synchronised. */
  readonly synced: Day | null;
  /** Account-days it brought. */
  readonly stored: number;
  readonly tag: string | null;
  readonly blocks: readonly string[];
  readonly read: ReadAnswer;
};

/** To be raised when an answer is read otherwise than before: what was made of it then is no longer what would be made now. */
export const READER = 1;

/** Whether this answer, come again for this window, would change nothing. */
export function isRepeatable(
  { reader, configVersion, window, synced, read }: LastAnswer,
  asked: { readonly configVersion: number; readonly window: DayWindow; readonly now: Date },
): boolean {
  if (reader !== READER || configVersion !== asked.configVersion) return false;
  if (window.from !== asked.window.from || window.to !== asked.window.to) return false;
  // Days that time alone makes count as synchronised move the figures.
  return syncedThrough(window, read.lastDay, asked.now) === synced;
}
