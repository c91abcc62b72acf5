import { homedir } from 'node:os';
import { describe, expect, it } from 'vitest';
import { listFiles, occurrences, ROOT, readSources, readText, type SourceFile } from '../kit/source-tree.ts';
import { mutations } from './schema-elements.ts';

const LIMIT = 250;
const FOLDERS = ['src', 'test', 'bench', 'explorer'];
const GENERATED = 'src/graphql/generated.ts';

const code = FOLDERS.flatMap((folder) => ['.ts', '.tsx', '.graphql'].flatMap((end) => readSources(folder, end))).filter(
  ({ path }) => path !== GENERATED,
);
const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

describe('files', () => {
  it(`have at most ${LIMIT} lines`, () => {
    const lines = ({ text }: SourceFile) => text.trimEnd().split('\n').length;
    expect(code.filter((file) => lines(file) > LIMIT).map((file) => `${file.path}: ${lines(file)}`)).toEqual([]);
  });

  it('and folders have names in kebab-case', () => {
    const name = /^[a-z0-9]+(-[a-z0-9]+)*$/;
    const ill = (part: string) => !part.split('.').every((piece) => name.test(piece));
    expect(code.map(({ path }) => path).filter((path) => path.split('/').some(ill))).toEqual([]);
  });

  it('bear no unfinished marks', () => {
    // Written in two halves, or this file would be the one that is found.
    const marks = new RegExp(`\\b(?:TO${'DO'}|FIX${'ME'}|XX${'X'}|HA${'CK'})\\b`);
    const documents = [...readSources('docs', '.md'), ...readSources('schema', '.graphql')];
    expect(occurrences([...code, ...documents], marks)).toEqual([]);
  });

  it('leave no test out without saying why', () => {
    const tests = code.filter(({ path }) => path.startsWith('test/') && path !== 'test/kit/when.ts');
    expect(occurrences(tests, /\b(?:test|it|describe)\.(?:only|skip|skipIf|runIf|todo|fails)\b/)).toEqual([]);
  });

  it('name no path of one machine', () => {
    const here = [ROOT, `${homedir()}/`].filter((path) => path.split('/').length > 3);
    const tracked = [
      ...code,
      ...listFiles('', '')
        .filter(isText)
        .map((path) => ({ path, text: readText(path) })),
    ];
    const found = tracked.flatMap(({ path, text }) =>
      here.filter((one) => text.includes(one)).map((one) => `${path}: ${one}`),
    );
    expect(found).toEqual([]);
    expect(occurrences(tracked, /(?<![\w.$}])\/(?:Users|home|root)\/[a-z.][\w.-]*/)).toEqual([]);
  });
});

/** What people write outside the code folders. */
function isText(path: string): boolean {
  return (
    !FOLDERS.some((folder) => path.startsWith(`${folder}/`)) &&
    /\.(md|json|ya?ml|graphql|sql|sh)$|^(Dockerfile|\.ci\/.*)$/.test(path)
  );
}

describe('a mutation, its function and its file share one name', () => {
  const rooms = readSources('src/features');
  it.each(mutations.map(({ name }) => name))('%s', (name) => {
    const files = rooms.filter(({ path }) => path.endsWith(`/${kebab(name)}.ts`));
    expect(files.map(({ path }) => path)).toEqual([expect.stringMatching(/^src\/features\/[\w-]+\/[\w-]+\.ts$/)]);
    expect(files[0]?.text).toMatch(new RegExp(`^export (?:async )?(?:function|const) ${name}\\b`, 'm'));
    const room = files[0]?.path.replace(/[^/]+$/, 'index.ts') ?? '';
    expect(readText(room), `${room} lets it out`).toMatch(new RegExp(`\\b${name}\\b.* from './${kebab(name)}.ts'`));
  });
});

it('one noun, one address: each room has its schema, tables and resolvers', () => {
  const schemas = listFiles('schema', '.graphql').map((path) => path.slice('schema/'.length, -'.graphql'.length));
  // Larry's tools are no room of their own: each calls verbs of the rooms.
  const rooms = schemas.filter((name) => name !== 'base' && name !== 'larry');
  const present = new Set(listFiles('src'));
  const missing = rooms
    .flatMap((room) => [`src/features/${room}/index.ts`, `src/graphql/resolvers/${room}.ts`])
    .filter((path) => !present.has(path));
  expect(missing).toEqual([]);
});
