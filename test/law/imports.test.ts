import { describe, expect, it } from 'vitest';
import { findCycle, type Import, importsOf } from '../kit/imports.ts';
import { readSources, readText } from '../kit/source-tree.ts';
import { RULES } from './import-rules.ts';

const sources = readSources('src');
const imports = sources.flatMap(importsOf);
const show = ({ from, to, typeOnly, names }: Import) => `${from} -> ${to} (${typeOnly ? 'types' : names.join(', ')})`;

describe('the law of imports', () => {
  it('is held against the whole of src', () => {
    expect(imports.length).toBeGreaterThan(3 * sources.length);
  });

  it.each(RULES.map(({ law, breaks }) => [law, breaks] as const))('%s', (_, breaks) => {
    expect(imports.filter(breaks).map(show)).toEqual([]);
  });

  it('no file imports itself through others', () => {
    expect(findCycle(imports)?.join(' -> ') ?? null).toBeNull();
  });

  it('every relative import names a file that exists', () => {
    const paths = new Set(sources.map(({ path }) => path));
    expect(imports.filter(({ to }) => to.startsWith('src/') && !paths.has(to)).map(show)).toEqual([]);
  });

  it('a package is a dependency of ours, not of somebody else’s', () => {
    const { dependencies } = JSON.parse(readText('package.json')) as { dependencies: Record<string, string> };
    const packages = imports.map(({ to }) => to).filter((to) => !to.startsWith('src/') && !to.startsWith('node:'));
    const names = new Set(packages.map((to) => to.split('/', to.startsWith('@') ? 2 : 1).join('/')));
    expect([...names].filter((name) => !(name in dependencies))).toEqual([]);
  });

  it('a module is named by a literal, so that the law can see it', () => {
    const dynamic = sources.filter(({ text }) => /\b(?:import|require)\((?!\s*')/.test(text));
    expect(dynamic.map(({ path }) => path)).toEqual([]);
  });
});

describe('the rules themselves', () => {
  const examples = RULES.flatMap(({ breaks, examples }) => examples.map((example) => ({ breaks, example })));
  it.each(examples.map(({ breaks, example }) => [example, breaks] as const))('%s breaks the law', (example, breaks) => {
    const [, type, from = '', to = '', name = '*'] = /^(type )?(\S+) > (\S+)(?: \{(\w+)\})?$/.exec(example) ?? [];
    expect(breaks({ from, to, typeOnly: type !== undefined, names: [name] })).toBe(true);
  });

  it('the scanner sees every form of import', () => {
    const text = [
      "import './side-effect.ts';",
      "import zero, { one as uno, type Two } from '../other/a.ts';",
      "import * as all from 'node:net';",
      'import {',
      '  type Three,',
      '  type Four,',
      "} from './b.ts';",
      "import type { Five } from 'postgres';",
      "export { six } from './c.ts';",
      "export type { Seven } from './d.ts';",
      "export * from './e.ts';",
      "const later = await import('./f.ts');",
      "export const text = 'import nothing from here';",
      "// import { no } from './comment.ts';",
    ].join('\n');
    expect(importsOf({ path: 'src/room/x.ts', text }).map(({ to, typeOnly, names }) => [to, typeOnly, names])).toEqual([
      ['src/room/side-effect.ts', false, []],
      ['src/other/a.ts', false, ['default', 'one', 'Two']],
      ['node:net', false, ['*']],
      ['src/room/b.ts', true, ['Three', 'Four']],
      ['postgres', true, ['Five']],
      ['src/room/c.ts', false, ['six']],
      ['src/room/d.ts', true, ['Seven']],
      ['src/room/e.ts', false, ['*']],
      ['src/room/f.ts', false, ['*']],
    ]);
  });

  it('a ring is found', () => {
    const edge = (from: string, to: string): Import => ({ from, to, typeOnly: false, names: [] });
    expect(findCycle([edge('a', 'b'), edge('b', 'c'), edge('c', 'b')])).toEqual(['b', 'c', 'b']);
    expect(findCycle([edge('a', 'b'), edge('a', 'c'), edge('b', 'c')])).toBeNull();
  });
});
