import type { Column } from './columns.ts';
import type { Chain, Level, Source } from './level.ts';
import { joined, operand } from './path.ts';

/** How rows are written, and how columns are read on them. */
export type Writing = {
  readonly rowsPath: string;
  /** Null for a column above the rows that was not asked for. */
  readonly pathOf: (column: Pick<Column, 'level' | 'path'>) => string | null;
};

export type Filter = { readonly level: number; readonly test: string };

/** The rows path of a chain that brings the columns asked for into each row. */
export function writeRows(chain: Chain, wanted: readonly Column[], filters: readonly Filter[]): Writing {
  const last = chain.length - 1;
  const bound = nameAll(
    wanted.filter((column) => column.level < last),
    chain,
  );
  const leaf = chain[last] as Level;
  const above = chain
    .slice(1)
    .flatMap((level, index) =>
      level.source.kind === 'ZIP' ? level.source.parts.filter((part) => part.level < index) : [],
    );
  const lists = new Map(
    above.map((part, index) => [`${part.level} ${part.path}`, { ...part, variable: `list${index || ''}` }]),
  );
  const context: Context = { chain, bound, lists: [...lists.values()], filters };
  const isPair = leaf.source.kind === 'MAP';
  const isProjected = bound.length > 0 && last > 0;
  return {
    rowsPath: last === 0 ? '[@]' : writeFrom(context, 0, isProjected ? projection(bound, isPair) : null),
    pathOf: ({ level, path }) => {
      if (level === last) return isProjected ? onRow(path, isPair) : path;
      const found = bound.find((one) => one.column.level === level && one.column.path === path);
      return found ? found.name : null;
    },
  };
}

type Bound = { readonly column: Column; readonly name: string };
type Context = {
  readonly chain: Chain;
  readonly bound: readonly Bound[];
  readonly lists: readonly { readonly level: number; readonly path: string; readonly variable: string }[];
  readonly filters: readonly Filter[];
};

const projection = (bound: readonly Bound[], isPair: boolean): string =>
  `.{${[...bound.map(({ name }) => `${name}: $${name}`), ...(isPair ? ['key: [0]', 'value: [1]'] : ['row: @'])].join(', ')}}`;

function onRow(path: string, isPair: boolean): string {
  if (!isPair) return joined('row', path);
  return path.startsWith('[0]') ? `key${path.slice(3)}` : path.startsWith('[1]') ? `value${path.slice(3)}` : path;
}

/** Names for variables and fields at once: what a column is called, or a number. */
function nameAll(columns: readonly Column[], chain: Chain): Bound[] {
  const taken = new Set(['row', 'key', 'value', 'in', 'let']);
  const unique = columns.filter(
    (column, index) =>
      columns.findIndex((other) => other.level === column.level && other.path === column.path) === index,
  );
  return unique.map((column) => {
    const said = column.isKey ? keyName(chain, column) : (column.names.at(-1) ?? 'it');
    const base =
      said
        .replaceAll(/[^A-Za-z0-9_]+/g, '_')
        .replaceAll(/^[\d_]+|_+$/g, '')
        .slice(0, 30) || 'it';
    let name = base;
    for (let number = 2; taken.has(name); number++) name = `${base}_${number}`;
    taken.add(name);
    return { column, name };
  });
}

const keyName = (chain: Chain, column: Column): string =>
  chain.length > 2 && column.level > 1 ? 'inner_key' : 'outer_key';

/** The expression on an element of level `from` that gives all rows within it. */
function writeFrom(context: Context, from: number, leaf: string | null): string {
  const { chain, bound, lists } = context;
  const last = chain.length - 1;
  const bindings = [
    ...bound.filter(({ column }) => column.level === from).map(({ column, name }) => `$${name} = ${column.path}`),
    ...lists.filter(({ level }) => level === from).map(({ variable, path }) => `$${variable} = ${path}`),
  ];
  const binds = (level: number) =>
    bound.some(({ column }) => column.level === level) || lists.some((list) => list.level === level);
  let next = from + 1;
  while (next < last && !binds(next)) next++;
  const sources = chain.slice(from + 1, next + 1).map(({ source }, index) => ({
    source,
    text: sourceText(source, context, from + 1 + index),
    test: testOf(context, from + 1 + index, source),
  }));
  const isLeaf = next === last;
  const single = sources.length === 1;
  let text = '';
  for (const [index, { text: part, test, source }] of sources.entries()) {
    const isLast = index === sources.length - 1;
    const isSliced = source.kind === 'LIST' && source.skip === 1;
    text += index === 0 || part.startsWith('[') ? part : part === '@' ? '' : `.${part}`;
    if (test !== null) text += `${isSliced ? ' | ' : ''}[?${test}]`;
    if (index > 0) text += '[]';
    else if (!isLast || !isLeaf || leaf !== null) text += test !== null || isSliced ? '' : '[*]';
  }
  const body = isLeaf ? text + (leaf ?? '') : `${text}.[${writeFrom(context, next, leaf)}][][]`;
  // The answer itself as the list needs no step.
  const tidy = single && isLeaf && leaf === null ? body : body.replace(/^@(?=\[)/, '');
  return bindings.length > 0 ? `let ${bindings.join(', ')} in ${tidy}` : tidy;
}

function sourceText(source: Source, { lists }: Context, at: number): string {
  switch (source.kind) {
    case 'ROOT':
      return '@';
    case 'LIST':
      return source.skip ? `${source.path === '@' ? '' : source.path}[1:]` : source.path;
    case 'MAP':
      return `items(${source.guarded ? `${operand(source.path)} || \`{}\`` : source.path})`;
    case 'ZIP': {
      const parts = source.parts.map(({ level, path }) => {
        const above = lists.find((list) => list.level === level && list.path === path);
        const read = level < at - 1 && above ? `$${above.variable}` : path;
        return source.guarded ? `${operand(read)} || \`[]\`` : read;
      });
      return `zip(${parts.join(', ')})`;
    }
  }
}

function testOf({ filters }: Context, level: number, source: Source): string | null {
  const tests = filters.filter((filter) => filter.level === level).map(({ test }) => test);
  if (source.kind === 'MAP' && source.only) tests.unshift(`type([1]) == '${source.only}'`);
  if (tests.length === 0) return null;
  return tests.length === 1
    ? (tests[0] as string)
    : tests.map((test) => (/[|&]{2}/.test(test) ? `(${test})` : test)).join(' && ');
}
