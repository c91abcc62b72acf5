import {
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
} from 'graphql';
import { seeded } from './random.ts';

export type RandomDocument = { readonly query: string; readonly variables: Readonly<Record<string, unknown>> };

/** What variables are declared as, and what they may be given: the first ones fit. */
const VARIABLES: Readonly<
  Record<string, { readonly type: string; readonly fits: readonly unknown[]; readonly wrong: readonly unknown[] }>
> = {
  yes: { type: 'Boolean!', fits: [true, false], wrong: ['yes', null] },
  maybe: { type: 'Boolean! = true', fits: [true, false, undefined], wrong: [null] },
  n: { type: 'Int', fits: [1, null, undefined, -7], wrong: ['1', 1.5, 2 ** 40] },
  first: { type: 'Int! = 5', fits: [2, undefined], wrong: [null] },
  s: { type: 'String!', fits: ['', 'a"b\\', '`$x', '__proto__'], wrong: [7, undefined] },
  c: { type: 'Colour = BLUE', fits: ['RED', null, undefined], wrong: ['PINK', 1] },
  at: { type: 'Stamp', fits: ['t1', null, undefined], wrong: ['x', 3] },
  box: {
    type: 'Box',
    fits: [
      {},
      { size: 1, inner: { label: null, tags: 'one' } },
      null,
      undefined,
      { colour: 'RED', at: 't9', tags: [] },
    ],
    wrong: [{ size: null }, { nothing: 1 }, [], { inner: { size: 'x' } }],
  },
  loose: { type: 'Loose', fits: [1, { a: [null] }, 'x', undefined], wrong: [] },
};
/** By the argument's name; `$` marks a variable. */
const ARGUMENTS: Readonly<Record<string, readonly string[]>> = {
  n: ['3', 'null', '$n', '$first'],
  first: ['1', '$first'],
  s: ['"t"', '"""block "quoted" \\u2028"""', '"`$x\\\\"', '$s'],
  c: ['RED', 'null', '$c'],
  at: ['"t2"', 'null', '$at'],
  list: ['[1, 2]', '3', '[$first]', 'null'],
  box: [
    '{}',
    '{ size: 2, tags: ["a"] }',
    '$box',
    '{ inner: { size: $first, label: $s } }',
    '{ colour: $c, at: $at }',
    'null',
  ],
  value: ['1', '$loose', '{ a: [1, "x"] }'],
};

/** A document that the schema allows, nearly always; `wrong` is the share of variables that do not fit. */
export function randomDocument(schema: GraphQLSchema, seed: number, wrong: number): RandomDocument {
  const random = seeded(seed);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  const used = new Set<string>();
  const fragments: string[] = [];
  let left = 4 + Math.floor(random() * 36);
  let renamed = 0;

  const withVariables = (text: string): string => {
    for (const [, name = ''] of text.replace(/"[^"]*"/g, '').matchAll(/\$(\w+)/g)) used.add(name);
    return text;
  };
  const directive = (): string => {
    if (random() > 0.12) return '';
    return withVariables(` @${pick(['skip', 'include'])}(if: ${pick(['true', 'false', '$yes', '$maybe'])})`);
  };
  const fieldText = (field: GraphQLField<unknown, unknown>, depth: number): string => {
    const args = field.args
      .filter(() => random() < 0.6)
      .map(({ name }) => `${name}: ${withVariables(pick(ARGUMENTS[name] ?? ['null']))}`);
    const alias = field.args.length > 0 || random() < 0.1 ? `a${renamed++}: ` : '';
    const inner = getNamedType(field.type);
    const body = isCompositeType(inner) ? ` ${selection(inner.name, depth + 1)}` : '';
    return `${random() < 0.002 ? '__proto__: ' : alias}${field.name}${args.length > 0 ? `(${args.join(', ')})` : ''}${directive()}${body}`;
  };
  const selection = (typeName: string, depth: number): string => {
    const type = schema.getType(typeName);
    const fields = isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [];
    const allowed = depth < 5 ? fields : fields.filter((field) => !isCompositeType(getNamedType(field.type)));
    const parts: string[] = random() < 0.3 || allowed.length === 0 ? [`__typename${directive()}`] : [];
    for (let count = 1 + Math.floor(random() * 5); count > 0 && left > 0; count--) {
      left--;
      const kind = random();
      if (kind < 0.12 || allowed.length === 0) {
        const on = isObjectType(type)
          ? typeName
          : pick(typeName === 'Query' ? ['Query'] : ['Tree', 'Leaf', 'Thing', typeName]);
        parts.push(
          `... ${random() < 0.8 ? `on ${on}` : ''}${directive()} ${selection(on, depth + 1)}`.replace(
            '...  {',
            '... {',
          ),
        );
      } else if (kind < 0.2) {
        const name = `F${fragments.length}`;
        fragments.push('');
        fragments[Number(name.slice(1))] = `fragment ${name} on ${typeName} ${selection(typeName, depth + 1)}`;
        parts.push(`...${name}${directive()}`, ...(random() < 0.3 ? [`...${name}`] : []));
      } else parts.push(fieldText(pick(allowed), depth));
    }
    if (depth === 0 && random() < 0.03) parts.push('__type(name: "Leaf") { name fields { name } }');
    return `{ ${parts.length > 0 ? parts.join(' ') : '__typename'} }`;
  };

  const body = selection('Query', 0);
  const declared = [...used].map((name) => `$${name}: ${VARIABLES[name]?.type}`).join(', ');
  const variables: Record<string, unknown> = {};
  for (const name of used) {
    const { fits = [], wrong: misfits = [] } = VARIABLES[name] ?? {};
    const value = misfits.length > 0 && random() < wrong ? pick(misfits) : pick(fits);
    if (value !== undefined) variables[name] = value;
  }
  return { query: `query${declared ? ` (${declared})` : ''} ${body}\n${fragments.join('\n')}`, variables };
}
