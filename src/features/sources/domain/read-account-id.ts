import { isLongerThan, isStorable, trimAsciiBlanks } from '../../../lib/text.ts';

export type AccountIdMistake = { readonly message: string; readonly hint: string };

/** What the store's column takes; counted in characters, not bytes. */
const MAX_ACCOUNT_ID_LENGTH = 255;

const NOT_AN_ID = mistake(
  'account_id: not a text or an integer',
  'account_id_path must give one text or one whole number.',
);
const NOT_EXACT = mistake(
  'account_id: integer too large to be exact',
  'JSON numbers keep 15 digits: let the endpoint send the id as a text.',
);
const TOO_LONG = mistake(`account_id: longer than ${MAX_ACCOUNT_ID_LENGTH} characters`, 'Choose a shorter identifier.');
const BROKEN = mistake(
  'account_id: not valid text',
  'It holds a NUL character or half of a surrogate pair, which no database stores.',
);

/** The trimmed id; null when the row has none and is skipped; or why what it has is not one. */
export function readAccountId(value: unknown): string | AccountIdMistake | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number')
    return Number.isSafeInteger(value) ? String(value) : Number.isInteger(value) ? NOT_EXACT : NOT_AN_ID;
  if (typeof value !== 'string') return NOT_AN_ID;
  const id = trimAsciiBlanks(value);
  if (id === '') return null;
  if (isLongerThan(id, MAX_ACCOUNT_ID_LENGTH)) return TOO_LONG;
  return isStorable(id) ? id : BROKEN;
}

function mistake(message: string, hint: string): AccountIdMistake {
  return { message, hint };
}
