import { masked, QUOTED, secretFinder } from '../../../lib/find-secrets.ts';
import { writingsOf } from '../../../lib/secret-writings.ts';
import { visible } from '../../../lib/text.ts';

/** How much of an answer is kept, in characters. */
const KEPT = 1_024;
/** Shorter parts of a path guard nothing. */
const SHORTEST = 6;

/** Takes out of a text whatever of the URL may be a secret: each part of its path and query that could be a key. */
export function answerRedactor(url: string, secrets: readonly string[]): (text: string) => string {
  const { pathname, searchParams } = new URL(url);
  const segments = pathname.split('/').flatMap(asWritten);
  const values = [...searchParams.values()].flatMap(asWritten);
  const found = [
    ...segments.filter((part) => part.length >= SHORTEST && !isPlainWord(part)),
    ...values.filter((part) => part.length >= 4 && !isPlainWord(part)),
    ...secrets.flatMap((secret) => [secret, secret.slice(secret.indexOf('_') + 1)]),
  ];
  const find = secretFinder([...new Set(found)].map((value) => ({ value, writings: writingsOf(value) })));
  return (text) => masked(text, find(text, QUOTED));
}

/** The beginning of an answer, to show. Cut only after what is secret in it is gone: half a secret would not be found. */
export const shownAnswer = (text: string, redact: (text: string) => string): string => visible(redact(text), KEPT);

/** `webhooks`, `crm-inbox`, `v2`: in half of all URLs, and no secret. */
const isPlainWord = (text: string): boolean => /^[a-z]{1,12}(?:[-_.][a-z]{1,12}){0,2}\d{0,2}$/.test(text);

function asWritten(text: string): string[] {
  try {
    return [text, decodeURIComponent(text)];
  } catch {
    return [text];
  }
}
