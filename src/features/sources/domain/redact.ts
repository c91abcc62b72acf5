import { MASK, masked, QUOTED, SHORTENED, secretFinder } from '../../../lib/find-secrets.ts';
import { writingsOf } from '../../../lib/secret-writings.ts';
import type { RequestSecrets } from './endpoint.ts';
import { CALENDAR_DAY, SHORTEST_SECRET, secretValues } from './secret-values.ts';
import { scalarJson } from './shorten.ts';

/** Takes the secrets of a request out of what comes back for it, however they are written there. */
export type Redactor = {
  /** A sentence of ours, which may quote a stretch out of the middle of an answer. */
  readonly text: (text: string) => string;
  /** Every text inside a value, as it is built by us: names and numbers stay, and so do calendar days. */
  readonly texts: <T>(value: T) => T;
  /** A JSON text as an endpoint wrote it: names and numbers may be secrets, too. Stays JSON. */
  readonly json: (json: string) => string;
};

/**
 * What is stored as usage does not pass here: an account id or a figure that an endpoint sends is data, whatever it equals.
 *
 * @param others secrets beside those that are stored: typed into the address, or tokens that were issued
 */
export function redactor(secrets: RequestSecrets, others: readonly string[] = []): Redactor {
  const values = secretValues(secrets, others);
  if (values.length === 0) return { text: (text) => text, texts: (value) => value, json: (json) => json };
  const find = secretFinder(values.map((value) => ({ value, writings: writingsOf(value) })));
  const value = (whole: string) => masked(whole, find(whole, SHORTENED));
  return {
    text: (whole) => masked(whole, find(whole, QUOTED)),
    texts: (whole) => withTexts(whole, value),
    json: (json) => maskedJson(json, value),
  };
}

function withTexts<T>(value: T, text: (whole: string) => string): T;
function withTexts(value: unknown, text: (whole: string) => string): unknown {
  if (typeof value === 'string') return CALENDAR_DAY.test(value) ? value : text(value);
  if (Array.isArray(value)) return value.map((item) => withTexts(item, text));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, withTexts(item, text)]));
}

function maskedJson(json: string, text: (whole: string) => string): string {
  let hit = false;
  const seen = (before: string, after: string) => {
    if (before !== after) hit = true;
    return after;
  };
  const write = (value: unknown): string => {
    if (typeof value === 'string') return JSON.stringify(seen(value, text(value)));
    if (typeof value === 'number') return writeNumber(scalarJson(value));
    if (Array.isArray(value)) return `[${value.map(write).join(',')}]`;
    if (typeof value !== 'object' || value === null) return scalarJson(value);
    return writeObject(Object.entries(value));
  };
  const writeNumber = (digits: string): string =>
    digits.length >= SHORTEST_SECRET && seen(digits, text(digits)) !== digits ? JSON.stringify(MASK) : digits;
  const writeObject = (entries: readonly [string, unknown][]): string => {
    const names = new Set<string>();
    const parts = entries.map(([name, value]) => {
      let shown = seen(name, text(name));
      // Two names may become one.
      while (names.has(shown)) shown += '*';
      names.add(shown);
      return `${JSON.stringify(shown)}:${write(value)}`;
    });
    return `{${parts.join(',')}}`;
  };
  const written = write(JSON.parse(json));
  return hit ? written : json;
}
