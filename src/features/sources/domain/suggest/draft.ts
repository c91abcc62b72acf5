import type { DayWindow } from '../../../../lib/day.ts';
import type { Mapping, MetricMapping } from '../mapping.ts';
import { type AccountChoice, findAccounts, withoutSentinels } from './accounts.ts';
import { aggregationOf, type Nature, natureOf, onlyRises } from './aggregation.ts';
import { type DateChoice, findDates } from './dates.ts';
import { fitAll, isGeneric } from './figure-fit.ts';
import { canBeUnasked, type Figure, findFigures, NAMING } from './figures.ts';
import { longFigures } from './long-figures.ts';
import { matchAll, type Pick, ROWS_WITH_IDS } from './match.ts';
import { metricName } from './metric-name.ts';
import { type Column, columnsOf } from './structure/columns.ts';
import type { Chain } from './structure/level.ts';
import { operand, textLiteral } from './structure/path.ts';
import { type Filter, type Writing, writeRows } from './structure/write-rows.ts';
import { type Conversion, conversionOf } from './units.ts';

export type DraftMetric = Pick & {
  readonly nature: Nature;
  readonly rises: boolean;
  readonly conversion: Conversion | null;
};

/** A mapping for a chain, and what it was made of. */
export type Draft = {
  readonly mapping: Mapping;
  readonly chain: Chain;
  readonly writing: Writing;
  readonly date: DateChoice;
  readonly dates: readonly DateChoice[];
  /** Null when every row is of one account that the answer does not name. */
  readonly account: AccountChoice | null;
  readonly accounts: readonly AccountChoice[];
  /** In the order of the mapping's metrics. */
  readonly metrics: readonly DraftMetric[];
  /** How well each description is met; 0 where nothing was found for it. */
  readonly fits: readonly number[];
  readonly descriptions: readonly string[];
  readonly columns: readonly Column[];
  readonly window: DayWindow;
};

export type Asked = {
  readonly descriptions: readonly string[];
  readonly known: ReadonlySet<string>;
  readonly window: DayWindow;
  /** Of figures, where nothing is described. */
  readonly most?: number;
};

/** A column so much less likely than the best is not tried: each costs a run over the sample. */
const FAR_BEHIND = 0.7;
const FAR_BEHIND_OF_ACCOUNTS = 1.8;
const DATES_TRIED = 2;
const ACCOUNTS_TRIED = 3;
const MOST_UNASKED = 10;
/** Of a mapping whose rows are of one account that nobody named. */
export const UNNAMED_ACCOUNT = 'unnamed-account';

/** Mappings that rows of a chain could have: the likeliest dates and accounts with the figures that are left. */
export function draftsOf(chain: Chain, asked: Asked): Draft[] {
  const columns = columnsOf(chain);
  const last = chain.length - 1;
  const dates = findDates(columns, asked.window);
  if (dates.length === 0) return [];
  const accounts = findAccounts(columns, asked.known, dates[0]?.days ?? [], last).slice(0, 12);
  const plain = findFigures(chain, columns);
  const isDate = new Set(dates.map(({ column }) => column));
  const long = longFigures(
    columns.filter((column) => !isDate.has(column)),
    plain,
    last,
  );
  const fitting = fitAll(asked.descriptions, [...plain, ...long]);
  const drafts: Draft[] = [];
  const mine = accounts.flatMap(({ ids, known }) =>
    known > 0 ? ids.filter((id) => id !== null && asked.known.has(id)) : [],
  );
  const hasFields = plain.some(({ kind, worth }) => (kind === 'FIELD' || kind === 'TEXT') && worth >= 0.9);
  const likely = <T extends { readonly score: number }>(choices: readonly T[], by: number): T[] =>
    choices.filter(({ score }) => score >= (choices[0]?.score ?? 0) - by);
  for (const date of likely(dates, FAR_BEHIND).slice(0, DATES_TRIED)) {
    for (const account of [
      ...likely(
        accounts.filter(({ column }) => column !== date.column),
        FAR_BEHIND_OF_ACCOUNTS,
      ).slice(0, ACCOUNTS_TRIED),
      null,
    ]) {
      const taken = (column: Column) => isDate.has(column) || column === account?.column;
      const ids = [...new Set([...mine, ...(account?.ids ?? [])])].filter((id) => id !== null && id.length > 2);
      const pairs = new Set(date.days.map((day, row) => `${day} ${account?.ids[row] ?? ''}`)).size;
      const isOneEach = pairs === date.days.length;
      // A kind that names an account tells accounts apart, not metrics.
      const isFree = ({ columns: of, kind, names, worth, isRepeated, nature }: Figure) =>
        !of.some(taken) &&
        // With one row a day there is nothing to count; with several, what stands above them would be added up again and again.
        !(kind === 'ROWS' && isOneEach && hasFields && worth < ROWS_WITH_IDS && date.days.length > 3) &&
        !(isRepeated && !isOneEach && nature === 'COUNT') &&
        ((kind !== 'LONG' && kind !== 'EVENT') || !ids.some((id) => id !== null && names.at(-1)?.includes(id)));
      const picks =
        asked.descriptions.length > 0
          ? matchAll(asked.descriptions, fitting, plain, isFree)
          : unasked(plain.filter(isFree), long.filter(isFree), asked.most);
      const draft = assemble(chain, columns, { date, dates, account, accounts }, picks, asked);
      if (draft) drafts.push(draft);
    }
  }
  return drafts;
}

/** With nothing asked for: every figure that looks like usage. */
function unasked(free: readonly Figure[], long: readonly Figure[], most = MOST_UNASKED): Pick[] {
  const fields = free.filter(canBeUnasked);
  const named = long.filter(
    ({ kind, columns }) => kind === 'LONG' && NAMING.test(columns[0]?.names.at(-1) ?? '') && columns[1] !== undefined,
  );
  const isLong = named.length > 1 && fields.length === 1 && fields.every(isGeneric);
  const rows = free.filter(({ kind }) => kind === 'ROWS');
  const chosen = isLong ? named : fields.length > 0 ? fields : rows;
  return chosen.slice(0, most).map((figure) => ({ description: null, figure, fit: 0.6, others: [] }));
}

type Roles = Draft extends infer D extends Draft ? { [K in 'date' | 'dates' | 'account' | 'accounts']: D[K] } : never;

function assemble(
  chain: Chain,
  columns: readonly Column[],
  roles: Roles,
  picks: readonly (Pick | null)[],
  asked: Asked,
): Draft | null {
  const { date, account } = roles;
  const found = picks.filter((pick) => pick !== null);
  if (found.length === 0) return null;
  const metrics = found.map((pick): DraftMetric => {
    const { description, figure } = pick;
    const nature = natureOf(description, figure);
    const rises = nature === 'COUNT' && onlyRises(figure.values, date.days, account?.ids ?? []);
    const units = columns.flatMap(({ names, values, level }) => {
      const said = /unit/i.test(names.at(-1) ?? '') ? texts(values) : [];
      // "traffic in bytes", in words above all rows.
      return level === 0
        ? [...said, ...texts(values).flatMap((text) => /\bin ([a-z]+)\b/i.exec(text)?.[1] ?? [])]
        : said;
    });
    const names = figure.kind === 'LONG' ? [...figure.context, ...figure.names] : figure.names;
    const conversion = description === null ? null : conversionOf(description, names, units, figure.values);
    return { ...pick, nature: rises ? 'RUNNING' : nature, rises, conversion };
  });
  const wanted = [date.column, ...(account ? [account.column] : []), ...found.flatMap(({ figure }) => figure.columns)];
  const writing = writeRows(chain, wanted, filtersOf(chain, roles, found));
  const path = (column: Column) => writing.pathOf(column) ?? column.path;
  const taken = new Set<string>();
  const mapping: Mapping = {
    rowsPath: writing.rowsPath,
    datePath: date.write(path(date.column)),
    dateFormat: date.format,
    accountIdPath: account ? account.write(path(account.column)) : null,
    accountId: account ? null : UNNAMED_ACCOUNT,
    metrics: metrics.map(({ description, figure, nature, conversion }): MetricMapping => {
      const name = metricName([description ?? '', figure.names.at(-1) ?? ''], taken);
      taken.add(name);
      return {
        name,
        path: figure.write(figure.columns.map(path), conversion?.write),
        aggregation: aggregationOf(nature),
      };
    }),
  };
  const fits = picks.map((pick) => pick?.fit ?? 0);
  return {
    ...roles,
    mapping,
    chain,
    writing,
    metrics,
    fits,
    descriptions: asked.descriptions,
    columns,
    window: asked.window,
  };
}

const texts = (values: readonly unknown[]): string[] => [
  ...new Set(values.filter((value): value is string => typeof value === 'string').slice(0, 20)),
];

/** What leaves out rows that would only be errors: of no account, of no day, of other metrics. */
function filtersOf(chain: Chain, { date, account }: Roles, picks: readonly Pick[]): Filter[] {
  const filters: Filter[] = [];
  const last = chain.length - 1;
  const lacks = ({ values }: Column) => values.some((value) => value === null || value === '');
  if (date.column.level > 0 && lacks(date.column) && !date.column.path.includes('('))
    filters.push({ level: date.column.level, test: date.column.path });
  if (account && account.column.level > 0) {
    const { column, sentinels, write } = account;
    if (lacks(column)) filters.push({ level: column.level, test: column.path });
    if (sentinels.length > 0 && sentinels.length <= 5)
      filters.push({ level: column.level, test: withoutSentinels(operand(write(column.path)), sentinels) });
  }
  const rows = chain[last]?.elements.length ?? 0;
  const empty = Array.from({ length: rows }, (_, row) => row).filter((row) =>
    picks.every(({ figure }) => figure.values[row] === null),
  );
  if (empty.length === 0) return filters;
  const long = picks.filter(({ figure }) => figure.kind === 'LONG');
  const [kinds] = long.map(({ figure }) => figure.columns[0] as Column);
  if (
    kinds &&
    long.length === picks.length &&
    kinds.level > 0 &&
    long.every(({ figure }) => figure.columns[0] === kinds)
  ) {
    const tests = long.map(({ figure }) => `${operand(kinds.path)} == ${textLiteral(figure.names.at(-1) ?? '')}`);
    if (tests.length <= 6 && !kinds.path.includes(' | '))
      filters.push({ level: kinds.level, test: tests.join(' || ') });
  } else if (picks.length <= 4 && picks.every(({ figure }) => isOwnField(figure, last))) {
    const tests = picks.map(({ figure: { kind, columns } }) => {
      const path = columns[0]?.path ?? '@';
      return kind === 'FIELD' ? `${path} != \`null\`` : path;
    });
    filters.push({ level: last, test: tests.join(' || ') });
  }
  return filters;
}

const isOwnField = ({ kind, columns }: Figure, last: number): boolean =>
  (kind === 'FIELD' || kind === 'TEXT') && columns[0]?.level === last && last > 0 && !columns[0].path.includes(' | ');
