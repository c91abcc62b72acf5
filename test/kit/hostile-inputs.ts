import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isLeafType,
  isListType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
} from 'graphql';

/** One argument or input field with something in it that nobody means well. */
export type HostileInput = {
  readonly name: string;
  readonly document: string;
  readonly variables: Readonly<Record<string, unknown>>;
};

/** Stands for a list of so many that are the same. */
const SAME = Symbol('the same');

type Given = GraphQLArgument | GraphQLInputField;
/** Sensible values, by the name of argument or field. */
export type Sensible = Readonly<Record<string, unknown>>;

const TEXTS = [
  '',
  '\0',
  'half \ud800 a pair',
  '__proto__',
  'constructor',
  'toString',
  "'; DROP TABLE accounts; --",
  '%_\\',
  '\u202egnp\r\nx-injected: 1',
  '(a+)+$'.repeat(2_000),
  '\u{1f600}'.repeat(50_000),
];
const VALUES: Readonly<Record<string, readonly unknown[]>> = {
  String: TEXTS,
  Int: [2_147_483_647, -2_147_483_648, 0, -1, 1_000],
  Float: [1.7976931348623157e308, -1.7976931348623157e308, 5e-324, -0, -1, 2],
  Boolean: [true, false],
  Date: ['0001-01-01', '1969-12-31', '9999-12-31'],
  DateTime: [
    '0001-01-01T00:00:00+14:00',
    '1969-12-31T23:59:59.999Z',
    '9999-12-31T23:59:59.999999999-14:00',
    '2026-03-10T12:00:00.000000001Z',
  ],
  JSONObject: [
    JSON.parse('{"__proto__":{"polluted":1},"constructor":1}'),
    { '\0': 1 },
    { 'half \udc00': 1 },
    { text: '\0' },
    { deep: ['half \ud800'] },
    { number: 1.7976931348623157e308, nothing: null },
    JSON.parse(`${'{"a":'.repeat(3_000)}1${'}'.repeat(3_000)}`),
    Object.fromEntries(Array.from({ length: 5_000 }, (_, index) => [`key ${index}`, index])),
  ],
};

/** More than any list of objects may have. */
const LONG = 1_001;
/** Were each a parameter, they would be more than PostgreSQL takes. */
const MANY = 70_000;

type Field = GraphQLField<unknown, unknown>;

/** A field that takes arguments, and how an operation gets there. */
type Place = {
  readonly root: 'query' | 'mutation';
  readonly open: string;
  readonly close: string;
  readonly field: Field;
};

/** Every place of every argument of queries, changes and fields, with each of these in it; `ids` are tried where one is asked for. */
export const hostileInputs = (
  schema: GraphQLSchema,
  sensible: (field: string) => Sensible,
  ids: readonly string[],
): HostileInput[] =>
  placesOf(schema).flatMap(({ root, open, close, field }) => {
    const { name, args } = field;
    return args.flatMap((argument) =>
      leavesOf(argument.type).flatMap(({ path, type }) =>
        hostile(type, ids).map((value): HostileInput => {
          const place = [argument.name, ...path];
          const used = args.filter((one) => isRequiredArgument(one) || one === argument);
          const given = used.map((one) => [one.name, fill(one, place, value, sensible(name))]);
          return {
            name: `${open}${name}(${place.join('.')}: ${shown(value)})`,
            document: `${root} (${used.map((one) => `$${one.name}: ${one.type}`)}) ${open}${name}(${used.map(
              (one) => `${one.name}: $${one.name}`,
            )}) ${selectionOf(getNamedType(field.type))} ${close}`,
            variables: Object.fromEntries(given),
          };
        }),
      ),
    );
  });

/** All fields with arguments, each by the first way there is to an object of its type that needs none. */
function placesOf(schema: GraphQLSchema): Place[] {
  const places: Place[] = Object.values(schema.getMutationType()?.getFields() ?? {}).map((field) => ({
    ...{ root: 'mutation', open: '{ ', close: '}', field },
  }));
  const query = schema.getQueryType();
  const ways: (readonly [type: unknown, open: string, close: string])[] = query ? [[query, '{ ', '}']] : [];
  const seen = new Set<unknown>([query]);
  for (const [type, open, close] of ways) {
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const inner = getNamedType(field.type);
      if (field.args.length > 0) places.push({ root: 'query', open, close, field });
      if (seen.has(inner) || field.args.some(isRequiredArgument)) continue;
      seen.add(inner);
      ways.push([inner, `${open}${field.name} { `, `} ${close}`]);
    }
  }
  return places;
}

const shown = (value: unknown): string =>
  typeof value === 'object' && value !== null && SAME in value
    ? `${value[SAME]} times the same`
    : String(JSON.stringify(value)).slice(0, 80);

type Leaf = { readonly path: readonly string[]; readonly type: GraphQLInputType };

/** Lists count as a step: `0` is their first. A list itself is a leaf, too. */
function leavesOf(type: GraphQLInputType, depth = 0): Leaf[] {
  const named = getNullableType(type);
  if (depth > 6) return [];
  if (isListType(named)) {
    return [
      { path: [], type },
      ...leavesOf(named.ofType, depth + 1).map((leaf) => ({ ...leaf, path: ['0', ...leaf.path] })),
    ];
  }
  if (!isInputObjectType(named)) return [{ path: [], type }];
  return Object.values(named.getFields()).flatMap((field) =>
    leavesOf(field.type, depth + 1).map((leaf) => ({ ...leaf, path: [field.name, ...leaf.path] })),
  );
}

function hostile(type: GraphQLInputType, ids: readonly string[]): readonly unknown[] {
  const named = getNullableType(type);
  const nothing = named === type ? [null] : [];
  if (isListType(named))
    return [...nothing, [], { [SAME]: 2 }, { [SAME]: isLeafType(getNamedType(named)) ? MANY : LONG }];
  if (isEnumType(named)) return [...nothing, ...named.getValues().map(({ name }) => name)];
  return [...nothing, ...(named.toString() === 'ID' ? [...TEXTS, ...ids] : (VALUES[named.toString()] ?? []))];
}

function fill({ name, type }: Given, path: readonly string[], value: unknown, sensible: Sensible): unknown {
  return fillType(type, name, path[0] === name ? path.slice(1) : null, value, sensible);
}

/** `path` leads to the hostile value; null where it does not pass. */
function fillType(
  type: GraphQLInputType,
  name: string,
  path: readonly string[] | null,
  value: unknown,
  sensible: Sensible,
): unknown {
  const named = getNullableType(type);
  if (path?.length === 0 && !isSame(value)) return value;
  if (isListType(named)) {
    const one = (inner: readonly string[] | null) => fillType(named.ofType, name, inner, value, sensible);
    if (path?.length === 0 && isSame(value)) return Array.from({ length: value[SAME] }, () => one(null));
    if (path) return [one(path.slice(1))];
    return name in sensible ? sensible[name] : [one(null)];
  }
  if (isInputObjectType(named)) {
    const fields = Object.values(named.getFields()).filter(
      (field) => field.name === path?.[0] || isRequiredInputField(field) || field.name in sensible,
    );
    return Object.fromEntries(fields.map((field) => [field.name, fill(field, path ?? [], value, sensible)]));
  }
  if (name in sensible) return sensible[name];
  if (isEnumType(named)) return named.getValues()[0]?.name;
  return FILLERS[named.toString()];
}

const FILLERS: Sensible = {
  String: 'something',
  ID: 'something',
  Int: 1,
  Float: 1,
  Boolean: true,
  Date: '2026-03-01',
  DateTime: '2026-03-01T00:00:00Z',
  JSONObject: {},
};

const isSame = (value: unknown): value is { readonly [SAME]: number } =>
  typeof value === 'object' && value !== null && SAME in value;

function selectionOf(type: unknown): string {
  if (isInterfaceType(type)) return '{ __typename id }';
  if (!isObjectType(type)) return '';
  const fields = type.getFields();
  if (fields['nodes']) return '{ nodes { __typename } }';
  return fields['userErrors'] ? '{ userErrors { code message field } }' : '{ __typename }';
}

const FORGED = [
  null,
  true,
  '',
  '\0',
  'half \ud800',
  '9999-99-99',
  'x'.repeat(5_000),
  0,
  -0.5,
  -1,
  2_147_483_648,
  1e18,
  1e300,
  -1e300,
  'huge',
];

/** The cursor with each of these in the place of each of its values. */
export function forgedCursors(cursor: string): { readonly name: string; readonly after: string }[] {
  const parts = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[];
  return parts.slice(1).flatMap((_, place) =>
    FORGED.map((value) => {
      // A number that JSON can write and no double holds.
      const text = JSON.stringify(parts.with(place + 1, value)).replace('"huge"', '1e999');
      return { name: text.slice(0, 200), after: Buffer.from(text).toString('base64url') };
    }),
  );
}
