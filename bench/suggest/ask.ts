import type { Mapping } from '../../src/features/sources/domain/mapping.ts';
import type { Suggestion } from '../../src/features/sources/domain/suggest/suggestion.ts';
import { runJob } from './judge.ts';
import { type JudgedShape, WINDOW } from './shape.ts';

/** What the engine says; null when it says nothing, with why. */
export type Asked = { readonly suggestion: Suggestion | null; readonly why: string };

/** Asks as the mapper child is asked, so that what is measured is what a user waits for, without the way to the child. */
export function ask(shape: JudgedShape, knownIds: readonly string[], bytes: Uint8Array): Asked {
  try {
    const { descriptions, window = WINDOW } = shape;
    const result = runJob(
      { kind: 'suggest', descriptions, knownIds, window, proposed: [], first: 100, lines: null, paging: null },
      bytes,
    );
    if (!result.ok) return { suggestion: null, why: `${result.error.code}: ${result.error.message}` };
    return 'suggestion' in result
      ? { suggestion: result.suggestion, why: '' }
      : { suggestion: null, why: 'no suggestion' };
  } catch (error) {
    return { suggestion: null, why: `thrown: ${error}` };
  }
}

/** Where nothing in the answer says whose usage it is, a person has to: the bench is that person. */
export const completed = (mapping: Mapping): Mapping =>
  mapping.accountIdPath === null && (mapping.accountId ?? '') === '' ? { ...mapping, accountId: 'anyone' } : mapping;
