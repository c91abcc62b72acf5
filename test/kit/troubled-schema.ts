import { makeExecutableSchema } from '@graphql-tools/schema';
import { type GraphQLSchema, isObjectType } from 'graphql';
import { seeded } from './random.ts';

/** What values of one execution may be, as shares from 0 to 1. */
export type Mood = {
  readonly seed: number;
  /** Errors thrown, rejected or given; nulls; values that their type refuses. */
  readonly trouble: number;
  /** Given later. */
  readonly async: number;
  /** Right, and yet rare: methods, lists that are no arrays, types that are told later. */
  readonly odd: number;
};

/** One execution's part: what was called, and whether anything odd came up. */
export type Witness = { readonly mood: Mood; readonly calls: string[]; oddities: number };

const SCALARS_AND_INPUTS = `
  scalar Stamp
  scalar Loose
  enum Colour { RED GREEN BLUE }
  input Box { size: Int! = 3 label: String = "none" tags: [String!] colour: Colour at: Stamp inner: Box }`;
const FIELDS = `
  pId: ID! pInt: Int pIntN: Int! pFloat: Float pText: String! pBool: Boolean pColour: Colour pStamp: Stamp pLoose: Loose
  pFloats: [Float] pFloatsN: [Float!]! pTexts: [[String!]] pInts: [Int] pStamps: [Stamp!] pColours: [Colour]!
  pTree: Tree pTreeN: Tree! pLeaves: [Leaf] pLeavesN: [Leaf!]! pThing: Thing pAny: Any pAnys: [Any!]
  rInt(n: Int = 4, box: Box): Int
  rText(s: String! = "s", c: Colour = GREEN, at: Stamp, list: [Int!]): String!
  rStamp: Stamp! rLoose(value: Loose): Loose rFloats(first: Int! = 2): [Float]
  rTree(box: Box = { size: 7 }): Tree rTreeN: Tree! rLeaves(n: Int): [Leaf] rLeavesN: [Leaf!]! rNested: [[Tree]!]
  rThing: Thing rThings(c: Colour): [Thing!] rAny: Any! rAnys: [Any]!`;
export const TYPES = ['Tree', 'Leaf', 'Plain'] as const;
const SDL = `${SCALARS_AND_INPUTS}
  interface Thing { pId: ID! pText: String! rInt(n: Int = 4, box: Box): Int rTree(box: Box = { size: 7 }): Tree rThing: Thing }
  union Any = Tree | Leaf | Plain
  type Tree implements Thing { ${FIELDS} }
  type Leaf implements Thing { ${FIELDS} }
  type Plain { ${FIELDS} }
  type Query { ${FIELDS} }`;

type Source = { readonly id: string; readonly __typename: string };

/** A schema whose resolvers give whatever the mood says, the same for the same question, and write down who called. */
export function troubledSchema(): GraphQLSchema {
  const types = makeExecutableSchema({ typeDefs: SDL });
  const resolvers: Record<string, Record<string, unknown>> = {
    Colour: { RED: 1, GREEN: 'g', BLUE: 'blue' },
    Thing: { __resolveType: typeOf },
  };
  for (const name of [...TYPES, 'Query']) {
    const type = types.getType(name);
    if (!isObjectType(type)) throw new Error(name);
    const own: Record<string, unknown> = {};
    for (const field of Object.values(type.getFields())) {
      if (!field.name.startsWith('r')) continue;
      own[field.name] = (source: Source | undefined, args: object, witness: Witness) => {
        const id = `${source?.id ?? ''}/${field.name}`;
        witness.calls.push(`${id} ${JSON.stringify(args)}`);
        return given(witness, `${id}${JSON.stringify(args)}`, String(field.type), true);
      };
    }
    resolvers[name] = own;
  }
  const refuse = (value: unknown) => {
    throw new TypeError(`not a stamp: ${typeof value}`);
  };
  const stamp = (value: unknown) => (typeof value === 'string' && value.startsWith('t') ? value : refuse(value));
  return makeExecutableSchema({
    typeDefs: SDL,
    resolvers: [
      resolvers,
      {
        Stamp: {
          serialize: (value: unknown) => (value instanceof Date ? value.toISOString() : refuse(value)),
          parseValue: stamp,
        },
        Loose: { serialize: (value: unknown) => ({ shown: String(value) }) },
      },
    ] as never,
  });
}

const typeOf = (source: Source, { mood }: Witness) =>
  chance(mood, `${source.id}?type`) < mood.trouble / 4 ? 'Plain' : source.__typename;

const chance = (mood: Mood, what: string): number => {
  let hash = mood.seed;
  for (let index = 0; index < what.length; index++) hash = Math.imul(hash ^ what.charCodeAt(index), 0x01000193);
  return seeded(hash)();
};

/** The root of an execution: its properties are those of any other object. */
export const rootOf = (witness: Witness): object => objectOf(witness, 'root', 'Query');

function given(witness: Witness, id: string, type: string, mayThrow: boolean): unknown {
  const { mood } = witness;
  const value = () => {
    const trouble = chance(mood, `${id}!`);
    if (trouble < mood.trouble) return troubleOf(trouble / mood.trouble, mayThrow);
    return rightValue(witness, id, type);
  };
  const when = chance(mood, `${id}@`);
  if (when >= mood.async) return value();
  if (when < mood.async / 3) return new Promise((resolve) => setImmediate(resolve)).then(value);
  return Promise.resolve().then(value);
}

function troubleOf(kind: number, mayThrow: boolean): unknown {
  if (kind < 0.3 && mayThrow) throw new Error('thrown');
  if (kind < 0.5) return new Error('given');
  if (kind < 0.6) return undefined;
  if (kind < 0.7) return Number.NaN;
  if (kind < 0.8) return { neither: 'this' };
  return null;
}

function rightValue(witness: Witness, id: string, type: string): unknown {
  const { mood } = witness;
  const inner = type.endsWith('!') ? type.slice(0, -1) : type;
  if (inner === type && chance(mood, `${id}0`) < 0.15) return null;
  if (inner.startsWith('[')) {
    const length = Math.floor(chance(mood, `${id}#`) * 4);
    const of = inner.slice(1, -1);
    const list = Array.from({ length }, (_, index) => given(witness, `${id}.${index}`, of, false));
    if (chance(mood, `${id}%`) >= mood.odd) return list;
    witness.oddities++;
    return new Set(list);
  }
  const number = chance(mood, `${id}=`);
  switch (inner) {
    case 'Int':
      return number < 0.1 ? String(Math.floor(number * 1e4)) : Math.floor(number * 1e6) - 5e5;
    case 'Float':
      return number < 0.1 ? Math.floor(number * 100) : number < 0.2 ? true : number * 1e9 - 3e8;
    case 'String':
      return number < 0.1 ? 12.5 : number < 0.2 ? true : `"${number}\u2028`;
    case 'ID':
      return number < 0.5 ? Math.floor(number * 1e6) : `id ${number}`;
    case 'Boolean':
      return number < 0.1 ? 1 : number < 0.5;
    case 'Colour':
      return [1, 'g', 'blue'][Math.floor(number * 3)];
    case 'Stamp':
      return new Date(Math.floor(number * 1e12));
    case 'Loose':
      return number;
    case 'Thing':
      return objectOf(witness, id, TYPES[Math.floor(number * 2)] ?? 'Tree');
    case 'Any':
      return objectOf(witness, id, TYPES[Math.floor(number * 3)] ?? 'Tree');
    default:
      return objectOf(witness, id, inner);
  }
}

const ofProperties = troubledTypes();

function objectOf(witness: Witness, id: string, __typename: string): object {
  const { mood } = witness;
  const source = { id, __typename };
  for (const [name, type] of ofProperties) {
    const get = () => {
      const value = given(witness, `${id}.${name}`, type, true);
      if (chance(mood, `${id}.${name}()`) >= mood.odd) return value;
      witness.oddities++;
      return () => value;
    };
    Object.defineProperty(source, name, { get, enumerable: true });
  }
  return source;
}

function troubledTypes(): (readonly [string, string])[] {
  return [...FIELDS.matchAll(/\b(p\w+): (\S+)/g)].map(([, name = '', type = '']) => [name, type] as const);
}
