import { describe, expect, test } from 'vitest';
import { DEV, DEV_MORE, DEV_THIRD } from '../../../bench/suggest/dev/index.ts';
import { HELD_OUT } from '../../../bench/suggest/held-out/index.ts';
import { bytesOf, missOf, previewOf } from '../../../bench/suggest/judge.ts';
import { MAPPING_SHAPES } from '../../../bench/suggest/mapping-shapes.ts';
import { KINDS } from '../../../bench/suggest/shape.ts';
import type { Mapping } from '../../../src/features/sources/domain/mapping.ts';

// The corpus that suggestions are judged by is itself judged: each shape's own mapping, run by the real mapper, must give
// exactly what the shape says is to be stored.

const CORPUS = [...DEV, ...DEV_MORE, ...DEV_THIRD, ...HELD_OUT];

describe.each(CORPUS)('$kind: $name', (shape) => {
  test('its own mapping stores exactly what is expected', () => {
    const bytes = bytesOf(shape);
    expect(missOf(shape, shape.mapping, bytes)).toBeNull();
    const preview = previewOf(shape.mapping, bytes);
    expect(preview).toMatchObject({ ok: true, counts: { errors: 0, outsideWindow: 0 } });
    expect(shape.mapping.metrics).toHaveLength(shape.descriptions.length);
  });

  test('fits a sample', () => {
    expect(bytesOf(shape).length).toBeLessThanOrEqual(8_192);
  });

  test('a row too few, metrics exchanged and figures doubled are all missed', () => {
    const { metrics } = shape.mapping;
    const wrong: Mapping[] = [
      { ...shape.mapping, rowsPath: `${shape.mapping.rowsPath} | [1:]` },
      ...(metrics.length > 1 ? [{ ...shape.mapping, metrics: metrics.toReversed() }] : []),
      { ...shape.mapping, metrics: metrics.map((metric) => ({ ...metric, path: `(${metric.path}) * \`2\`` })) },
    ];
    const bytes = bytesOf(shape);
    expect(wrong.map((mapping) => missOf(shape, mapping, bytes))).toEqual(wrong.map(() => expect.any(String)));
  });

  test('no two metrics are alike, so that one taken for another shows', () => {
    const [first] = shape.expected;
    const columns = (first?.slice(2) ?? []).map((_, index) => shape.expected.map((row) => row[index + 2]).join(' '));
    expect(new Set(columns).size).toBe(shape.descriptions.length);
  });
});

test.each(MAPPING_SHAPES)('$name: read as a shape of the corpus, its own mapping is right', (shape) => {
  expect(missOf(shape, shape.mapping, bytesOf(shape))).toBeNull();
});

test('two thirds are developed against, one third is held out, of every kind', () => {
  for (const kind of KINDS) {
    const [dev, held] = [DEV, HELD_OUT].map((shapes) => shapes.filter((shape) => shape.kind === kind).length);
    expect({ kind, dev, held }).toEqual({ kind, dev: 2 * (held ?? 0), held });
  }
  expect(CORPUS.length).toBeGreaterThanOrEqual(108);
  expect(new Set(CORPUS.map(({ name }) => name)).size).toBe(CORPUS.length);
  const blind = CORPUS.filter(({ knownIds }) => knownIds.length === 0).length;
  expect(blind).toBeGreaterThanOrEqual(CORPUS.length / 3);
});
