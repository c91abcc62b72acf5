import type { DateFormat } from '../mapping.ts';
import { visible } from '../shorten.ts';
import type { DateChoice } from './dates.ts';
import type { Draft, DraftMetric } from './draft.ts';
import { type Outcome, rounded } from './judge.ts';
import type { SuggestedField } from './suggestion.ts';

const MAX_ALTERNATIVES = 3;

/** What was seen that speaks for each field, and what else it could be. */
export function reasonsOf(draft: Draft, outcome: Outcome): SuggestedField[] {
  const { mapping, date, account, metrics } = draft;
  const { rows, mapped } = outcome;
  const share = mapped / Math.max(1, rows);
  const plain = { description: null, alternatives: [] };
  return [
    {
      ...{ ...plain, field: 'rowsPath', confidence: rounded(share * (rows > 1 ? 0.95 : 0.6)) },
      reason: `It gives ${count(rows, 'row')}, of which ${mapped === rows ? 'every one' : String(mapped)} has a day, an account and a number.`,
    },
    {
      ...{ field: 'datePath', description: null, confidence: rounded(date.score / 1.7) },
      reason: dateReason(date, outcome),
      alternatives: otherDates(draft),
    },
    {
      ...{ ...plain, field: 'dateFormat', confidence: date.isAmbiguous ? 0.4 : 0.98 },
      reason: `${FORMATS[mapping.dateFormat]} read all of them${date.isAmbiguous ? ', but day and month could be the other way round' : ''}.`,
    },
    account
      ? {
          ...{ field: 'accountIdPath', description: null },
          confidence: rounded(account.known > 0 ? 0.6 + 0.4 * (account.known / account.distinct) : account.score / 2.6),
          reason: accountReason(draft),
          alternatives: otherAccounts(draft),
        }
      : {
          ...{ field: 'accountId', description: null, confidence: 0.2 },
          reason:
            'Nothing in the answer says which account a row is about: put in the id of the account that all of it is about.',
          alternatives: otherAccounts(draft),
        },
    ...metrics.map((metric, index) => metricField(draft, metric, index, outcome)),
  ];
}

const FORMATS: Readonly<Record<DateFormat, string>> = {
  YYYY_MM_DD: 'Days such as 2026-01-31',
  YYYYMMDD: 'Days such as 20260131',
  YYYY_MM_DD_HH_MM_SS: 'Dates and times such as 2026-01-31 23:59:59',
  ISO_8601: 'ISO 8601',
  RFC_2822: 'RFC 2822, as in mails,',
  UNIX_SECONDS: 'Seconds since 1970',
  UNIX_MILLISECONDS: 'Milliseconds since 1970',
  UNIX_DAYS: 'Days since 1970',
};

const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;
const shown = (text: string): string => visible(text, 40);
const nameOf = (names: readonly string[]): string => shown(names.at(-1) ?? 'the value');

function dateReason({ column, example, days }: DateChoice, { inside, mapped }: Outcome): string {
  const read = days.filter((day) => day !== null).length;
  const what = column.isKey ? 'keys' : 'values';
  return `${read === 1 ? 'The value is a date' : `All ${read} ${what} are dates`} such as ${shown(example)}, ${count(new Set(days.filter((day) => day !== null)).size, 'different day')}; ${inside} of ${mapped} rows fall into the time asked for.`;
}

function accountReason({ account, chain }: Draft): string {
  if (!account) return '';
  const { known, distinct, column } = account;
  const where = column.isKey
    ? 'Keys'
    : column.level < chain.length - 1
      ? `${nameOf(column.names)}, which stands above the rows,`
      : nameOf(column.names);
  if (known > 0) return `${known} of ${count(distinct, 'value')} are accounts of this workspace.`;
  return `${where} ${column.isKey ? 'look' : 'looks'} like an account by name, and ${count(distinct, 'different value')} repeat from day to day; none is an account of this workspace yet.`;
}

const otherDates = ({ dates, date, writing }: Draft): SuggestedField['alternatives'] =>
  dates
    .filter((other) => other.column !== date.column)
    .flatMap((other) => {
      const path = writing.pathOf(other.column);
      return path === null
        ? []
        : [
            {
              path: other.write(path),
              dateFormat: other.format,
              reason: `${nameOf(other.column.names)} holds dates such as ${shown(other.example)}.`,
            },
          ];
    })
    .slice(0, MAX_ALTERNATIVES);

const otherAccounts = ({ accounts, account, date, writing }: Draft): SuggestedField['alternatives'] =>
  accounts
    .filter((other) => other.column !== account?.column && other.column !== date.column && other.score > 0.8)
    .flatMap((other) => {
      const path = writing.pathOf(other.column);
      const reason = `${nameOf(other.column.names)} has ${count(other.distinct, 'different value')}${other.known > 0 ? `, ${other.known} of them accounts of this workspace` : ''}.`;
      return path === null ? [] : [{ path: other.write(path), dateFormat: null, reason }];
    })
    .slice(0, MAX_ALTERNATIVES);

function metricField(
  { writing }: Draft,
  metric: DraftMetric,
  index: number,
  { present, mapped }: Outcome,
): SuggestedField {
  const { description, figure, fit, others } = metric;
  return {
    field: `metrics.${index}`,
    description,
    confidence: rounded(fit),
    reason: `${saidOf(metric)}; ${present[index] ?? 0} of ${mapped} rows have a number.`,
    alternatives: others
      .flatMap((other) => {
        const paths = other.columns.map((column) => writing.pathOf(column));
        if (paths.some((path) => path === null)) return [];
        return [
          {
            path: other.write(paths as string[]),
            dateFormat: null,
            reason: `${nameOf(other.names)} fits the description too.`,
          },
        ];
      })
      .filter(({ path }) => path !== figure.write(figure.columns.map((column) => writing.pathOf(column) ?? '')))
      .slice(0, MAX_ALTERNATIVES),
  };
}

function saidOf({ description, figure, fit }: DraftMetric): string {
  const name = nameOf(figure.names);
  switch (figure.kind) {
    case 'ROWS':
      return 'Every row counts as one';
    case 'EVENT':
      return `Rows of the kind ${name} are counted`;
    case 'LONG':
      return `Rows say what they measure, and ${name} is what is asked for`;
    case 'SUM':
      return `${name} is added up within the row`;
    case 'TRUTH':
      return `${name} counts as 1 where it is true`;
    case 'FIELD':
    case 'TEXT':
      if (description === null) return `${name} is a number that differs from row to row`;
      return fit < 0.35 ? `${name} is the only number left` : `${name} fits the description`;
  }
}
