import type { Day } from '../../../lib/day.ts';
import { isStorable, trimAsciiBlanks } from '../../../lib/text.ts';

/** One account as a caller gives it: undefined keeps what is stored, null clears it. */
export type AccountInput = {
  readonly externalCrmId: string;
  readonly name: string;
  readonly plan?: string | null | undefined;
  readonly region?: string | null | undefined;
  readonly seats?: number | null | undefined;
  readonly arr?: number | null | undefined;
  readonly renewalOn?: Day | null | undefined;
  readonly attributes?: Record<string, unknown> | null | undefined;
};

export type FieldProblem = { readonly field: string; readonly message: string };

const MAX_TEXT = 255;
const MAX_ATTRIBUTES_BYTES = 8 * 1024;

/** The account with blanks around its id and name trimmed. */
export const tidyAccount = (input: AccountInput): AccountInput => ({
  ...input,
  externalCrmId: trimAsciiBlanks(input.externalCrmId),
  name: input.name.trim(),
});

/** Everything that keeps a tidied account from being stored. */
export function checkAccount(input: AccountInput): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const text = (field: 'externalCrmId' | 'name' | 'plan' | 'region', least: number) => {
    const value = input[field];
    if (value === null || value === undefined) return;
    if (value.length < least) problems.push({ field, message: `${field} may not be empty` });
    else if (value.length > MAX_TEXT) problems.push({ field, message: `${field} has at most ${MAX_TEXT} characters` });
    else if (!isStorable(value)) problems.push({ field, message: `${field} contains a character that cannot be stored` });
  };
  text('externalCrmId', 1);
  text('name', 1);
  text('plan', 0);
  text('region', 0);
  if (typeof input.seats === 'number' && input.seats < 0) {
    problems.push({ field: 'seats', message: 'seats is 0 or more' });
  }
  if (typeof input.arr === 'number' && !Number.isFinite(input.arr)) {
    problems.push({ field: 'arr', message: 'arr is a finite number' });
  }
  const attributes = checkAttributes(input.attributes ?? {});
  if (attributes) problems.push({ field: 'attributes', message: attributes });
  return problems;
}

function checkAttributes(attributes: Record<string, unknown>): string | null {
  const json = JSON.stringify(attributes, (_key, value) => {
    return typeof value === 'string' && !isStorable(value) ? '\u0001unstorable' : value;
  });
  if (json.includes('\\u0001unstorable') || !Object.keys(attributes).every(isStorable)) {
    return 'attributes contain a character that cannot be stored';
  }
  if (Buffer.byteLength(json) > MAX_ATTRIBUTES_BYTES) return 'attributes have at most 8 KB as JSON';
  return null;
}
