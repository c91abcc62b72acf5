import { numberRecipe } from '../number-recipe.ts';
import { isObject } from '../recipe.ts';
import { type Nature, natureOfNames } from './aggregation.ts';
import { looseNumber, oddest } from './loose-number.ts';
import { isNoFigure } from './no-figure.ts';
import type { Column } from './structure/columns.ts';
import type { Chain } from './structure/level.ts';
import { operand } from './structure/path.ts';
import { namesWithUnit } from './unit-beside.ts';

/** Something countable that rows have, and how it is written. */
export type Figure = {
  readonly kind: 'FIELD' | 'TEXT' | 'TRUTH' | 'LONG' | 'EVENT' | 'SUM' | 'ROWS';
  /** What has to be in reach of the row. */
  readonly columns: readonly Column[];
  /** The metric path, of the paths to these columns. */
  readonly write: (paths: readonly string[], convert?: (path: string) => string) => string;
  readonly names: readonly string[];
  /** What else stands in the row and tells what it is: the value of `metric`, of `unit`. */
  readonly context: readonly string[];
  /** One for each row, as near as can be told here. */
  readonly values: readonly (number | null)[];
  /** 1, or less where it is no figure of the row. */
  readonly worth: number;
  readonly key: string;
  /** Rows have no other number beside the name that says what it is. */
  readonly isOnly?: boolean;
  /** It stands above the rows, of which there are several for each. */
  readonly isRepeated?: boolean;
  readonly nature?: Nature;
};

/** Everything in rows that could be a metric. */
export function findFigures(chain: Chain, columns: readonly Column[]): Figure[] {
  const context = contextOf(columns);
  const plain = columns.flatMap(
    (column) => figureOf({ ...column, names: namesWithUnit(column, columns) }, column, chain, context) ?? [],
  );
  // Lists side by side, and days with a number each, are figures of days: how many there are says nothing.
  const source = chain.at(-1)?.source;
  const isSeries =
    source?.kind === 'ZIP' || (source?.kind === 'MAP' && plain.some(({ columns: [of] }) => of?.path === '[1]'));
  return [
    ...plain,
    ...sumsOf(chain, context),
    ...(isSeries
      ? []
      : [rowsFigure(chain, columns, contextOf(columns.filter(({ level }) => level === chain.length - 1)))]),
  ];
}

/** Texts that are the same in every row, and say what its figures are. */
function contextOf(columns: readonly Column[]): string[] {
  const found = columns.flatMap(({ values, names, level }) => {
    const first = values.find((value) => value !== null);
    if (typeof first !== 'string' || first.length > 60 || !/[a-z]/i.test(first)) return [];
    if (!NAMING.test(names.at(-1) ?? '') && level === 0) return [];
    return values.every((value) => value === null || value === first) ? [first] : [];
  });
  return [...new Set(found)].slice(0, MOST_CONTEXT);
}

const MOST_CONTEXT = 12;

export const NAMING =
  /(?:^|_|\b)(?:__name__|metric|name|type|category|kind|key|event|action|unit|usage|statistic|stat|measure|feature|label|target|meter|series|code|slug|field|property|display)/i;

function figureOf(
  { names, level, values }: Column,
  column: Column,
  chain: Chain,
  context: readonly string[],
): Figure | null {
  if (column.isKey) return null;
  const present = values.filter((value) => value !== null && value !== '');
  const last = chain.length - 1;
  const repeats = level < last && isRepeated(chain, level);
  const worth = (repeats ? 0.4 : 1) * (isNoFigure(names, present) ? 0.3 : 1);
  const nature = repeats ? natureOfNames([], names) : undefined;
  const base = {
    ...{ columns: [column], names, context, worth, key: `${level} ${column.path}` },
    ...(nature ? { isRepeated: true, nature } : {}),
  };
  if (present.every((value) => typeof value === 'number'))
    return {
      ...base,
      kind: 'FIELD',
      values: values as (number | null)[],
      write: ([path = '@'], convert) => converted(path, convert, present.length < values.length),
    };
  if (present.every((value) => typeof value === 'boolean'))
    return {
      ...base,
      kind: 'TRUTH',
      worth: worth * 0.8,
      values: values.map((value) => (value === null ? null : Number(value))),
      write: ([path = '@']) => `${operand(path)} ? \`1\` : \`0\``,
    };
  const texts = present.filter((value): value is string => typeof value === 'string');
  if (present.some((value) => typeof value !== 'string' && typeof value !== 'number')) return null;
  const numbers = values.map(looseNumber);
  const good = numbers.filter((number) => number !== null).length;
  if (good === 0 || good < present.length * 0.7) return null;
  // The oddest text shows what has to be taken off all of them.
  const example =
    oddest(texts.filter((text) => looseNumber(text) !== null && Number.isNaN(Number(text)))) ??
    texts.find((text) => looseNumber(text) !== null) ??
    '';
  if (!numberRecipe('x', example)) return null;
  return {
    ...{ ...base, kind: 'TEXT', values: numbers },
    write: ([path = '@'], convert) => {
      const number = numberRecipe('x', example)?.write.replace(/\bx\b/, () => path) ?? path;
      return converted(number, convert, good < values.length);
    },
  };
}

/** Arithmetic takes no null. */
const converted = (path: string, convert: ((path: string) => string) | undefined, mayLack: boolean): string =>
  convert ? (mayLack ? `${operand(path)} && ${convert(path)}` : convert(path)) : path;

export const canBeUnasked = (figure: Figure): boolean =>
  figure.worth === 1 && (figure.kind === 'FIELD' || figure.kind === 'TEXT') && !isNoFigure(figure.names);

function isRepeated(chain: Chain, level: number): boolean {
  const rows = chain.at(-1)?.elements.length ?? 0;
  return rows > (chain[level]?.elements.length ?? 0);
}

/** Sums over a list within the row, and how long it is. */
function sumsOf(chain: Chain, context: readonly string[]): Figure[] {
  const leaf = chain.at(-1);
  const level = chain.length - 1;
  if (!leaf) return [];
  return leaf.found.lists.flatMap((place): Figure[] => {
    if (place.path === '@' || place.path.includes('|') || /\[\d+\]/.test(place.path)) return [];
    const column: Column = {
      level,
      path: place.path,
      names: place.names,
      values: place.values,
      isKey: false,
      filled: 1,
    };
    const isWhole = place.values.every(Array.isArray);
    const read = (list: unknown): readonly unknown[] => (Array.isArray(list) ? list : []);
    const fields = new Set(
      place.values.flatMap((list) =>
        read(list)
          .slice(0, 5)
          .flatMap((inner) => (isObject(inner) ? Object.keys(inner).slice(0, 20) : [])),
      ),
    );
    const base = { columns: [column], context, worth: 0.85 };
    const length: Figure = {
      ...{ ...base, kind: 'SUM' as const, names: place.names, key: `length ${place.path}` },
      values: place.values.map((list) => (Array.isArray(list) ? list.length : null)),
      write: ([path = '@']) => (isWhole ? `length(${path})` : `length(${operand(path)} || \`[]\`)`),
      worth: 0.8,
    };
    const sums = [...fields].flatMap((field): Figure[] => {
      const of = (list: unknown) => read(list).map((inner) => (isObject(inner) ? inner[field] : null));
      const numbers = place.values.flatMap(of);
      if (numbers.length === 0 || !numbers.every((number) => typeof number === 'number') || isNoFigure([field]))
        return [];
      const name = /^[A-Za-z_]\w*$/.test(field) ? field : JSON.stringify(field);
      return [
        {
          ...{ ...base, kind: 'SUM', names: [...place.names, field], key: `sum ${place.path} ${field}` },
          values: place.values.map((list) => (of(list) as number[]).reduce((sum, number) => sum + number, 0)),
          write: ([path = '@']) => `sum(${isWhole ? path : `(${operand(path)} || \`[]\`)`}[*].${name})`,
        },
      ];
    });
    return [...sums, length];
  });
}

/** Where rows stand, whatever they are. */
const PLACES =
  /^(?:nodes?|edges?|items|data|results?|records|rows?|list|values|objects|content|page|payload|response|body|collection|elements|\d+)$/i;

/** A row is an event: usage is how many there are. */
function rowsFigure(chain: Chain, columns: readonly Column[], said: readonly string[]): Figure {
  const leaf = chain.at(-1);
  const rows = leaf?.elements.length ?? 0;
  const last = chain.length - 1;
  const source = leaf?.source;
  const path =
    source?.kind === 'LIST' ? (source.path.match(/[\w$-]+/g) ?? []).filter((name) => !PLACES.test(name)) : [];
  const kinds = columns.flatMap(({ names, values }) =>
    /^(?:type|object|kind|resource)$/i.test(names.at(-1) ?? '') &&
    typeof values[0] === 'string' &&
    new Set(values).size === 1
      ? [values[0]]
      : [],
  );
  // `job_id`, one for each row.
  const ids = columns.flatMap(({ names, values, level }) =>
    level === last && /[a-z][_-]?(?:id|uuid|key|number|no)$/i.test(names.at(-1) ?? '') && new Set(values).size === rows
      ? [(names.at(-1) ?? '').replace(/[_-]?(?:id|uuid|key|number|no)$/i, '')]
      : [],
  );
  const hasId = columns.some(
    ({ names, values, level }) =>
      level === last &&
      /(?:^|[a-z_-])(?:id|uuid|guid|sid|key|number|uri)$/i.test(names.at(-1) ?? '') &&
      new Set(values).size === rows,
  );
  return {
    ...{
      kind: 'ROWS',
      columns: [],
      write: () => '`1`',
      names: [...kinds.slice(0, 1), ...path.slice(-1)],
      context: hasId ? [...said, ...ids] : ids,
    },
    ...{ values: Array.from({ length: rows }, () => 1), worth: hasId ? 0.75 : 0.6, key: 'rows' },
  };
}
