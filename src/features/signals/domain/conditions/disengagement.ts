import { mustEpochDay } from '../../../../lib/day.ts';
import type { AccountView, Setting } from '../account-view.ts';
import type { DisengagementEvidence } from '../evidence.ts';
import type { Finding, Severity } from '../signal.ts';
import { wentMissing } from '../usage-change.ts';
import { FRAME_WEEKS, rawValue, type UsageFrame, type UsageHistory } from '../usage-frame.ts';

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
  if (frame.isFrozen || frame.metrics.some(wentMissing)) return [{ ...about, standing: 'UNKNOWN' }];
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
  if (!usedSomething(usage, frame, began)) return [];
  const usualLimit = Math.max(least, Math.ceil((UNUSUAL * 7 * ofWeeks) / usedWeeks));
  if (silentDays < usualLimit) return [];
  for (let week = 0; 7 * week < usualLimit; week++)
    if (frame.coveredDays[week] !== 7) return [{ ...about, standing: 'UNKNOWN' }];
  const { through } = frame;
  const evidence: DisengagementEvidence = {
    ...{ kind: 'DISENGAGEMENT', lastUsedOn: usage.lastUsedOn, through, silentDays, usualLimit, usedWeeks, ofWeeks },
  };
  return [{ ...about, standing: 'HOLDS', severity: severityOf(silentDays / usualLimit), day: through, evidence }];
}

/** Before the silence, of what still counts: who used nothing but a metric that was removed has not gone away. */
function usedSomething(usage: UsageHistory, { metrics }: UsageFrame, began: number): boolean {
  if (began >= FRAME_WEEKS) return true;
  return metrics.some(({ slot }) => {
    for (let week = began; week < FRAME_WEEKS; week++) if (rawValue(usage, slot, week) > 0) return true;
    return false;
  });
}

function severityOf(times: number): Severity {
  if (times >= 3) return 'CRITICAL';
  return times >= 1.5 ? 'HIGH' : 'MEDIUM';
}
