import { isDeepStrictEqual } from 'node:util';
import { test } from 'vitest';
import { type CompiledMapping, checkMapping } from '../../src/features/sources/domain/check-mapping.ts';
import type { PreviewResult } from '../../src/features/sources/domain/mapper-job.ts';
import type { Mapping } from '../../src/features/sources/domain/mapping.ts';
import { report, sized } from '../kit/battery.ts';
import { runBytes } from '../kit/mappings.ts';
import { ALL_SHAPES } from '../kit/shapes/all.ts';
import type { Shape, Stored } from '../kit/shapes/shape.ts';

/** The test's month, and the day before its today. */
const WINDOW = { from: '2026-02-08', to: '2026-03-09' };
const LARGE = sized(20, 400);
const PIECES = [1, 2, 3, 7, 64, 1_000, 65_536] as const;

type Preview = Extract<PreviewResult, { ok: true }>;

test('documented answers, written and cut in many ways, are read as one', () => {
  const counts = { whole: 0, streamed: 0, readings: 0 };
  for (const shape of ALL_SHAPES) {
    const { mapping, compiled } = mappingOf(shape);
    if (compiled.rows.stream) counts.streamed++;
    else counts.whole++;
    for (const [how, body] of writings(shape.answer)) {
      for (const piece of PIECES) {
        const read = preview(mapping, Buffer.from(body), piece, `${shape.name}, ${how}, ${piece} bytes a piece`);
        same(storedOf(read, mapping), shape.expected, `${shape.name}, ${how}, ${piece} bytes a piece`);
        counts.readings++;
      }
    }
    // What comes of many rows is not written down: the answer read at once says it.
    const body = Buffer.from(JSON.stringify(grown(shape.answer, LARGE)));
    const whole = { ...mapping, rowsPath: `${mapping.rowsPath} | @` };
    const shown = preview(whole, body, body.length, shape.name);
    const written = extract(whole, body, body.length);
    for (const piece of [997, 65_536]) {
      const what = `${shape.name}, its rows ${LARGE} times, ${piece} bytes a piece`;
      same(preview(mapping, body, piece, what), shown, what);
      same(extract(mapping, body, piece), written, `${what}, written`);
      counts.readings += 2;
    }
  }
  report('documented shapes', { shapes: ALL_SHAPES.length, ...counts, misread: 0 });
});

function mappingOf(shape: Shape): { mapping: Mapping; compiled: CompiledMapping } {
  const metrics = shape.mapping.metrics.map((metric) => ({ aggregation: 'SUM', ...metric }));
  const mapping = { accountIdPath: null, accountId: null, ...shape.mapping, metrics } as Mapping;
  const compiled = checkMapping(mapping);
  if (!compiled.ok) throw new Error(`${shape.name}: ${JSON.stringify(compiled.error)}`);
  return { mapping, compiled: compiled.value };
}

/** The same answer, as different servers write it. */
const writings = (answer: unknown): [how: string, body: string][] => [
  ['plain', JSON.stringify(answer)],
  ['indented behind a BOM', `\ufeff${JSON.stringify(answer, null, 2)}\r\n`],
  ['in ASCII', JSON.stringify(answer).replace(/[^ -~]/g, escaped)],
  ['every character escaped', JSON.stringify(answer, null, '\t').replace(/"(?:[^"\\]|\\.)*"/g, escapedText)],
];

const escaped = (unit: string) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
const escapedText = (text: string) => `"${(JSON.parse(text) as string).split('').map(escaped).join('')}"`;

/** Every list of objects repeated: the rows, and the lists within them twice. */
function grown(value: unknown, times: number): unknown {
  if (Array.isArray(value)) {
    const inner = value.map((element) => grown(element, Math.min(times, 2)));
    const isRows = inner.every((element) => typeof element === 'object' && element !== null && !Array.isArray(element));
    return isRows ? Array.from({ length: times }, () => inner).flat() : inner;
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, grown(inner, times)]));
}

function preview(mapping: Mapping, body: Buffer, pieceBytes: number, what: string): Preview {
  const job = { kind: 'preview', mapping, window: WINDOW, first: 100, lines: null, paging: null } as const;
  const { result } = runBytes(job, body, pieceBytes) as { result: PreviewResult };
  if (!result.ok) throw new Error(`${what}: ${JSON.stringify(result.error)}`);
  return result;
}

/** What a run would store: the bytes it hands to COPY. */
function extract(mapping: Mapping, body: Buffer, pieceBytes: number) {
  const slots = mapping.metrics.map((_, index) => index);
  const slotCount = slots.length;
  const job = {
    kind: 'extract',
    mapping,
    window: WINDOW,
    slots,
    slotCount,
    totals: true,
    lines: null,
    paging: null,
  } as const;
  const { result, channels } = runBytes(job, body, pieceBytes);
  if (Object.keys(channels).length === 0) throw new Error(`${mapping.rowsPath} wrote nothing`);
  const texts = Object.entries(channels).map(([channel, bytes]) => [channel, bytes.toString('base64')]);
  return { counts: result.counts, problems: result.problems, texts };
}

function storedOf({ result }: Preview, mapping: Mapping): Stored {
  const stored: Record<string, Record<string, Record<string, number>>> = {};
  for (const { day, externalId, values } of result) {
    for (const [index, { name }] of mapping.metrics.entries()) {
      const value = values[index];
      if (typeof value !== 'number') continue;
      stored[externalId] ??= {};
      const metrics = stored[externalId];
      metrics[name] = { ...metrics[name], [day]: value };
    }
  }
  return stored;
}

function same(got: unknown, wanted: unknown, what: string): void {
  if (isDeepStrictEqual(got, wanted)) return;
  throw new Error(`${what}:\n  got    ${JSON.stringify(got)}\n  wanted ${JSON.stringify(wanted)}`);
}
