import { fork, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type Figure, markdownOf, type Told } from './goal.ts';
import { machine } from './measure.ts';

// `npm run bench` runs every script, `npm run bench -- memory jobs` those two; `--rows` and other sizes go to each script.
// Each is a process of its own, so that its memory is. `--out file` writes the summary there as well.

/** By what they answer; each says which options it takes. */
const SCRIPTS = {
  reader: [['reader']],
  store: [['store']],
  table: [['table']],
  'end-to-end': [['end-to-end'], ['end-to-end', '--metrics', '25']],
  memory: [['memory']],
  alternatives: [['alternatives']],
  serving: [['answers'], ['serving'], ['push']],
  load: [['load']],
  jobs: [['jobs']],
  health: [['health']],
  evaluation: [['evaluation']],
  suggest: [['suggest']],
} as const satisfies Record<string, readonly (readonly [string, ...string[]])[]>;
type Name = keyof typeof SCRIPTS;
/** These start the programs as `npm start` does. */
const NEED_BUILD: readonly Name[] = ['memory', 'alternatives', 'serving', 'load', 'jobs'];

const given = process.argv.slice(2);
const wanted = given.slice(0, given.findIndex((word) => word.startsWith('--')) >>> 0);
const options = given.slice(wanted.length);
const unknown = wanted.filter((name) => !(name in SCRIPTS));
if (unknown.length > 0) {
  process.stderr.write(`No such benchmark: ${unknown.join(', ')}. There are: ${Object.keys(SCRIPTS).join(', ')}.\n`);
  process.exit(1);
}
const names = (Object.keys(SCRIPTS) as Name[]).filter((name) => wanted.length === 0 || wanted.includes(name));
const figures: Figure[] = [];
const leftOut: string[] = [];

if (names.some((name) => NEED_BUILD.includes(name))) build();
for (const name of names) {
  for (const [script, ...own] of SCRIPTS[name]) await run(script, own);
}
const quotedWith = `${machine()}, embedded PostgreSQL with durable settings`;
const summary = markdownOf(figures, leftOut, quotedWith);
process.stdout.write(`\n${summary}\n`);
const out = options.indexOf('--out');
if (out >= 0) await writeFile(options[out + 1] ?? 'bench.md', `${summary}\n`);

/** One that fails leaves the others to be run: a benchmark reports, it asserts nothing. */
async function run(script: string, own: readonly string[]): Promise<void> {
  const title = [script, ...own].join(' ');
  process.stdout.write(`\n== ${title}\n`);
  const entry = fileURLToPath(new URL(`${script}.ts`, import.meta.url));
  if (!existsSync(entry)) {
    leftOut.push(`${title}, which is not there`);
    return;
  }
  const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
  const child = fork(entry, [...own, ...options], { execArgv: ['--import', loader] });
  child.on('message', (message) => {
    const told = message as Told;
    if (told.kind === 'FIGURE') figures.push(told.figure);
    else leftOut.push(told.why);
  });
  const code = await new Promise((resolve) => child.once('exit', (code, signal) => resolve(signal ?? code)));
  if (code !== 0) leftOut.push(`the rest of ${title}, which ended with ${code}`);
}

function build(): void {
  const compiler = createRequire(import.meta.url)
    .resolve('typescript/package.json')
    .replace('package.json', 'bin/tsc');
  const { status } = spawnSync(process.execPath, [compiler, '-p', 'tsconfig.build.json'], {
    cwd: fileURLToPath(new URL('..', import.meta.url)),
    stdio: 'inherit',
  });
  if (status !== 0) process.stdout.write('The build has errors; what it left behind is measured.\n');
}
