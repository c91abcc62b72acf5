import { type ChildProcess, fork } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import postgres from 'postgres';
import { migrate } from '../src/db/migrate.ts';
import { addDays, dayOfInstant } from '../src/lib/day.ts';
import { startEmbeddedPostgres } from '../src/platform/postgres/embedded.ts';
import { askAway, type Caller } from './closed-loop.ts';
import { atLeast, leaveOut, tell } from './goal.ts';
import { median, times } from './measure.ts';
import { numbers } from './options.ts';
import { seededId, seedWorkspace } from './seeded-workspace.ts';

// What one server process answers at most, against others on the same database that are asked the same in turns: written by
// hand without GraphQL, and stock Apollo. A page of 50 accounts with 30 days each, as objects and as lists; and one account.

const { rounds, seconds, connections } = numbers({ rounds: 5, seconds: 4, connections: 16 });
const ACCOUNTS = 200;
const KINDS = ['tributary', 'stock', 'by-hand', 'bare'] as const;
type Kind = (typeof KINDS)[number];

const USAGE = 'usage(days: 30, metrics: ["metric 0"])';
const page = (series: string) =>
  `query { accounts(first: 50) { nodes { id name plan ${USAGE} { metrics { total ${series} } } } } }`;
const QUESTIONS = {
  page: [page('points { day value }'), () => ({ first: 50 })],
  columns: [page('values'), () => ({ first: 50 })],
  one: [
    `query ($id: String!) { accountUsage(externalCrmId: $id, days: 30, metrics: ["metric 0"]) {
      account { name } metrics { name total points { day value } } } }`,
    (number: number) => ({ id: seededId(1 + ((number * 13) % ACCOUNTS)) }),
  ],
} as const satisfies Record<string, readonly [string, (number: number) => object]>;
type Question = keyof typeof QUESTIONS;

const directory = await mkdtemp(join(tmpdir(), 'tributary-bench-'));
await chmod(directory, 0o755);
const database = await startEmbeddedPostgres({ directory: join(directory, 'postgres') });
await migrate(database.url, undefined);
const sql = postgres(database.url, { max: 1, onnotice: () => {}, connection: { TimeZone: 'UTC' } });
const children: ChildProcess[] = [];
try {
  const { key } = await seedWorkspace(sql, database.url, { accounts: ACCOUNTS, metrics: 6, days: 90 });
  const from = addDays(dayOfInstant(Date.now()), -30);
  const callers = {} as Record<Kind, Caller>;
  for (const kind of KINDS) callers[kind] = { url: `http://127.0.0.1:${await start(kind, from)}/graphql`, key };
  const paces = new Map<string, number[]>();
  const measure = async (question: Question, kind: Kind) => {
    const [query, variablesOf] = QUESTIONS[question];
    const bodyOf = (number: number) => JSON.stringify({ query, variables: variablesOf(number) });
    const { perSecond } = await askAway(callers[kind], bodyOf, connections, seconds * 1_000);
    const name = `${question} ${kind}`;
    paces.set(name, [...(paces.get(name) ?? []), perSecond]);
  };
  // Columns exist in GraphQL alone; what they are measured against is the page of objects.
  const turns = (Object.keys(QUESTIONS) as Question[]).flatMap((question) =>
    KINDS.filter((kind) => question !== 'columns' || kind === 'tributary').map((kind) => [question, kind] as const),
  );
  // Once for the compiler.
  for (const [question, kind] of turns) await measure(question, kind);
  paces.clear();
  for (let round = 0; round < rounds; round++) for (const [question, kind] of turns) await measure(question, kind);
  report(paces);
} finally {
  for (const child of children) child.disconnect();
  await sql.end({ timeout: 5 });
  await database.stop();
  await rm(directory, { recursive: true, force: true });
}
process.exit(0);

async function start(kind: Kind, from: string): Promise<number> {
  const entry = fileURLToPath(new URL('answering.ts', import.meta.url));
  const child = fork(entry, [kind, database.url, from], { env: { ...process.env, NODE_ENV: 'production' } });
  children.push(child);
  return new Promise((resolve, reject) => {
    child.once('message', (message) => resolve((message as { port: number }).port));
    child.once('exit', (code) => reject(new Error(`${kind} ended with ${code}`)));
  });
}

function report(paces: ReadonlyMap<string, readonly number[]>): void {
  const said = (name: string) => `${median(paces.get(name) ?? []).toFixed(0)}/s`;
  const ratio = (mine: string, other: string) =>
    median((paces.get(mine) ?? []).map((pace, round) => pace / (paces.get(other)?.[round] ?? Number.NaN)));
  const against = (goal: string, what: string, mine: string, other: string, least: number | null) => {
    const value = `${times(ratio(mine, other))} (${said(mine)} and ${said(other)})`;
    const bound = least === null ? { bound: null, isMet: null } : atLeast(ratio(mine, other), least, times);
    tell({ goal, what, value, ...bound });
  };
  against('G8', 'page of 50 accounts x 30 days as objects, against stock Apollo', 'page tributary', 'page stock', 2);
  against('G8', 'the same as lists, against stock Apollo with objects', 'columns tributary', 'page stock', 3);
  against('G8', 'the same as objects, against the same by hand', 'page tributary', 'page by-hand', 0.8);
  against('G8', 'the same as lists, against objects by hand', 'columns tributary', 'page by-hand', null);
  against(
    'G8',
    'the same as objects, against by hand without keys and row-level security',
    'page tributary',
    'page bare',
    null,
  );
  leaveOut('G8 against mercurius with its compiler, which is not among the dependencies');
  against('G9', 'one account x 30 days, against the same by hand', 'one tributary', 'one by-hand', 0.55);
  against('G9', 'the same, against stock Apollo', 'one tributary', 'one stock', null);
  against('G9', 'the same, against by hand without keys and row-level security', 'one tributary', 'one bare', null);
}
