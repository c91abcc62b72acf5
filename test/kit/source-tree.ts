import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout, with a slash at the end. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Not ours to judge: what others wrote, what a build or a run made. */
const IGNORED = new Set(['node_modules', '.git', 'dist', 'coverage', '.tributary']);

export type SourceFile = {
  /** From the root, with forward slashes. */
  readonly path: string;
  readonly text: string;
};

/** Paths of the files below a folder (the whole checkout for ''), sorted; none when there is no such folder. */
export function listFiles(folder: string, extension = ''): string[] {
  const found: string[] = [];
  const walk = (at: string) => {
    for (const entry of readdirSync(join(ROOT, at), { withFileTypes: true })) {
      const path = at === '' ? entry.name : `${at}/${entry.name}`;
      if (IGNORED.has(entry.name)) continue;
      if (entry.isDirectory()) walk(path);
      else if (entry.isFile() && path.endsWith(extension)) found.push(path);
    }
  };
  try {
    walk(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  return found.sort();
}

export const readText = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

export const readSources = (folder: string, extension = '.ts'): SourceFile[] =>
  listFiles(folder, extension).map((path) => ({ path, text: readText(path) }));

/** Where a pattern occurs, as `path:line`. */
export function occurrences(files: readonly SourceFile[], pattern: RegExp): string[] {
  return files.flatMap(({ path, text }) =>
    text.split('\n').flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1}  ${line.trim()}`] : [])),
  );
}
