import { jsonSchemaOf } from '../../src/assistant/registry.ts';
import type { Tool } from '../../src/assistant/tool.ts';

type Schema = {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly format?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
};

/** What texts may be, by the argument's name; `texts` for all others. */
export type Pools = { readonly texts: readonly string[]; readonly [argument: string]: readonly string[] };

/** What no tool takes where something else belongs. */
const ODD: readonly unknown[] = [
  '',
  ' ',
  null,
  true,
  0,
  -1,
  1e9,
  1.5,
  'x'.repeat(5_000),
  "'; DROP TABLE accounts; --",
  '%',
  '\\',
  '\u0000',
  '\ud800',
  '2026-02-30',
  '9999-12-31',
  '0000-01-01',
  'Infinity',
  '__proto__',
  [],
  {},
  [[]],
  ['a', 'a', 'a', 'a', 'a', 'a', 'a'],
  { from: '2026-01-01' },
];
const EXTRA = ['workspaceId', 'workspace', 'sql', 'constructor', '__proto__', 'limit ', 'actor'];
const DAYS = ['2026-02-01', '2026-02-15', '2026-03-01', '2026-03-08', '2026-03-09', '2026-03-10', '2025-12-31'];

/** Arguments for a tool, made of its own schema: of each ten some fit, and some are wrong in one place. */
export function randomInput(tool: Tool, pools: Pools, random: () => number): unknown {
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  const make = (schema: Schema, name: string): unknown => {
    if (schema.const !== undefined) return schema.const;
    if (schema.enum) return pick(schema.enum);
    if (schema.anyOf) return make(pick(schema.anyOf), name);
    switch (schema.type) {
      case 'object':
        return objectOf(schema);
      case 'array': {
        const [least, most] = [schema.minItems ?? 0, Math.min(schema.maxItems ?? 3, 4)];
        const length = least + Math.floor(random() * (most - least + 1));
        return Array.from({ length }, () => make(schema.items ?? {}, name));
      }
      case 'integer':
      case 'number': {
        const [least, most] = [schema.minimum ?? -5, schema.maximum ?? 500];
        return least + Math.floor(random() * (most - least + 1));
      }
      case 'boolean':
        return random() < 0.5;
      default:
        return schema.format === 'date' ? pick(DAYS) : pick(pools[name] ?? pools.texts);
    }
  };
  const objectOf = ({ properties = {}, required = [] }: Schema) =>
    Object.fromEntries(
      Object.entries(properties).flatMap(([name, schema]) =>
        required.includes(name) || random() < 0.4 ? [[name, make(schema, name)]] : [],
      ),
    );
  const schema = jsonSchemaOf(tool).input as Schema;
  const input: Record<string, unknown> = objectOf(schema);
  const names = Object.keys(schema.properties ?? {});
  const wrong = random();
  if (wrong < 0.2 && names.length > 0) input[pick(names)] = pick(ODD);
  else if (wrong < 0.25) Object.defineProperty(input, pick(EXTRA), { value: pick(ODD), enumerable: true });
  else if (wrong < 0.28) return pick(ODD);
  else if (wrong < 0.31 && names.length > 0) delete input[pick(names)];
  return input;
}
