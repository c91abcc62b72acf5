import type { Day } from '../../../lib/day.ts';
import { isLongerThan, isStorable, trimAsciiBlanks } from '../../../lib/text.ts';

/** One account as a caller gives it: undefined keeps what is stored, null clears it. */
export type AccountInput = {
  readonly externalCrmId: string;
  readonly name: string;
  readonly plan?: string | null | undefined;
  readonly region?: string | null | undefined;
  readonly owner?: string | null | undefined;
  readonly seats?: number | null | undefined;
  readonly arr?: number | null | undefined;
  readonly renewalOn?: Day | null | undefined;
  readonly attributes?: Record<string, unknown> | null | undefined;
};

export type FieldProblem = { readonly field: string; readonly message: string };

const MAX_TEXT = 255;
const MAX_ATTRIBUTES_BYTES = 8 * 1024;
/** Deeper than anybody writes, and far from where parsers and serializers run out of stack. */
const MAX_ATTRIBUTES_DEPTH = 100;

/** The account with blanks around its id and name trimmed. */
export const tidyAccount = (input: AccountInput): AccountInput => ({
  ...input,
  externalCrmId: trimAsciiBlanks(input.externalCrmId),
  name: input.name.trim(),
});

/** Everything that keeps a tidied account from being stored. */
export function checkAccount(input: AccountInput): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const text = (field: 'externalCrmId' | 'name' | 'plan' | 'region' | 'owner', least: number) => {
    const value = input[field];
    if (value === null || value === undefined) return;
    if (value.length < least) problems.push({ field, message: `${field} may not be empty` });
    else if (isLongerThan(value, MAX_TEXT))
      problems.push({ field, message: `${field} has at most ${MAX_TEXT} characters` });
    else if (!isStorable(value))
      problems.push({ field, message: `${field} contains a character that cannot be stored` });
  };
  text('externalCrmId', 1);
  text('name', 1);
  text('plan', 0);
  text('region', 0);
  text('owner', 0);
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
  let level: unknown[] = [attributes];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > MAX_ATTRIBUTES_DEPTH) return `attributes are nested at most ${MAX_ATTRIBUTES_DEPTH} deep`;
    if (!level.every(isStorableValue)) return 'attributes contain a character that cannot be stored';
    level = level.flatMap((value) => (typeof value === 'object' && value !== null ? Object.values(value) : []));
  }
  if (Buffer.byteLength(JSON.stringify(attributes)) > MAX_ATTRIBUTES_BYTES)
    return 'attributes have at most 8 KB as JSON';
  return null;
}

/** The value itself and its own keys, not what is in it. */
function isStorableValue(value: unknown): boolean {
  if (typeof value === 'string') return isStorable(value);
  return typeof value !== 'object' || value === null || Array.isArray(value) || Object.keys(value).every(isStorable);
}
