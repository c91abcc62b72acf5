import { describe, expect, it } from 'vitest';
import { type Candidate, candidateKeys, suggest } from '../../../src/features/usage/domain/suggest.ts';

const account = (externalCrmId: string, changes: Partial<Candidate> = {}): Candidate => ({
  accountId: `acc_${externalCrmId}`,
  externalCrmId,
  name: `The one called ${externalCrmId}`,
  hasUsage: false,
  ...changes,
});
const told = (id: string, candidates: readonly Candidate[]) =>
  suggest(id, candidates).map(({ accountId, reason, confidence }) => [accountId.slice(4), reason, confidence]);

describe('suggestions', () => {
  it('come best first, three at most, whatever order the candidates have', () => {
    const candidates = ['A 42', 'crm_a42', 'a.42', 'A42', '99'].map((id) => account(id));
    const expected = [
      ['A42', 'CASE', 0.95],
      ['crm_a42', 'PREFIX', 0.75],
      ['A 42', 'BLANKS', 0.45],
    ];
    expect(told('a42', candidates)).toEqual(expected);
    expect(told('a42', candidates.toReversed())).toEqual(expected);
  });

  it('share their confidence when accounts fit equally well, and vanish when too many do', () => {
    const prefixed = ['crm_42', 'sf_42', 'hs_42', 'zd_42'].map((id) => account(id));
    expect(told('42', prefixed.slice(0, 1))).toEqual([['crm_42', 'PREFIX', 0.75]]);
    expect(told('42', prefixed.slice(0, 2))).toEqual([
      ['crm_42', 'PREFIX', 0.38],
      ['sf_42', 'PREFIX', 0.38],
    ]);
    expect(told('42', prefixed.slice(0, 3)).map(([, , confidence]) => confidence)).toEqual([0.25, 0.25, 0.25]);
    expect(told('42', prefixed)).toEqual([]);
  });

  it('are less likely for an account with usage of its own', () => {
    expect(told('acme', [account('Acme', { hasUsage: true }), account('ACME')])).toEqual([
      ['ACME', 'CASE', 0.48],
      ['Acme', 'CASE', 0.33],
    ]);
    expect(told('42', [account('A42', { hasUsage: true })])).toEqual([['A42', 'PREFIX', 0.42]]);
  });

  it('say why', () => {
    const [first, second] = suggest('acme', [account('Acme', { hasUsage: true }), account('ACME')]);
    expect(first?.explanation).toBe(
      "Equal to the account's externalCrmId but for upper and lower case. 2 accounts fit equally well.",
    );
    expect(second?.explanation).toBe(`${first?.explanation} The account has usage under its own id.`);
    expect(suggest('globax', [account('1', { name: 'Globex' })])[0]?.explanation).toBe(
      "Resembles the account's name (similarity 0.93).",
    );
  });

  it('are none without candidates, or near ones', () => {
    expect(suggest('acme', [])).toEqual([]);
    expect(suggest('acme', [account('zebra')])).toEqual([]);
  });

  it('take no time to speak of, whatever the names', () => {
    const hostile = ['\ufdfa'.repeat(250), 'a-'.repeat(120), '\0'.repeat(200), 'ab c'.repeat(31), '('.repeat(255)];
    const candidates = hostile.flatMap((text) =>
      Array.from({ length: 12 }, (_, index) => account(`${text}${index}`, { name: text })),
    );
    const started = performance.now();
    for (const text of hostile) suggest(text, candidates);
    expect(performance.now() - started).toBeLessThan(500);
  });
});

describe('what an id is looked up by', () => {
  it.each([
    ['ACME-001', { bare: 'acme001', tail: '1', name: 'acme001', start: 'acm', end: 'acm\u{10ffff}' }],
    ['0042', { bare: '42', tail: null, name: '0042', start: null, end: null }],
    ['Acme, Inc.', { bare: 'acmeinc', tail: 'inc', name: 'acme', start: 'acm', end: 'acm\u{10ffff}' }],
    ['abc', { bare: 'abc', tail: null, name: 'abc', start: null, end: null }],
    ['---', null],
    ['x'.repeat(129), null],
    ['\0', null],
  ])('%j', (id, keys) => {
    expect(candidateKeys(id)).toEqual(keys);
  });
});
