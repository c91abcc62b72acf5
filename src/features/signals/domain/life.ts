import type { Day } from '../../../lib/day.ts';
import type { Evidence } from './evidence.ts';
import { sameJson } from './same-json.ts';
import { type Finding, keyOf, type Severity, type Signal } from './signal.ts';

/** A signal that is not resolved, as far as an evaluation needs it. */
export type LiveSignal = Pick<
  Signal,
  'id' | 'accountId' | 'type' | 'subject' | 'severity' | 'state' | 'evidence' | 'snoozedUntil'
>;

type Shown = { readonly severity: Severity; readonly evidence: Evidence };
export type Raise = Shown & Pick<Signal, 'accountId' | 'type' | 'subject'> & { readonly day: Day };

/** What becomes of an account's signals. */
export type Turns = {
  readonly raise: readonly Raise[];
  readonly update: readonly (Shown & { readonly id: string })[];
  /** Snoozed ones whose time has come. */
  readonly wake: readonly string[];
  readonly resolve: readonly string[];
};

/** One episode is one signal: it is raised once, lasts while it is found, and ends when it is found no more. */
export function turnsOf(
  accountId: string,
  live: readonly LiveSignal[],
  findings: readonly Finding[],
  now: Date,
): Turns {
  const found = new Map(findings.map((finding) => [keyOf(finding), finding]));
  const update: (Shown & { readonly id: string })[] = [];
  const [wake, resolve]: [string[], string[]] = [[], []];
  const known = new Set<string>();
  for (const signal of live) {
    const key = keyOf(signal);
    known.add(key);
    const finding = found.get(key);
    if (!finding) {
      resolve.push(signal.id);
      continue;
    }
    if (signal.state === 'SNOOZED' && signal.snoozedUntil && signal.snoozedUntil <= now) wake.push(signal.id);
    if (finding.standing === 'UNKNOWN') continue;
    const { severity, evidence } = finding;
    if (severity !== signal.severity || !sameJson(evidence, signal.evidence))
      update.push({ id: signal.id, severity, evidence });
  }
  const raise = findings.flatMap((finding): Raise[] => {
    if (finding.standing !== 'HOLDS' || known.has(keyOf(finding))) return [];
    const { type, subject, severity, evidence, day } = finding;
    return [{ accountId, type, subject, severity, evidence, day }];
  });
  return { raise, update, wake, resolve };
}
