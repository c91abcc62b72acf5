import { parse } from 'graphql';
import { expect, test } from 'vitest';
import { createKnownDocuments } from '../../../src/graphql/known-documents.ts';

const sources = ['{ a }', '{ b }', '{ c }'] as const;

test('gives back the document that a text was', () => {
  const known = createKnownDocuments();
  const document = parse(sources[0]);
  expect(known.find(sources[0])).toBeNull();
  known.keep(sources[0], document);
  expect(known.find(sources[0])).toBe(document);
  expect(known.find('{a}')).toBeNull();
});

test('forgets the one used longest ago when the texts are too long together', () => {
  const known = createKnownDocuments(50);
  const texts = [...'abcdefghij'].map((name) => `{ ${name} }`);
  for (const text of texts) {
    known.keep(text, parse('{ a }'));
    known.find(texts[0] ?? '');
  }
  known.keep('{ z }', parse('{ a }'));
  expect(known.find(texts[0] ?? '')).not.toBeNull();
  expect(known.find(texts[1] ?? '')).toBeNull();
  expect(known.find('{ z }')).not.toBeNull();
});

test('does not keep one text that would push out many others', () => {
  const known = createKnownDocuments(50);
  known.keep('{ abcdefghij }', parse('{ a }'));
  expect(known.find('{ abcdefghij }')).toBeNull();
});
