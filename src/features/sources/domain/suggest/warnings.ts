import { findLists } from '../find-lists.ts';
import type { Mapping } from '../mapping.ts';
import { pagingNotices } from '../paging-notices.ts';
import { visible } from '../shorten.ts';
import { readColumn } from './dates.ts';
import type { Draft } from './draft.ts';
import type { Outcome } from './judge.ts';
import type { SuggestionWarning, SuggestionWarningCode } from './suggestion.ts';
import { wordsOf } from './words.ts';

type Warn = (code: SuggestionWarningCode, field: string | null, message: string) => void;
const FEW_ROWS = 3;

/** What was seen that the customer should know before the mapping is saved. */
export function warningsOf(draft: Draft, outcome: Outcome, answer: unknown): SuggestionWarning[] {
  const found: SuggestionWarning[] = [];
  const warn: Warn = (code, field, message) => found.push({ code, field, message });
  const { account, date, metrics, fits } = draft;
  for (const [index, metric] of metrics.entries()) warnOfMetric(metric, index, warn);
  const asked = draft.descriptions;
  for (const [index, fit] of fits.entries())
    if (fit === 0 && asked[index] !== undefined) found.push(notFound(asked[index]));
  if (isRange(draft))
    warn(
      'EXCLUSIVE_END_DATE',
      'datePath',
      'Each row ends where the next begins: its start is taken as its day, and its end is not part of it.',
    );
  if (date.isAmbiguous)
    warn(
      'AMBIGUOUS_DATE',
      'datePath',
      `Dates such as ${visible(date.example, 40)} can be read with the day or the month first: compare the preview with what you know.`,
    );
  if (account && account.sentinels.length > 0)
    warn(
      'SENTINEL_ACCOUNT',
      'accountIdPath',
      `${account.sentinels
        .slice(0, 3)
        .map((id) => visible(id, 40))
        .join(', ')} stands for no account of its own: such rows are left out.`,
    );
  warnOfOutcome(outcome, account === null, answer, warn);
  return found;
}

function warnOfMetric(
  { figure, nature, rises, conversion }: Draft['metrics'][number],
  index: number,
  warn: Warn,
): void {
  const field = `metrics.${index}`;
  const name = visible(figure.names.at(-1) ?? 'the value', 40);
  if (nature === 'RUNNING')
    warn(
      'RUNNING_TOTAL',
      field,
      `${name} ${rises ? 'never falls from one day to the next' : 'is a total to date by its name'}: each day would count all days before it again. Let the endpoint send what each day adds, if it can.`,
    );
  if (nature === 'AVERAGE')
    warn(
      'AVERAGE_NOT_SUMMED',
      field,
      `${name} is an average or a share: several rows of a day are not added up, the last one is kept.`,
    );
  if (
    figure.kind === 'TEXT' ||
    (figure.kind === 'LONG' && figure.write(figure.columns.map(() => 'x')).includes('to_number'))
  )
    warn(
      'NUMERIC_STRING',
      field,
      `The endpoint sends ${name} as text: to_number() makes a number of it, and nothing of what is none.`,
    );
  if (conversion)
    warn(
      'UNIT_CONVERTED',
      field,
      `${name} is in ${conversion.from} and is turned into ${conversion.to}, as the description says.`,
    );
}

export const notFound = (description: string): SuggestionWarning => ({
  code: 'METRIC_NOT_FOUND',
  field: null,
  message: `Nothing in the sample fits “${visible(description, 80)}”: it was left out. Name the field in the description, or let the endpoint send it.`,
});

/** An end beside the start, of which every one is the day after it or the start of the next. */
function isRange({ date, columns, window }: Draft): boolean {
  const starts = new Set(wordsOf(date.column.names.at(-1) ?? ''));
  if (!['start', 'from', 'begin'].some((word) => starts.has(word))) return false;
  return columns.some((column) => {
    if (column === date.column || column.level !== date.column.level) return false;
    if (!wordsOf(column.names.at(-1) ?? '').some((word) => word === 'end' || word === 'to' || word === 'until'))
      return false;
    const days = readColumn(column, window)?.days;
    return days?.every((day, row) => day === null || day > (date.days[row] ?? day)) === true;
  });
}

/** What any mapping can be told, whoever made it. */
export function warningsOfProposed(
  mapping: Mapping,
  outcome: Outcome,
  /** Descriptions that none of its metrics is for. */
  unmet: readonly string[],
  answer: unknown,
): SuggestionWarning[] {
  const found: SuggestionWarning[] = [];
  const warn: Warn = (code, field, message) => found.push({ code, field, message });
  for (const [index, { path }] of mapping.metrics.entries())
    if (path.includes('to_number'))
      warn(
        'NUMERIC_STRING',
        `metrics.${index}`,
        'The endpoint sends text here: to_number() makes a number of it, and nothing of what is none.',
      );
  found.push(...unmet.map(notFound));
  warnOfOutcome(outcome, mapping.accountIdPath === null, answer, warn);
  return found;
}

function warnOfOutcome(
  { rows, mapped, accounts, knownAccounts }: Outcome,
  isConstant: boolean,
  answer: unknown,
  warn: Warn,
): void {
  if (isConstant)
    warn(
      'NO_ACCOUNT',
      'accountId',
      'No field says whose usage a row is: give the id of the one account, or let the endpoint send it.',
    );
  else if (knownAccounts < accounts)
    warn(
      'UNKNOWN_ACCOUNTS',
      'accountIdPath',
      `${accounts - knownAccounts} of ${accounts} ids are no accounts of this workspace: their usage is kept, and shown once the accounts are there.`,
    );
  if (mapped < FEW_ROWS)
    warn(
      'FEW_ROWS',
      'rowsPath',
      `Only ${mapped} of ${rows} rows of the sample ${mapped === 1 ? 'was' : 'were'} mapped: fetch a sample of a busier week to be sure.`,
    );
  const [paging] = pagingNotices(answer, findLists(answer)[0]?.length ?? null);
  if (paging) warn('MORE_PAGES', null, paging);
}
