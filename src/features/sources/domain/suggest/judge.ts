import { type DayWindow, mustEpochDay } from '../../../../lib/day.ts';
import type { CompiledMapping } from '../check-mapping.ts';
import { rowsOf } from '../map-answer.ts';
import { isOutside, newRow, readRow } from '../read-row.ts';

/** How a mapping's rows come out. */
export type Outcome = {
  readonly rows: number;
  readonly mapped: number;
  readonly skipped: number;
  readonly errors: number;
  /** Of the mapped rows, those within the window. */
  readonly inside: number;
  readonly days: number;
  readonly accounts: number;
  readonly knownAccounts: number;
  /** For each metric, in how many mapped rows it is. */
  readonly present: readonly number[];
};

/** A sample has fewer; what is beyond tells nothing new. */
const MAX_ROWS = 2_000;

/** Runs the mapping over the answer as a preview would. Null where it gives no list. */
export function tryMapping(
  mapping: CompiledMapping,
  answer: unknown,
  window: DayWindow,
  known: ReadonlySet<string>,
): Outcome | null {
  const list = rowsOf(mapping, answer);
  if (!list.ok) return null;
  const row = newRow(mapping);
  const span = { fromDay: mustEpochDay(window.from), toDay: mustEpochDay(window.to) };
  const counts = { mapped: 0, skipped: 0, error: 0, outside: 0 };
  const days = new Set<number>();
  const accounts = new Set<string>();
  const present = mapping.metrics.map(() => 0);
  let inside = 0;
  const rows = list.value.slice(0, MAX_ROWS);
  for (const source of rows) {
    readRow(mapping, source, row, { ...span, dropOutside: false });
    counts[row.state]++;
    if (row.state !== 'mapped' || row.day === null || row.externalId === null) continue;
    days.add(row.day);
    accounts.add(row.externalId);
    if (!isOutside(row.day, span)) inside++;
    for (const [index, value] of row.values.entries())
      if (!Number.isNaN(value)) present[index] = (present[index] ?? 0) + 1;
  }
  const knownAccounts = [...accounts].filter((id) => known.has(id)).length;
  return {
    ...{ rows: rows.length, mapped: counts.mapped, skipped: counts.skipped, errors: counts.error, inside },
    ...{ days: days.size, accounts: accounts.size, knownAccounts, present },
  };
}

/** What names say of a mapping, each 0 to 1. */
export type Promised = {
  readonly date: number;
  /** Null where the account is a constant. */
  readonly account: number | null;
  /** For each description; 0 where there is no metric for it. With no descriptions, one for each metric. */
  readonly fits: readonly number[];
  /** Of the rows path. */
  readonly length: number;
};

/** 0 to 1: by what came out, and by how well that is what was asked for. */
export function scoreOf(outcome: Outcome, { date, account, fits, length }: Promised, known: number): number {
  const { rows, mapped, skipped, errors, inside, days, accounts, knownAccounts, present } = outcome;
  if (mapped === 0) return 0;
  const found = present.filter((count) => count > 0).length / Math.max(1, present.length);
  const metrics = (sum(fits) / Math.max(1, fits.length)) * found;
  const who =
    account === null
      ? CONSTANT_ACCOUNT
      : knownAccounts > 0
        ? 0.5 + 0.2 * (knownAccounts / accounts) + 0.3 * (knownAccounts / known)
        : account * (known > 0 ? 0.5 : 0.8);
  const rowShare = mapped / (mapped + errors + skipped * 0.7 + 0.001);
  const variety = Math.min(1, (days - 1 + accounts - 1) / 4);
  const simple = 1 - Math.min(1, length / 500);
  return (
    0.33 * metrics +
    0.24 * who +
    0.15 * (0.6 * date + 0.4 * (inside / mapped)) +
    0.16 * rowShare +
    0.06 * variety -
    // Where there are rows to be had, one alone was cut out of them.
    (rows === 1 ? 0.06 : 0) +
    0.03 * Math.min(1, rows / 4) +
    0.03 * simple
  );
}

const CONSTANT_ACCOUNT = 0.22;
const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/** As scores and confidences are shown. */
export const rounded = (value: number): number => Math.round(Math.max(0, Math.min(1, value)) * 100) / 100;
