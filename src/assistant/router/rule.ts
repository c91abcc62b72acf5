import type { IntentKind } from './intent.ts';

/** What a question says by itself; the others come of what it leaves out. */
export type AskedKind = Exclude<IntentKind, 'FOLLOW_UP' | 'UNKNOWN' | 'WORKSPACE_USAGE'>;
/**
 * How much speaks for an intent where a question has this shape. In it @a stands for an account's name, @m for a metric, @p for a
 * period, @s for a signal, and @x for a word that is not known.
 */
export type Rule = readonly [kind: AskedKind, weight: number, shape: RegExp];

export const DOWN =
  '(?:drop|drops|dropped|dropping|fall|falls|fell|fallen|falling|declines?|declined|declining|decreas\\w+|decrease|los(?:e|es|t|ing)|losers?|shrink|shrinks|shrinking|shrank|shrunk|slump\\w*|plunged|down|downward|reduced)';
export const UP =
  '(?:grow|grows|grew|grown|growing|growth|gain|gains|gained|gaining|gainers?|rise|rises|rose|risen|rising|increas\\w+|increase|climb\\w*|jump\\w*|surge\\w*|up|upward|improv\\w+)';
export const MANY = '(?:accounts|customers|clients|companies|users|organi[sz]ations|tenants|teams|logos)';
