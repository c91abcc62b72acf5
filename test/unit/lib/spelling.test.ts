import { describe, expect, it } from 'vitest';
import { nameWords, spellingOf, toKey } from '../../../src/lib/spelling.ts';

describe('the spelling of an id', () => {
  it.each([
    ['ACME-001', { caseless: 'acme-001', plain: 'acme-001', squashed: 'acme001', bare: 'acme001' }],
    ['Straße', { caseless: 'strasse', squashed: 'strasse' }],
    ['ΟΔΟΣ', { caseless: 'οδοσ', squashed: 'οδοσ' }],
    ['οδός', { caseless: 'οδόσ', plain: 'οδοσ' }],
    ['Müller', { caseless: 'müller', plain: 'muller', squashed: 'muller' }],
    ['Mu\u0308ller', { plain: 'muller' }],
    ['İSTANBUL', { plain: 'istanbul' }],
    ['ＡＣＭＥ　４２', { plain: 'acme 42', squashed: 'acme42' }],
    ['Й', { plain: 'и' }],
    ['が', { squashed: 'か\u3099' }],
    ['株式会社', { squashed: '株式会社' }],
    ['कि', { squashed: 'कि' }],
    ['0042', { squashed: '0042', bare: '42' }],
    ['00-42', { squashed: '0042', bare: '42' }],
    ['000', { bare: '0' }],
    ['0', { bare: '0' }],
    ['0x42', { bare: '0x42' }],
    ['--- ...', { squashed: '', bare: '', tail: null }],
    ['\u{1f600}', { squashed: '', bare: '' }],
    ['', { caseless: '', squashed: '', bare: '', tail: null }],
  ])('%j', (text, expected) => {
    expect(spellingOf(text)).toMatchObject(expected);
  });

  it.each([
    ['crm_42', '42', true],
    ['sf-0042', '42', true],
    ['CRM: 42', '42', true],
    ['id/a-7', 'a7', true],
    ['acct-acme', 'acme', true],
    ['A 42', '42', true],
    ['A42', '42', false],
    ['cus0042', '42', false],
    ['acme-ag', null],
    ['42-crm', null],
    ['42', null],
    ['acme', null],
    ['crm_', null],
    ['_42', null],
    ['a2b42', null],
    [`${'a'.repeat(17)}-42`, null],
    [`${'a'.repeat(17)}42`, null],
  ])('what follows the prefix of %j is %j', (text, bare, separated?: boolean) => {
    expect(spellingOf(text).tail).toEqual(bare === null ? null : { bare, separated });
  });

  it('leaves nothing of a text that is very long, or becomes so', () => {
    const nothing = { plain: '', squashed: '', bare: '', tail: null };
    expect(spellingOf('a'.repeat(128)).squashed).toBe('a'.repeat(128));
    expect(spellingOf('a'.repeat(129))).toEqual({ ...nothing, caseless: 'a'.repeat(129) });
    expect(spellingOf('\ufdfa'.repeat(100))).toMatchObject(nothing);
    expect(nameWords('a'.repeat(129))).toEqual([]);
  });
});

describe('the words of a name', () => {
  it.each([
    ['Acme, Inc.', ['acme']],
    ['acme-inc', ['acme']],
    ['ACME  Robotics GmbH & Co. KG', ['acme', 'robotics']],
    ['Café Noir S.A.', ['cafe', 'noir']],
    ['Pane e Vino s.r.l.', ['pane', 'e', 'vino']],
    ['AG Consulting', ['ag', 'consulting']],
    ['Vitamin C', ['vitamin', 'c']],
    ['Inc.', ['inc']],
    ['S.A.', ['sa']],
    ['Ltd Ltd', ['ltd']],
    ['株式会社 東京', ['株式会社', '東京']],
    ['…', []],
  ])('%j', (name, words) => {
    expect(nameWords(name)).toEqual(words);
  });
});

it('a key is the beginning of a long text, in whole characters', () => {
  expect(toKey('acme')).toBe('acme');
  expect(toKey('a'.repeat(65))).toBe('a'.repeat(64));
  expect(toKey('\u{1f600}'.repeat(40))).toBe('\u{1f600}'.repeat(40));
  expect(toKey(`a${'\u{1f600}'.repeat(90)}`)).toBe(`a${'\u{1f600}'.repeat(63)}`);
});
