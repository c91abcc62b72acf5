import { mustEpochDay } from '../../../../lib/day.ts';
import type { AccountView, Setting } from '../account-view.ts';
import type { Finding, Severity } from '../signal.ts';

/** How many weeks before the silence tell the account's rhythm. */
const RHYTHM_WEEKS = 12;
/** Half as long again as the account's usual pause is unusual. */
const UNUSUAL = 1.5;

/**
 * No usage for longer than is usual for the account, after a history of use. The days without usage must be known: each of
 * the latest weeks that make up the limit synchronised in full.
 */
export function disengagement({ usage }: AccountView, { frame, rules }: Setting): Finding[] {
  if (!frame || !usage?.lastUsedOn) return [];
  const about = { type: 'DISENGAGEMENT', subject: '' } as const;
  if (frame.isFrozen) return [{ ...about, standing: 'UNKNOWN' }];
  const { silentDays: least, leastUsedWeeks } = rules.disengagement;
  const silentDays = mustEpochDay(frame.through) - mustEpochDay(usage.lastUsedOn);
  if (silentDays < least) return [];
  const began = Math.floor(silentDays / 7);
  let [usedWeeks, ofWeeks] = [0, 0];
  const oldest = Math.min(began + RHYTHM_WEEKS, usage.weekDays.length);
  for (let week = began; week < oldest; week++) {
    const used = (usage.weekDays[week] ?? 0) > 0;
    if (!used && frame.coveredDays[week] !== 7) continue;
    ofWeeks++;
    if (used) usedWeeks++;
  }
  // The history has left the weeks that are kept: nothing that was raised is taken back for that.
  if (oldest - began < leastUsedWeeks) return [{ ...about, standing: 'UNKNOWN' }];
  if (usedWeeks < leastUsedWeeks) return oldest - began < RHYTHM_WEEKS ? [{ ...about, standing: 'UNKNOWN' }] : [];
  const usualLimit = Math.max(least, Math.ceil((UNUSUAL * 7 * ofWeeks) / usedWeeks));
  if (silentDays < usualLimit) return [];
  for (let week = 0; 7 * week < usualLimit; week++)
    if (frame.coveredDays[week] !== 7) return [{ ...about, standing: 'UNKNOWN' }];
  const { through } = frame;
  const evidence = {
    ...{ kind: 'DISENGAGEMENT', lastUsedOn: usage.lastUsedOn, through, silentDays, usualLimit, usedWeeks, ofWeeks },
  } as const;
  return [{ ...about, standing: 'HOLDS', severity: severityOf(silentDays / usualLimit), day: through, evidence }];
}

function severityOf(times: number): Severity {
  if (times >= 3) return 'CRITICAL';
  return times >= 1.5 ? 'HIGH' : 'MEDIUM';
}
