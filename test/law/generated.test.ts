import { execFile } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';
import { generate } from '@graphql-codegen/cli';
import { parse, validate } from 'graphql';
import { expect, it } from 'vitest';
import codegen from '../../codegen.ts';
import { listFiles, ROOT, readText } from '../kit/source-tree.ts';
import { schema } from './schema-elements.ts';

const run = promisify(execFile);

it('src/graphql/generated.ts is what the schema gives', async () => {
  const outputs: { filename: string; content: string }[] = await generate(
    { ...codegen, cwd: ROOT, silent: true },
    false,
  );
  expect(outputs).not.toEqual([]);
  for (const { filename, content } of outputs) {
    const committed = readText(filename);
    // The whole file as a diff would bury the cure.
    expect(committed.trim() === content.trim(), `${filename} is out of date: npm run generate`).toBe(true);
  }
});

it('drizzle/ holds a migration for every change of the tables', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'tributary-drizzle-'));
  try {
    await cp(join(ROOT, 'drizzle'), directory, { recursive: true });
    const before = (await readdir(directory)).filter((name) => name.endsWith('.sql'));
    // Relative paths only: the kit puts `./` before whatever it is given, and calls an error a success.
    const flags = ['--dialect=postgresql', '--schema=src/db/tables/*.ts', `--out=${relative(ROOT, directory)}`];
    const kit = join(ROOT, 'node_modules/drizzle-kit/bin.cjs');
    const { stdout, stderr } = await run(process.execPath, [kit, 'generate', ...flags], { cwd: ROOT });
    const after = (await readdir(directory)).filter((name) => name.endsWith('.sql'));
    const added = after.filter((name) => !before.includes(name));
    const statements = await Promise.all(added.map((name) => readFile(join(directory, name), 'utf8')));
    expect(statements, 'a table changed without its migration: npm run migration').toEqual([]);
    expect(`${stdout}${stderr}`).toContain('No schema changes');
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
});

it.each(listFiles('explorer/examples', '.graphql'))('%s is a valid operation', (path) => {
  expect(validate(schema, parse(readText(path))).map(({ message }) => message)).toEqual([]);
});
