import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { type BuildOptions, build, type OutputFile } from 'esbuild';
import { parseExample } from './example.ts';

// Bundles the explorer into dist/explorer: index.html and assets/, everything it needs from this machine's node_modules.

const source = dirname(fileURLToPath(import.meta.url));
// Another folder may be named, which the tests do.
const target = resolve(process.argv[2] ?? join(source, '..', 'dist', 'explorer'));

const common = {
  absWorkingDir: source,
  bundle: true,
  minify: true,
  write: false,
  metafile: true,
  outdir: target,
  target: 'es2022',
  // Licences of what is bundled stay in the bundle.
  legalComments: 'eof',
  logLevel: 'warning',
  define: { 'process.env.NODE_ENV': '"production"' },
} satisfies BuildOptions;

const WORKERS = {
  editor: 'monaco-editor/esm/vs/editor/editor.worker.js',
  graphql: 'monaco-graphql/esm/graphql.worker.js',
  json: 'monaco-editor/esm/vs/language/json/json.worker.js',
};

async function buildWorkers(): Promise<OutputFile[]> {
  const entryPoints = Object.entries(WORKERS).map(([name, path]) => ({ out: `${name}.worker`, in: path }));
  const result = await build({ ...common, entryPoints, format: 'iife', entryNames: 'assets/[name]-[hash]' });
  return result.outputFiles;
}

async function buildPage(workers: OutputFile[]): Promise<OutputFile[]> {
  const result = await build({
    ...common,
    entryPoints: { main: 'main.tsx' },
    format: 'esm',
    splitting: true,
    entryNames: 'assets/[name]-[hash]',
    chunkNames: 'assets/[name]-[hash]',
    jsx: 'automatic',
    // GraphiQL loads these by their old CommonJS names, whose exports a bundle does not see: prettify would fail.
    alias: {
      'prettier/parser-babel': 'prettier/plugins/babel',
      'prettier/parser-graphql': 'prettier/plugins/graphql',
    },
    define: {
      ...common.define,
      EXPLORER_EXAMPLES: JSON.stringify(readExamples()),
      EXPLORER_WORKERS: JSON.stringify(
        Object.fromEntries(Object.keys(WORKERS).map((name) => [name, nameOf(workers, `${name}.worker-`, '.js')])),
      ),
    },
    plugins: [
      {
        name: 'one-copy-of-the-editor-styles',
        // GraphiQL's stylesheet already holds the editor's; the editor's own files would be a second, unused copy.
        setup: ({ onLoad }) => onLoad({ filter: /monaco-editor[\\/].*\.css$/ }, () => ({ contents: '' })),
      },
    ],
  });
  return result.outputFiles;
}

function readExamples() {
  const folder = join(source, 'examples');
  const files = readdirSync(folder).filter((file) => file.endsWith('.graphql'));
  return files.sort().map((file) => parseExample(basename(file, '.graphql'), readFileSync(join(folder, file), 'utf8')));
}

function nameOf(files: OutputFile[], start: string, end: string): string {
  const found = files.map(({ path }) => basename(path)).find((name) => name.startsWith(start) && name.endsWith(end));
  if (found === undefined) throw new Error(`The build made no ${start}…${end}`);
  return found;
}

function write(files: OutputFile[], html: string): number {
  const assets = join(target, 'assets');
  mkdirSync(assets, { recursive: true });
  const kept = new Set<string>();
  const save = (name: string, contents: Uint8Array) => {
    kept.add(name);
    writeFileSync(join(assets, name), contents);
  };
  for (const { path, contents } of files) {
    save(basename(path), contents);
    save(`${basename(path)}.gz`, gzipSync(contents));
  }
  // Last, so that a server running beside the build never serves a page whose files are not there yet.
  writeFileSync(join(target, 'index.html'), html);
  for (const name of readdirSync(assets)) if (!kept.has(name)) rmSync(join(assets, name));
  return files.reduce((sum, { contents }) => sum + contents.length, 0);
}

const started = performance.now();
const workers = await buildWorkers();
const page = await buildPage(workers);
const html = readFileSync(join(source, 'index.html'), 'utf8')
  .replace('__STYLE__', `explorer/assets/${nameOf(page, 'main-', '.css')}`)
  .replace('__SCRIPT__', `explorer/assets/${nameOf(page, 'main-', '.js')}`);
const bytes = write([...workers, ...page], html);
const id = createHash('sha256').update(html).digest('hex').slice(0, 8);
console.log(`Explorer ${id}: ${(bytes / 1e6).toFixed(1)} MB in ${((performance.now() - started) / 1000).toFixed(1)} s`);
