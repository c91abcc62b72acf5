import { parseArgs } from 'node:util';

/**
 * Numbers by name from the command line, such as `--rows 60000`. What a script does not know is another's: `npm run bench`
 * hands the same arguments to all.
 */
export function numbers<Name extends string>(defaults: Readonly<Record<Name, number>>): Record<Name, number> {
  const names = Object.keys(defaults) as Name[];
  const options = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]));
  const { values } = parseArgs({ options, strict: false, allowPositionals: true });
  const read = (name: Name): number => {
    const given = values[name];
    if (given === undefined) return defaults[name];
    const number = Number(given);
    if (!(number > 0)) throw new Error(`--${name} takes a number above 0, not "${given}"`);
    return number;
  };
  return Object.fromEntries(names.map((name) => [name, read(name)])) as Record<Name, number>;
}
