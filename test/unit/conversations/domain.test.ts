import { describe, expect, test } from 'vitest';
import { problemWithQuestion, titleOf } from '../../../src/features/conversations/domain/question.ts';
import { storableJson } from '../../../src/features/conversations/domain/storable-json.ts';

describe('a question', () => {
  test.each(['?', 'x'.repeat(2_000), '😀'.repeat(2_000), 'वह कौन है', '٣'])('%.20s may be asked', (question) => {
    expect(problemWithQuestion(question)).toBeNull();
  });
  test.each(['', ' \t\n', '\u3000\u00a0', '\u200b\u2060\u202e', '😀'.repeat(2_001), 'a\0', 'a\udc00'])(
    '%.20j may not',
    (question) => {
      expect(problemWithQuestion(question)).toMatch(/\S/);
    },
  );
  test('its title is one short line', () => {
    expect(titleOf('  How\n is\tAcme? ')).toBe('How is Acme?');
    expect(titleOf('x'.repeat(500))).toBe(`${'x'.repeat(79)}…`);
  });
});

describe('JSON for PostgreSQL', () => {
  test.each([
    ['NUL', 'a\0b', 'a\ufffdb'],
    ['halves of characters', '\ud800 \udc00', '\ufffd \ufffd'],
    ['a whole character', '😀', '😀'],
    ['a backslash before what looks like an escape', '\\u0000 \\\\ud800', '\\u0000 \\\\ud800'],
    ['other escapes', '"\n\t\u0001', '"\n\t\u0001'],
  ])('%s', (_, value, stored) => {
    expect(JSON.parse(storableJson({ [value]: [value] }))).toEqual({ [stored]: [stored] });
  });
});
