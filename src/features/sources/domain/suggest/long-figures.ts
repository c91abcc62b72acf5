import { type Figure, NAMING } from './figures.ts';
import type { Column } from './structure/columns.ts';
import { operand, textLiteral } from './structure/path.ts';

/** Figures of rows that each say which metric they are of. */
export function longFigures(columns: readonly Column[], figures: readonly Figure[], last: number): Figure[] {
  const rows = columns[0]?.values.length ?? 0;
  const found: Figure[] = [];
  const valuedBy = figures
    .filter(
      ({ kind, worth, columns: [of] }) => (kind === 'FIELD' || kind === 'TEXT') && worth === 1 && of?.level === last,
    )
    .slice(0, 12);
  const whole = figures.find(({ kind }) => kind === 'ROWS');
  for (const column of columns) {
    if (found.length > MOST_LONG) break;
    const kinds = distinctTexts(column);
    if (!kinds || kinds.length < 2) continue;
    if (kinds.length === rows && rows > 2 && !NAMING.test(column.names.at(-1) ?? '')) continue;
    for (const kind of kinds) found.push(...ofKind(column, kind, valuedBy, whole));
  }
  return found;
}

const MOST_LONG = 600;

/** The figures that rows of one kind have, and how many such rows there are. */
function ofKind(column: Column, kind: string, figures: readonly Figure[], rows: Figure | undefined): Figure[] {
  const { level, path, values } = column;
  const names = [...column.names.slice(-1), kind];
  const is = (at: string) => `${operand(at)} == ${textLiteral(kind)}`;
  const valued = figures.map(
    (figure): Figure => ({
      ...{ kind: 'LONG', columns: [column, ...figure.columns], context: figure.names, worth: figure.worth, names },
      values: figure.values.map((value, row) => (values[row] === kind ? value : null)),
      write: ([at = '@', ...rest], convert) => `${is(at)} ? ${figure.write(rest, convert)} : \`null\``,
      key: `${level} ${path} ${kind} ${figure.key}`,
      isOnly: figures.length === 1,
    }),
  );
  const counted: Figure = {
    ...{
      kind: 'EVENT',
      columns: [column],
      context: rows ? [...rows.context, ...rows.names].slice(-2) : [],
      worth: (rows?.worth ?? 0) >= 0.75 ? 0.85 : 0.7,
      names,
    },
    values: values.map((value) => (value === kind ? 1 : 0)),
    write: ([at = '@']) => `${is(at)} ? \`1\` : \`0\``,
    key: `${level} ${path} ${kind} count`,
  };
  return [...valued, counted];
}

const MAX_KINDS = 30;

function distinctTexts({ values, filled }: Column): string[] | null {
  const kinds = new Set<string>();
  for (const value of values) {
    if (value === null || value === '') continue;
    if (typeof value !== 'string' || value.length > 100 || kinds.size > MAX_KINDS) return null;
    kinds.add(value);
  }
  return kinds.size <= MAX_KINDS && filled > 0 ? [...kinds] : null;
}
