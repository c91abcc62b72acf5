import { anExtract, aPreview } from './mappings.ts';
import { EXPRESSION_PLACES, mappingOf, PLAIN_PLACES, ROW_FIELDS, type RowsPlace } from './reader-mappings.ts';
import type { RowsJob } from './reader-reference.ts';
import { BLANKS, rowJson, rowStyle } from './reader-rows.ts';
import { BROKEN_VALUES, happens, pick, type Random, upTo } from './reader-values.ts';

export type ReaderCase = { readonly job: RowsJob; readonly body: Buffer };

/** Whatever an endpoint might send for some mapping: mostly right, mostly of at least so many rows. */
export function aCase(random: Random, rows = 51): ReaderCase {
  const inLines = happens(random, 0.12);
  const place = inLines
    ? pick(random, LINE_PLACES)
    : pick(random, happens(random, 0.72) ? PLAIN_PLACES : EXPRESSION_PLACES);
  const fields = pick(random, place.ownId ? ROW_FIELDS.slice(0, 1) : ROW_FIELDS);
  const mapping = mappingOf(random, place, fields);
  const style = rowStyle(random, fields.members, mapping.dateFormat);
  const lineStyle = inLines && happens(random, 0.98) ? { ...style, blank: ' ' } : style;
  const element = place.element ?? ((_: Random, row: () => string) => row());
  const count = happens(random, 0.25) ? upTo(random, 6) : rows + upTo(random, 22);
  const elements = Array.from({ length: count }, () => element(random, () => rowJson(random, lineStyle)));
  if (happens(random, 0.08) && count > 0) {
    const at = upTo(random, count);
    elements[at] = broken(random, elements[at] as string);
  }
  if (happens(random, 0.01)) elements.push('');
  const text = inLines ? linesOf(random, elements) : documentOf(random, place, elements);
  const job = happens(random, 0.9) ? anExtract(mapping) : aPreview(mapping, upTo(random, 80));
  const lines = inLines ? pick(random, [true, null]) : pick(random, [null, false]);
  return { job: { ...job, lines } as RowsJob, body: damaged(random, Buffer.from(text)) };
}

/** One value of it, or all, are no JSON. */
function broken(random: Random, element: string): string {
  const value = pick(random, BROKEN_VALUES);
  const scalars = [...element.matchAll(/(?<=[:[,]\s*)(?:[\w.+-]+|"[^"\\]*"(?!\s*:))/g)];
  if (scalars.length === 0 || happens(random, 0.2)) return value;
  const { index, 0: scalar } = pick(random, scalars);
  return element.slice(0, index) + value + element.slice(index + scalar.length);
}

const LINE_PLACES: readonly RowsPlace[] = [
  { rowsPath: '@', steps: [] },
  { rowsPath: '@', steps: [] },
  { rowsPath: '[*]', steps: [] },
  { rowsPath: '[?logins > `3`]', steps: [] },
  { rowsPath: '[0:70]', steps: [] },
];

function linesOf(random: Random, elements: readonly string[]): string {
  const end = pick(random, ['\n', '\r\n']);
  const gaps = happens(random, 0.2);
  const lines = elements.map((line) =>
    gaps && happens(random, 0.1) ? `${pick(random, ['', ' ', '\t'])}${end}${line}` : line,
  );
  if (happens(random, 0.03)) lines.push(lines.splice(-2).join(','));
  return lines.join(end) + pick(random, ['', end, `${end}${end}`, ' ']);
}

/** The rows, and what stands around them. */
function documentOf(random: Random, place: RowsPlace, elements: readonly string[]): string {
  const blank = pick(random, BLANKS);
  const list =
    place.container === 'OBJECT'
      ? `{${elements.map((one, index) => `"k${index}":${one}`).join(',')}}`
      : `[${blank}${elements.join(`${blank},${blank}`)}${blank}]`;
  const document = place.steps.reduceRight<string>((inner, step) => {
    if (typeof step === 'number') {
      const before = Array.from({ length: step }, () => `${sibling(random)},`).join('');
      return `[${blank}${before}${inner}${happens(random, 0.3) ? `,${sibling(random)}` : ''}]`;
    }
    const members = [`${nameOf(random, step)}${blank}:${blank}${inner}`];
    if (happens(random, 0.5)) members.unshift(`"before":${sibling(random)}`);
    if (happens(random, 0.5)) members.push(`"after":${sibling(random)}`, `"total":${upTo(random, 90)}`);
    if (!place.mayThrow && happens(random, 0.03)) members.unshift(`${nameOf(random, step)}:${sibling(random)}`);
    if (!place.mayThrow && happens(random, 0.01)) members.push(`${nameOf(random, step)}:${sibling(random)}`);
    return `{${members.join(`,${blank}`)}}`;
  }, list);
  return pick(random, BLANKS) + document + pick(random, BLANKS);
}

const nameOf = (random: Random, name: string): string => {
  if (happens(random, 0.9)) return JSON.stringify(name);
  const at = upTo(random, name.length);
  const code = name.charCodeAt(at).toString(16).padStart(4, '0');
  return `${JSON.stringify(name.slice(0, at)).slice(0, -1)}\\u${code}${JSON.stringify(name.slice(at + 1)).slice(1)}`;
};

const SIBLINGS = [
  ...['null', '1', '"rows"', '"}],{["', '{}', '[]', '{"rows":[1,2]}', '{"data":{"rows":[{"day":"2026-06-01"}]}}'],
  ...[
    '[{"rows":[]},{"rows":[{}]}]',
    '{"next":"https://a.example/2","has_more":true}',
    '{"total":500,"pages":3}',
    '[[1],[2,[3]]]',
  ],
];
const sibling = (random: Random): string => pick(random, SIBLINGS);

/** Now and then something happens to an answer on its way. */
function damaged(random: Random, body: Buffer): Buffer {
  if (!happens(random, 0.1)) return body;
  switch (upTo(random, 6)) {
    case 0:
      return Buffer.concat([Buffer.from('\ufeff'), body]);
    case 1:
      return body.subarray(0, upTo(random, body.length));
    case 2:
      return Buffer.concat([body, Buffer.from(pick(random, [']', '}', ',', ' []', '\n{}', 'x', '\0', '\ufeff', '"']))]);
    case 3:
      return Buffer.from(body.toString('utf8').replace(/,(?=[^,]*$)/, pick(random, ['', ',,', ';', ', '])));
    case 4:
      return Buffer.from(body.toString('utf8').replace(/[\]}](?=[^\]}]*$)/, pick(random, ['', ',]', ']]', '}'])));
    default:
      return mutated(random, body);
  }
}

const BYTES = Buffer.from('{}[]:,"\\ \n\r\t0123456789-+.eEtfnulasr\u00fc\0');

/** One to three bytes changed, added, left out or said twice. */
export function mutated(random: Random, body: Buffer): Buffer {
  let bytes = body;
  for (let more = 1 + upTo(random, 3); more > 0; more--) {
    const at = upTo(random, bytes.length);
    const length = 1 + upTo(random, happens(random, 0.2) ? 40 : 2);
    const byte = Buffer.of(happens(random, 0.8) ? (BYTES[upTo(random, BYTES.length)] as number) : upTo(random, 256));
    const [before, behind] = [bytes.subarray(0, at), bytes.subarray(at)];
    const changes = [
      [before, byte, behind.subarray(1)],
      [before, byte, behind],
      [before, behind.subarray(length)],
      [before, behind.subarray(0, length), behind],
    ];
    bytes = Buffer.concat(pick(random, changes));
  }
  return bytes;
}

/** Sizes of the pieces that a body comes in: one for all, or each by chance. */
export function pieceSizes(random: Random, body: Buffer): number | (() => number) {
  const size = pick(random, [7, 64, 1_000, 1_000, 1_000, 65_536, 65_536, 0]);
  if (happens(random, 0.05) && body.length < 4_000) return 1;
  return size > 0 ? size : () => 1 + upTo(random, 300);
}
