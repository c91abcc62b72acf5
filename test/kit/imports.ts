import { posix } from 'node:path';
import type { SourceFile } from './source-tree.ts';

// dependency-cruiser would be the tool for this, but it reads TypeScript through the compiler's JavaScript API, which
// TypeScript 7 no longer has; its other parsers lose either the file (acorn) or the word `type` (swc), and the law
// tells types from values. Our sources are formatted by Biome, so a statement starts its line and quotes are single:
// that makes the few patterns below exact.

export type Import = {
  readonly from: string;
  /** A path from the root for a file of ours; the specifier as written for a package or a `node:` module. */
  readonly to: string;
  /** Whether only types come in, which vanish from the program. */
  readonly typeOnly: boolean;
  /** What is imported or re-exported, by its own name; `*` for all of it. */
  readonly names: readonly string[];
};

const STATEMENT = /^(?:import|export)\s+(type\s+(?!from\b))?(?:([\w$*{][^'"`;=()]*?)\s*\bfrom\s+)?'([^']+)'/gm;
const CALL = /\b(?:import|require)\(\s*'([^']+)'\s*\)/g;

/** Every import, re-export and literal `import()` of a file, in order. */
export function importsOf({ path, text }: SourceFile): Import[] {
  const statements = [...text.matchAll(STATEMENT)].map(([, type, clause = '', specifier = '']) => {
    const entries = entriesOf(clause);
    const typeOnly = type !== undefined || (entries.length > 0 && entries.every((entry) => entry.startsWith('type ')));
    const names = entries.map((entry) => entry.replace(/^type /, ''));
    return { from: path, to: resolve(path, specifier), typeOnly, names };
  });
  const calls = [...text.matchAll(CALL)].map(([, specifier = '']) => ({
    from: path,
    to: resolve(path, specifier),
    typeOnly: false,
    names: ['*'],
  }));
  return [...statements, ...calls];
}

/** `a, { b as c, type D }` gives `default`, `b` and `type D`. */
function entriesOf(clause: string): string[] {
  const braces = /\{([^}]*)\}/.exec(clause)?.[1] ?? '';
  const named = braces.split(',').flatMap((entry) => entry.trim().replace(/\s+as\s+.*$/, '') || []);
  const outside = clause.replace(/\{[^}]*\}/, '').split(',');
  const others = outside.flatMap((entry) => (entry.trim() === '' ? [] : entry.includes('*') ? '*' : 'default'));
  return [...others, ...named];
}

const resolve = (from: string, specifier: string): string =>
  specifier.startsWith('.') ? posix.join(posix.dirname(from), specifier) : specifier;

/** One ring of files that import each other, as a path that returns to its start; null when there is none. */
export function findCycle(imports: readonly Import[]): string[] | null {
  const next = new Map<string, Import[]>();
  for (const edge of imports) next.set(edge.from, [...(next.get(edge.from) ?? []), edge]);
  const state = new Map<string, 'open' | 'done'>();
  const path: string[] = [];
  const visit = (file: string): string[] | null => {
    if (state.get(file) === 'done') return null;
    if (state.get(file) === 'open') return [...path.slice(path.indexOf(file)), file];
    state.set(file, 'open');
    path.push(file);
    for (const edge of next.get(file) ?? []) {
      const cycle = visit(edge.to);
      if (cycle) return cycle;
    }
    path.pop();
    state.set(file, 'done');
    return null;
  };
  for (const file of next.keys()) {
    const cycle = visit(file);
    if (cycle) return cycle;
  }
  return null;
}
