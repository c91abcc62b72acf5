import { describe, expect, it } from 'vitest';
import { type AccountInput, checkAccount, tidyAccount } from '../../../src/features/accounts/domain/check-account.ts';

const GOOD: AccountInput = { externalCrmId: 'A-1', name: 'Acme' };
const problems = (changes: Partial<AccountInput>) => checkAccount({ ...GOOD, ...changes });
const nested = (depth: number): unknown => (depth === 0 ? 1 : [nested(depth - 1)]);

describe('tidyAccount', () => {
  it('trims ASCII blanks around the id and all blanks around the name, and nothing else', () => {
    const given = { externalCrmId: '\t\u00a0A 1 \n', name: '\u2003Acme Ltd\u00a0', plan: ' pro ', region: null };
    expect(tidyAccount(given)).toEqual({ ...given, externalCrmId: '\u00a0A 1', name: 'Acme Ltd' });
  });
});

describe('an account without a fault', () => {
  it.each<[string, Partial<AccountInput>]>([
    ['has an id and a name', {}],
    ['may have nulls', { plan: null, region: null, seats: null, arr: null, renewalOn: null, attributes: null }],
    ['may have an empty plan', { plan: '', region: '' }],
    ['may have no seats and owe money', { seats: 0, arr: -1 }],
    ['may have 255 characters, however many bytes', { externalCrmId: '\u{1f600}'.repeat(255), name: 'é'.repeat(255) }],
    ['may have 8 KB of attributes', { attributes: { a: 'x'.repeat(8 * 1024 - 8) } }],
    ['may have attributes nested 100 deep', { attributes: { a: nested(99) } }],
    [
      'may have attributes with odd names',
      { attributes: { '': 1, ['__proto__']: { constructor: null }, '\u{1f600}': [] } },
    ],
    ['may speak of surrogates', { attributes: { a: '\\ud800', b: '\u0001unstorable' } }],
  ])('%s', (_, changes) => expect(problems(changes)).toEqual([]));
});

describe('an account with a fault names it', () => {
  it.each<[Partial<AccountInput>, string, string]>([
    [{ externalCrmId: '' }, 'externalCrmId', 'may not be empty'],
    [{ name: '' }, 'name', 'may not be empty'],
    [{ name: 'x'.repeat(256) }, 'name', 'at most 255 characters'],
    [{ plan: '\u{1f600}'.repeat(256) }, 'plan', 'at most 255 characters'],
    [{ region: '\0' }, 'region', 'cannot be stored'],
    [{ seats: -1 }, 'seats', '0 or more'],
    [{ arr: Number.NaN }, 'arr', 'a finite number'],
    [{ arr: Number.POSITIVE_INFINITY }, 'arr', 'a finite number'],
    [{ attributes: { a: 'x'.repeat(8 * 1024 - 7) } }, 'attributes', 'at most 8 KB'],
    [{ attributes: { a: 'é'.repeat(5_000) } }, 'attributes', 'at most 8 KB'],
    [{ attributes: { a: [{ b: ['\0'] }] } }, 'attributes', 'cannot be stored'],
    [{ attributes: { a: [{ '\udc00': 1 }] } }, 'attributes', 'cannot be stored'],
    [{ attributes: { a: nested(101) } }, 'attributes', 'nested at most 100 deep'],
    [
      { attributes: { a: JSON.parse('['.repeat(200_000) + ']'.repeat(200_000)) } },
      'attributes',
      'nested at most 100 deep',
    ],
  ])('%#', (changes, field, message) => {
    expect(problems(changes)).toEqual([{ field, message: expect.stringContaining(message) }]);
  });

  it('and every other one', () => {
    const changes = { externalCrmId: '', name: '\0', seats: -1, arr: Number.NaN };
    expect(problems(changes).map((problem) => problem.field)).toEqual(['externalCrmId', 'name', 'seats', 'arr']);
  });
});
