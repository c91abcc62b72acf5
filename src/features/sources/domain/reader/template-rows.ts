import type { CompiledMapping } from '../check-mapping.ts';
import { readAccountId } from '../read-account-id.ts';
import { LARGEST, stored } from '../read-row.ts';
import { TARGET, type WantedScalars } from './learn-template.ts';
import type { Span } from './match-row.ts';
import { type RowTemplates, rowTemplates } from './row-templates.ts';

/** Takes a row without any fault. */
export type AcceptRow = (externalId: string, day: number, values: Float64Array) => void;

type Plan = {
  readonly wanted: WantedScalars;
  /** Which metrics take a number that is written as text, too: 1 for these. */
  readonly inTexts: Uint8Array;
  /** What a row starts with: constants, and NaN for what has to be read. */
  readonly empty: Float64Array;
  /** Metrics that read what another reads already: [metric, the one it copies]. */
  readonly copies: readonly (readonly [number, number])[];
  readonly constantId: string | null;
};

/** Whether rows can be read by template: every path leads straight to a value, or is a constant. */
export const readsByTemplate = (mapping: CompiledMapping): boolean => planOf(mapping) !== null;

/** Templates for rows of this mapping; null when it needs them parsed. */
export function templateRows(mapping: CompiledMapping, accept: AcceptRow): RowTemplates | null {
  const plan = planOf(mapping);
  if (!plan) return null;
  const { copies, constantId } = plan;
  const accountOf = remembered((value) => {
    const id = readAccountId(value);
    return typeof id === 'string' ? id : null;
  });
  const dayOf = remembered((value) => {
    const day = mapping.readDate(value);
    return typeof day === 'number' ? day : null;
  });
  const values = plan.empty.slice();
  return rowTemplates(plan, values, (bytes, row) => {
    const id = constantId ?? accountOf(bytes, row.account);
    const day = dayOf(bytes, row.date);
    if (id === null || day === null) return false;
    for (const [to, from] of copies) values[to] = values[from] as number;
    if (!hasValue(values)) return false;
    accept(id, day, values);
    return true;
  });
}

function planOf({ rows, date, accountId, metrics }: CompiledMapping): Plan | null {
  if (!rows.steps || !isStraight(date.steps)) return null;
  const wanted = new Map([[JSON.stringify(date.steps), TARGET.date as number]]);
  let constantId: string | null = null;
  if (accountId.literal) {
    const id = readAccountId(accountId.literal.value);
    if (typeof id !== 'string') return null;
    constantId = id;
  } else if (!isStraight(accountId.steps) || !addWanted(wanted, accountId.steps, TARGET.account)) return null;
  const empty = new Float64Array(metrics.length).fill(Number.NaN);
  const inTexts = new Uint8Array(metrics.length);
  const copies: [number, number][] = [];
  for (const [index, { path }] of metrics.entries()) {
    if (path.literal) {
      const { value } = path.literal;
      if (typeof value !== 'number' || Math.abs(value) > LARGEST) return null;
      empty[index] = stored(value);
      continue;
    }
    const at = path.steps ?? path.numberAt;
    if (!isStraight(at)) return null;
    inTexts[index] = path.steps ? 0 : 1;
    if (addWanted(wanted, at, index)) continue;
    const other = wanted.get(JSON.stringify(at)) ?? TARGET.none;
    if (other < 0 || inTexts[other] !== inTexts[index]) return null;
    copies.push([index, other]);
  }
  return { wanted, inTexts, empty, copies, constantId };
}

type Steps = readonly (string | number)[];

const isStraight = (steps: Steps | null): steps is Steps =>
  steps?.every((step) => typeof step === 'string' || step >= 0) ?? false;

function addWanted(wanted: Map<string, number>, steps: Steps, target: number): boolean {
  const key = JSON.stringify(steps);
  if (wanted.has(key)) return false;
  wanted.set(key, target);
  return true;
}

function hasValue(values: Float64Array): boolean {
  for (let index = 0; index < values.length; index++) if (!Number.isNaN(values[index])) return true;
  return false;
}

const SLOTS = 4_096;
/** Longer ones are rare, and are read each time. */
const MAX_BYTES = 64;

type Meaning<T> = { readonly bytes: Uint8Array; readonly isText: boolean; readonly meaning: T | null };

/**
 * What a scalar's bytes mean, remembered by the bytes themselves: rows name the same accounts and days again and again, and to
 * compare bytes is many times quicker than to make a text of them. Each slot keeps what came last.
 */
function remembered<T extends string | number>(read: (value: string | number) => T | null) {
  const slots = new Array<Meaning<T> | undefined>(SLOTS);
  let last: Meaning<T> | undefined;
  return (bytes: Buffer, { from, to, isText }: Span): T | null => {
    if (last && isSame(last, bytes, from, to, isText)) return last.meaning;
    const length = to - from;
    let hash = length;
    for (let at = from; at < to; at++) hash = (Math.imul(hash, 31) + (bytes[at] as number)) | 0;
    const slot = (hash ^ (hash >>> 12)) & (SLOTS - 1);
    const known = slots[slot];
    if (known && isSame(known, bytes, from, to, isText)) {
      last = known;
      return known.meaning;
    }
    const text = bytes.toString('utf8', from, to);
    const meaning = read(isText ? text : Number(text));
    if (length > MAX_BYTES) return meaning;
    last = { bytes: Uint8Array.prototype.slice.call(bytes, from, to), isText, meaning };
    slots[slot] = last;
    return meaning;
  };
}

/** From the end: ids and days differ there. */
function isSame<T>(known: Meaning<T>, bytes: Buffer, from: number, to: number, isText: boolean): boolean {
  const other = known.bytes;
  let index = to - from;
  if (index !== other.length || isText !== known.isText) return false;
  while (--index >= 0) if (bytes[from + index] !== other[index]) return false;
  return true;
}
