import { type DayWindow, mustEpochDay } from '../../../lib/day.ts';
import { err, ok, type Result } from '../../../lib/result.ts';
import type { CompiledMapping } from './check-mapping.ts';
import { runtimeHint } from './expression-hints.ts';
import { describeLists } from './find-lists.ts';
import type { AnswerError, Problem, RowCounts } from './mapper-job.ts';
import { isOutside, newRow, type Row, readRow } from './read-row.ts';
import { isObject, sayRecipe } from './recipe.ts';
import { rowsRecipe } from './rows-recipe.ts';
import { shorten } from './shorten.ts';
import { problemTally } from './tally-problems.ts';

/** The rows of an answer, or why it has none. An empty list is not an error: zero rows. */
export function rowsOf(mapping: CompiledMapping, answer: unknown): Result<readonly unknown[], AnswerError> {
  let rows: unknown;
  try {
    rows = mapping.rows.evaluate(answer);
  } catch (error) {
    return err({
      code: 'EXPRESSION_FAILED',
      message: 'rows_path: expression failed',
      hint: runtimeHint(mapping.rows.text, error),
    });
  }
  if (Array.isArray(rows)) return rows.length <= MAX_ROWS ? ok(rows) : err(tooManyRows(rows.length));
  if (rows === null)
    return err({ code: 'ROWS_PATH_NO_DATA', message: 'rows_path returned no data', hint: noDataHint(answer) });
  const message = `rows_path returned ${nameOf(rows)}, not a list`;
  if (typeof rows !== 'object')
    return err({ code: 'ROWS_PATH_NOT_A_LIST', message, hint: `It gave ${shorten(rows)}. ${describeLists(answer)}` });
  const path = mapping.rows.text.trim();
  const recipe = isObject(rows) ? rowsRecipe(path, rows) : null;
  const hint = recipe
    ? sayRecipe(recipe)
    : `For its values write values(${path}); for key and value pairs items(${path}). For the object as the only row write [${path}]. ${describeLists(answer)}`;
  return err({ code: 'ROWS_PATH_NOT_A_LIST', message, hint });
}

function noDataHint(answer: unknown): string {
  const recipe = isObject(answer) ? rowsRecipe('@', answer) : null;
  return recipe ? `${describeLists(answer)} ${sayRecipe(recipe)}` : describeLists(answer);
}

/** Of those that an expression makes: one that repeats rows could fill a disk with them. */
export const MAX_ROWS = 10_000_000;

export const tooManyRows = (rows: number): AnswerError => ({
  code: 'ANSWER_TOO_COSTLY',
  message: `rows_path returned ${rows} rows, more than ${MAX_ROWS}`,
  hint: 'Choose a path that gives each row once.',
});

const nameOf = (value: unknown) =>
  typeof value === 'object'
    ? 'an object'
    : typeof value === 'string'
      ? 'a text'
      : typeof value === 'number'
        ? 'a number'
        : 'true or false';

export type RowListener = (row: Row, rowNumber: number, source: unknown) => void;

export type RowLoop = {
  /** Rows come in batches, in the order of the answer. */
  readonly push: (batch: readonly unknown[]) => void;
  /** Counts a row that was read elsewhere and has no fault; gives its number, or 0 when it is outside the window. */
  readonly accept: (day: number) => number;
  /** Rows so far. */
  readonly rows: () => number;
  readonly counts: (accounts: number) => RowCounts;
  readonly problems: () => Problem[];
};

/**
 * The one loop over rows: preview and extract differ in what they do with a row and in what becomes of rows outside the
 * window, which an extract drops (`dropOutside`) and a preview maps and counts beside.
 */
export function rowLoop(
  mapping: CompiledMapping,
  window: DayWindow,
  dropOutside: boolean,
  onRow: RowListener,
): RowLoop {
  const row = newRow(mapping);
  const tally = problemTally();
  const options = { fromDay: mustEpochDay(window.from), toDay: mustEpochDay(window.to), dropOutside };
  const seen = { mapped: 0, skipped: 0, error: 0, outside: 0 };
  let rows = 0;
  let mappedOutside = 0;
  return {
    push: (batch) => {
      for (const source of batch) {
        rows++;
        readRow(mapping, source, row, options);
        seen[row.state]++;
        if (row.state === 'mapped' && row.day !== null && isOutside(row.day, options)) mappedOutside++;
        for (const fault of row.faults) tally.add(fault, rows);
        onRow(row, rows, source);
      }
    },
    accept: (day) => {
      rows++;
      if (isOutside(day, options)) {
        seen.outside++;
        return 0;
      }
      seen.mapped++;
      return rows;
    },
    rows: () => rows,
    counts: (accounts) => ({
      rows,
      mapped: seen.mapped,
      skipped: seen.skipped,
      errors: seen.error,
      outsideWindow: seen.outside + mappedOutside,
      accounts,
    }),
    problems: tally.problems,
  };
}
