import { nameWords, spellingOf, toKey } from '../../../lib/spelling.ts';
import { likenessOf, type NearReason, nearness } from './near-match.ts';

/** An account that may be meant. */
export type Candidate = {
  readonly accountId: string;
  readonly externalCrmId: string;
  readonly name: string;
  /** Whether usage comes under its own externalCrmId. */
  readonly hasUsage: boolean;
};

export type Suggestion = {
  readonly accountId: string;
  readonly reason: NearReason;
  readonly confidence: number;
  readonly explanation: string;
};

const MOST = 3;
const LEAST_CONFIDENCE = 0.25;
/** An account whose own id brings usage seldom has a second one. */
const HAS_USAGE = 0.7;
/** How much of its beginning a name must share with one that resembles it. */
const SHARED_START = 3;
const AFTER_EVERYTHING = '\u{10ffff}';

/** What to look for in the accounts' keys. Null finds nothing. */
export type CandidateKeys = {
  readonly bare: string;
  readonly tail: string | null;
  readonly name: string;
  /** The range of names that begin alike; null for an id that is too short or a number. */
  readonly start: string | null;
  readonly end: string | null;
};

/** Null when no account can be near the id. */
export function candidateKeys(externalId: string): CandidateKeys | null {
  const { bare, tail } = spellingOf(externalId);
  if (bare === '') return null;
  const name = toKey(nameWords(externalId).join(''));
  const characters = [...name];
  const namelike = characters.length > SHARED_START && /\p{L}/u.test(name);
  const start = namelike ? characters.slice(0, SHARED_START).join('') : null;
  return { bare: toKey(bare), tail: tail && toKey(tail.bare), name, start, end: start && start + AFTER_EVERYTHING };
}

/**
 * The accounts an id may belong to, best first. An account's confidence is the weight of what speaks for it, shared among
 * the accounts that fit equally well, and less when the account has usage of its own.
 */
export function suggest(externalId: string, candidates: readonly Candidate[]): Suggestion[] {
  const external = likenessOf(externalId, externalId);
  const near = candidates.flatMap((candidate) => {
    const found = nearness(external, likenessOf(candidate.externalCrmId, candidate.name));
    return found ? [{ candidate, ...found }] : [];
  });
  const suggestions = near.map(({ candidate, reason, weight, explanation }) => {
    const rivals = near.filter((one) => one.reason === reason && one.weight === weight).length;
    const confidence = (weight / rivals) * (candidate.hasUsage ? HAS_USAGE : 1);
    const remarks = [explanation];
    if (rivals > 1) remarks.push(`${rivals} accounts fit equally well.`);
    if (candidate.hasUsage) remarks.push('The account has usage under its own id.');
    return { candidate, reason, confidence: Math.round(confidence * 100) / 100, explanation: remarks.join(' ') };
  });
  return suggestions
    .filter(({ confidence }) => confidence >= LEAST_CONFIDENCE)
    .sort((a, b) => b.confidence - a.confidence || (a.candidate.externalCrmId < b.candidate.externalCrmId ? -1 : 1))
    .slice(0, MOST)
    .map(({ candidate: { accountId }, ...rest }) => ({ accountId, ...rest }));
}
