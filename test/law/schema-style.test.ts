import {
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { elements, fieldsOf, mutations, ROOTS, type Slot, schema, slots, types } from './schema-elements.ts';

const places = (found: readonly { readonly at: string }[]): string[] => found.map(({ at }) => at);

/** What a mutation's name may begin with. A new verb is welcome here; a noun is not. */
const VERBS =
  'acknowledge|ask|backfill|backtest|cancel|connect|create|delete|disconnect|dismiss|export|import|invite|link|preview|reconfigure|reconnect|record|rename|reopen|replay|revoke|rotate|run|save|send|set|snooze|start|stop|suggest|sync|unlink|update|upsert';

/** A series has one entry for each day, and a day without a value is null: that is its meaning. */
const LISTS_WITH_HOLES = ['MetricUsage.values', 'UsageBaseline.expected', 'UsageBaseline.lower', 'UsageBaseline.upper'];

describe('descriptions: the explorer is the manual', () => {
  it('everything has one', () => {
    expect(places(elements.filter(({ description }) => !description?.trim()))).toEqual([]);
  });

  it('each ends like a sentence', () => {
    expect(places(elements.filter(({ description }) => description && !/[.!?]$/.test(description.trim())))).toEqual([]);
  });

  it('the schema itself has one', () => {
    expect(schema.description).toMatch(/\S/);
  });
});

describe('values', () => {
  const lists = slots.filter(({ type }) => isListType(getNullableType(type)));
  const named = (pattern: RegExp): Slot[] => slots.filter(({ name }) => pattern.test(name));
  const notOf = (type: string, found: readonly Slot[]) =>
    places(found.filter((slot) => getNamedType(slot.type).name !== type));

  it('lists have no holes', () => {
    const holed = lists.filter(({ type }) => !/^\[.*!\]!?$/.test(String(type)));
    expect(places(holed).filter((at) => !LISTS_WITH_HOLES.includes(at))).toEqual([]);
  });

  it('an empty list is empty, not null, except where a root field may fail', () => {
    const nullable = lists.filter(({ type, kind, owner }) => {
      return kind === 'field' && !isNonNullType(type) && !ROOTS.includes(owner.name);
    });
    expect(places(nullable)).toEqual([]);
  });

  it('…At is an instant', () => {
    expect(notOf('DateTime', named(/[a-z]At$/))).toEqual([]);
    const others = slots.filter(({ name, type }) => getNamedType(type).name === 'DateTime' && !/[a-z]At$/.test(name));
    expect(places(others)).toEqual([]);
  });

  it('…On, …Day, day, from and to are calendar days', () => {
    const days = /([a-z]((?<!rests)On|(?<!Per)Day)|^(day|from|to))$/;
    expect(notOf('Date', named(days))).toEqual([]);
    const others = slots.filter(({ name, type }) => getNamedType(type).name === 'Date' && !days.test(name));
    expect(places(others)).toEqual([]);
  });

  it('objects link to objects, not to their ids', () => {
    const links = slots.filter(({ name, kind }) => kind === 'field' && /Ids?$/.test(name));
    const others = links.filter(({ name }) => !['externalId', 'externalCrmId'].includes(name));
    // The constant of a mapping is given back as it was given: the customer's own id, for which there may be no account.
    expect(places(others).filter((at) => at !== 'Mapping.accountId')).toEqual([]);
  });

  it('enum values are upper case', () => {
    const values = types.flatMap((type) => (isEnumType(type) ? type.getValues().map(({ name }) => name) : []));
    expect(values.filter((name) => !/^[A-Z][A-Z0-9_]*$/.test(name))).toEqual([]);
  });
});

describe('Relay', () => {
  it('what has an id is a Node, and a Node has an id', () => {
    const node = schema.getType('Node');
    const wrong = types.filter((type) => {
      if (!isObjectType(type)) return false;
      const isNode = type.getInterfaces().some((one) => one === node);
      return isNode !== (String(type.getFields()['id']?.type) === 'ID!');
    });
    expect(wrong.map(({ name }) => name)).toEqual([]);
    expect(String(schema.getQueryType()?.getFields()['node']?.type)).toBe('Node');
  });

  const connections = types.filter(({ name }) => name.endsWith('Connection'));
  it.each(connections.map((type) => [type.name, type] as const))('%s has nodes, edges and pageInfo', (name, type) => {
    const shape = Object.fromEntries(fieldsOf(type).map((field) => [field.name, String(field.type)]));
    const node = name.replace(/Connection$/, '');
    expect(shape).toMatchObject({ nodes: `[${node}!]!`, edges: `[${node}Edge!]!`, pageInfo: 'PageInfo!' });
    const edge = Object.fromEntries(
      fieldsOf(schema.getType(`${node}Edge`) as typeof type).map((field) => [field.name, String(field.type)]),
    );
    expect(edge).toMatchObject({ cursor: 'String!', node: `${node}!` });
  });

  it('what returns a connection takes first, 25 by default, and after', () => {
    const found = types.flatMap(fieldsOf).filter((field) => getNamedType(field.type).name.endsWith('Connection'));
    expect(found.length).toBeGreaterThan(0);
    for (const { name, args } of found) {
      const [first, after] = ['first', 'after'].map((one) => args.find((argument) => argument.name === one));
      expect([name, String(first?.type), first?.defaultValue]).toEqual([name, 'Int!', 25]);
      expect([name, String(after?.type)]).toEqual([name, 'String']);
    }
  });
});

describe('operations', () => {
  it('root fields are nullable, so that one failure does not take the others along', () => {
    const strict = slots.filter(
      ({ owner, kind, type }) => kind === 'field' && ROOTS.includes(owner.name) && isNonNullType(type),
    );
    expect(places(strict)).toEqual([]);
  });

  it.each(mutations.map((field) => [field.name, field] as const))(
    '%s: a verb, one input, one payload',
    (name, field) => {
      const title = name.charAt(0).toUpperCase() + name.slice(1);
      expect(name).toMatch(new RegExp(`^(?:${VERBS})[A-Z]`));
      expect(field.args.map((argument) => `${argument.name}: ${argument.type}`)).toEqual([`input: ${title}Input!`]);
      expect(String(field.type)).toBe(`${title}Payload`);
      expect(isInputObjectType(schema.getType(`${title}Input`))).toBe(true);
      const shape = (type: string) =>
        Object.fromEntries(fieldsOf(schema.getType(type) as never).map((one) => [one.name, String(one.type)]));
      expect(shape(`${title}Payload`)).toMatchObject({ userErrors: `[${title}Error!]!` });
      expect(shape(`${title}Error`)).toEqual({ code: `${title}ErrorCode!`, message: 'String!', field: '[String!]!' });
      expect(isEnumType(schema.getType(`${title}ErrorCode`))).toBe(true);
    },
  );
});
