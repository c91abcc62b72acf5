import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const PROGRAM = fileURLToPath(new URL('../../../src/demo.ts', import.meta.url));
/** A whole product is started from source, twice, and scores thousands of accounts. */
const PATIENCE_MS = 240_000;

let directory: string;
const running = new Set<ChildProcess>();

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'tributary-demo-'));
  // So that the database's own user can pass when the tests run as root, and everything stays in here.
  await chmod(directory, 0o755);
});
afterAll(async () => {
  for (const child of running) child.kill('SIGKILL');
  await rm(directory, { recursive: true, force: true });
});

type Started = { child: ChildProcess; text: () => string; exit: Promise<number | null> };

function start(environment: Record<string, string>): Started {
  const { PATH, HOME } = process.env;
  const child = spawn(process.execPath, ['--import', 'tsx', PROGRAM], {
    env: { PATH, HOME, TRIBUTARY_DATA_DIR: directory, PORT: '0', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (piece) => (text += piece));
  const exit = once(child, 'close').then(([code]) => {
    running.delete(child);
    return code as number | null;
  });
  return { child, text: () => text, exit };
}

describe('the demo', () => {
  test('tells its story, and all its totals equal the CSV', { timeout: PATIENCE_MS }, async () => {
    const demo = start({ DEMO_EXIT: '1' });
    expect(await demo.exit, demo.text()).toBe(0);
    const text = demo.text();
    expect(text).toContain('4,171 accounts created and 0 updated');
    expect(text).toMatch(/SUCCEEDED .* 100 % {2}2,695 rows/);
    expect(text).toMatch(/orders +2,399 +2,399 +equal/);
    expect(text).toMatch(/items +698,183 +698,183 +equal/);
    expect(text).toMatch(/revenue +1,036,087\.82 +1,036,087\.82 +equal/);
    expect(text).toMatch(/returned_items +88,958 +88,958 +equal/);
    expect(text).toContain('unmatchedAccounts lists 152 ids');
    expect(text).toContain('152 before, 151 now');
    expect(text).toMatch(/suggested +CRM-\d+, PREFIX, confidence 0\.75/);
    expect(text).toContain('16,601 fetched, 16,601 stored (CSV: 16,601, equal)');
    expect(text).toContain("30 of 30 expected values are the CSV's: equal");
    expect(text).toMatch(/The last day of use is that of the CSV for ([\d,]+) of \1 accounts: equal/);
    expect(text).toMatch(/inputs\s+add\s+up\s+to\s+the\s+score:\s+equal/);
    expect(text).toMatch(/\d+ weekly figures of the first \d+,\s+counted\s+again\s+from\s+the\s+CSV:\s+equal/);
    expect(text).toMatch(/All \d+ comparisons with the CSV are equal/);
    expect(text).not.toContain('DIFFERENT');
    expect(text.split('\n').filter((line) => line.length > 80 && !/trb_|http|Directory/.test(line))).toEqual([]);
    expect((await stat(join(directory, 'demo', 'demo.json'))).mode & 0o777).toBe(0o600);
  });

  test('can be told again on what it stored, and stays up until it is stopped', { timeout: PATIENCE_MS }, async () => {
    const { ownerKey } = JSON.parse(await readFile(join(directory, 'demo', 'demo.json'), 'utf8'));
    const demo = start({});
    await expect.poll(demo.text, { timeout: PATIENCE_MS / 2 }).toContain('Ctrl-C stops everything');
    const text = demo.text();
    expect(text).toContain('0 accounts created and 4,171 updated');
    expect(text).toContain('its history stays');
    // Those without business in the last 30 days surfaced when the year before was fetched.
    expect(text).toContain('200 before, 199 now');
    expect(text).toMatch(/All \d+ comparisons with the CSV are equal/);
    expect(text).toContain(ownerKey);
    const [url = ''] = /http:\S+\/graphql/.exec(text) ?? [];
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${ownerKey}` },
      body: JSON.stringify({ query: '{ viewer { workspace { name } } customApi { status } }' }),
    });
    expect(await response.json()).toEqual({
      data: { viewer: { workspace: { name: 'Online Retail (demo)' } }, customApi: { status: 'CONNECTED' } },
    });
    demo.child.kill('SIGINT');
    expect(await demo.exit, demo.text()).toBe(0);
  });

  test('says in a sentence that its port is taken', { timeout: PATIENCE_MS }, async () => {
    const other = createServer().listen(0);
    await once(other, 'listening');
    const address = other.address();
    const port = typeof address === 'object' ? address?.port : null;
    const demo = start({ PORT: String(port) });
    expect(await demo.exit).toBe(1);
    expect(demo.text()).toContain(`Port ${port} is taken by another program.`);
    expect(demo.text()).not.toMatch(/\n {4}at /);
    other.close();
  });

  test('ends quietly when it is stopped in the middle', { timeout: PATIENCE_MS }, async () => {
    const demo = start({});
    await expect.poll(demo.text, { timeout: PATIENCE_MS / 2, interval: 5 }).toContain('1  Accounts');
    demo.child.kill('SIGINT');
    expect(await demo.exit, demo.text()).toBe(0);
    expect(demo.text()).not.toContain('The demo stopped.');
  });
});
