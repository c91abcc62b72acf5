import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkMapping } from '../../src/features/sources/domain/check-mapping.ts';
import type { AskFailureCode } from '../../src/features/sources/explain-thrown.ts';
import type { MapperPool } from '../../src/platform/mapper-pool/mapper-pool.ts';
import { createMapperPool } from '../../src/platform/mapper-pool/process-pool.ts';
import { startTestApp, type TestApp, type TestWorkspace } from '../kit/app.ts';
import { batterySize, report } from '../kit/battery.ts';
import { HEAVY_BODIES, HOSTILE_BODIES } from '../kit/hostile-bodies.ts';
import { COSTLY_EXPRESSIONS, HARMLESS_EXPRESSIONS, placed, REFUSED_EXPRESSIONS } from '../kit/hostile-expressions.ts';
import { asker, watchChildren } from '../kit/hostile-outcomes.ts';
import { HOSTILE_ROWS } from '../kit/hostile-rows.ts';
import { HOSTILE_TRANSFERS, SLOW_TRANSFERS } from '../kit/hostile-transfers.ts';
import { aMapping } from '../kit/mappings.ts';
import { answer, json, type MisbehavingEndpoint, startMisbehavingEndpoint } from '../kit/misbehaving-endpoint.ts';
import { asAdmin } from '../kit/sources.ts';

/** What a child may take here; an expression gets no longer than this, where the product gives it minutes. */
const MEMORY_MB = 256;
const WALL_MS = 3_000;
/** Beside its heap a child holds the answer itself, up to 256 MB, and copies of it. */
const MOST_MB = 1_024;

let app: TestApp;
let workspace: TestWorkspace;
let endpoint: MisbehavingEndpoint;
let pool: MapperPool;
let ask: ReturnType<typeof asker>;
let limitMs = Number.POSITIVE_INFINITY;
const children = watchChildren();
beforeAll(async () => {
  pool = createMapperPool({ size: 1, maxOldSpaceMb: MEMORY_MB, maxJobsPerChild: 10_000 });
  const run: MapperPool['run'] = (task) => pool.run({ ...task, timeoutMs: Math.min(task.timeoutMs, limitMs) });
  app = await startTestApp({ mappers: { run, close: () => pool.close() } });
  workspace = await app.workspace();
  endpoint = await startMisbehavingEndpoint();
  ask = asker(workspace, `${endpoint.url}/usage`);
});
afterAll(async () => {
  children.stop();
  await endpoint.close();
  await app.close();
});

const GOOD = { rows: [{ day: '2026-06-01', id: 'a', logins: 1, seats: 2 }] };
const full = batterySize() === 'full';
const counts = { bodies: 0, runs: 0, expressions: 0, refused: 0, 'out of memory': 0, 'out of time': 0 };

/** Whatever came before: the next answer is read as if nothing had been. */
async function goesOn(context: string) {
  endpoint.respond(json(GOOD));
  expect((await ask.extract(`the answer after ${context}`)).stored, `the answer after ${context}`).toEqual(['a 1 2']);
}

const codeOf = (outcome: { ok: true } | { ok: false; error: { code: AskFailureCode } }) =>
  outcome.ok ? 'ok' : outcome.error.code;

test('what is no JSON, or has no rows, says so wherever it is read', async () => {
  for (const { name, body, expected, says } of [...HOSTILE_BODIES, ...(full ? HEAVY_BODIES() : [])]) {
    endpoint.respond(answer(200, { 'content-type': 'application/json' }, body));
    const outcomes = [await ask.probe(name), await ask.preview(name), await ask.extract(name)];
    const context = `${name}: ${JSON.stringify(outcomes)?.slice(0, 2_000)}`;
    const [probed, ...mapped] = outcomes.map(codeOf);
    expect(mapped, context).toEqual([expected, expected]);
    // Connecting looks for no rows; whether it has the memory for all of them is the child's to say.
    if (expected !== 'ANSWER_TOO_COSTLY') expect(probed, context).toBe(expected === 'NOT_JSON' ? expected : 'ok');
    for (const outcome of outcomes.filter((one) => !one.ok)) {
      if (!outcome.ok) expect(`${outcome.error.message} ${outcome.error.hint}`, context).toContain(says);
    }
    await goesOn(name);
    counts.bodies++;
  }
});

test('of rows that are worse than wrong, the sound ones are stored and the others told', async () => {
  for (const { name, rows, stored, problems = [], outside = 0 } of HOSTILE_ROWS) {
    endpoint.respond(answer(200, {}, `{"rows":[${rows.join()}]}`));
    expect(codeOf(await ask.probe(name)), name).toBe('ok');
    const [preview, extract] = [await ask.preview(name), await ask.extract(name)];
    if (!preview.ok || !extract.ok) throw new Error(`${name}: ${JSON.stringify({ preview, extract })}`);
    const context = `${name}: ${JSON.stringify({ preview, extract }).slice(0, 2_000)}`;
    expect(extract.stored, context).toEqual(stored);
    expect(extract.value.counts.outsideWindow, context).toBe(outside);
    for (const { value } of [preview, extract]) {
      expect(
        value.problems.map(({ message }) => message),
        context,
      ).toEqual(expect.arrayContaining([...problems]));
      expect(value.problems.length > 0, context).toBe(problems.length > 0);
    }
    await goesOn(name);
    counts.bodies++;
  }
});

test('a run stores what is sound, and what it says of the rest can be stored', async () => {
  const mapping = placed({ name: '', place: 'metric', text: 'logins' });
  const broken = HOSTILE_BODIES.filter(({ expected }) => expected !== 'NOT_JSON').map((one) => ({
    ...one,
    stored: [],
  }));
  const cases = [...HOSTILE_ROWS.map((one) => ({ ...one, body: `{"rows":[${one.rows.join()}]}` })), ...broken];
  for (const { name, body, stored } of cases.filter((_, index) => full || index % 4 === 3)) {
    const one = await app.workspace();
    const admin = asAdmin(one);
    endpoint.respond(json(GOOD), answer(200, {}, String(body).replaceAll('2026-06-01', '2026-03-05')));
    expect((await admin.connect({ url: `${endpoint.url}/usage` })).userErrors, name).toEqual([]);
    const { syncRun, userErrors } = await admin.save(mapping);
    expect(userErrors, name).toEqual([]);
    await app.ports.queue.drain();
    const run = await admin.run(syncRun.id);
    const context = `${name}: ${JSON.stringify(run).slice(0, 2_000)}`;
    // A run that ends well or by a reason of the endpoint's; an accident of ours is INTERNAL.
    expect(run.status, context).toMatch(/^(SUCCEEDED|SUCCEEDED_WITH_WARNING|FAILED)$/);
    expect(run.error?.code ?? null, context).not.toBe('INTERNAL');
    const accounts = stored.map((row) => row.slice(0, row.lastIndexOf(' ', row.lastIndexOf(' ') - 1)));
    expect(run.rowsStored, context).toBe(new Set(accounts).size);
    counts.runs++;
  }
});

test('what goes wrong on the way ends with a code, in time and within bounds', async () => {
  const before = process.memoryUsage().rss;
  for (const { name, behaviour, expected, timeoutSeconds } of [
    ...HOSTILE_TRANSFERS,
    ...(full ? SLOW_TRANSFERS : SLOW_TRANSFERS.slice(0, -1)),
  ]) {
    endpoint.respond(behaviour);
    const started = performance.now();
    const outcome = await ask.extract(name, aMapping(), timeoutSeconds);
    const took = performance.now() - started;
    const context = `${name}, after ${Math.round(took)} ms: ${JSON.stringify(outcome)}`;
    expect(codeOf(outcome), context).toBe(expected);
    expect(took, context).toBeLessThan(expected === 'TIMEOUT' ? 5_000 : 20_000);
    await endpoint.whenIdle();
    await goesOn(name);
    counts.bodies++;
  }
  const grownMb = (process.memoryUsage().rss - before) / 2 ** 20;
  expect(grownMb, `${grownMb} MB more in this process`).toBeLessThan(300);
});

test('expressions beyond the limits are refused when they are saved', async () => {
  const admin = asAdmin(workspace);
  endpoint.respond(json(GOOD));
  expect((await admin.connect({ url: `${endpoint.url}/usage` })).userErrors).toEqual([]);
  for (const expression of REFUSED_EXPRESSIONS) {
    const context = `${expression.place} ${expression.name}`;
    const mapping = placed(expression);
    expect(checkMapping(mapping as Parameters<typeof checkMapping>[0]).ok, context).toBe(false);
    for (const { userErrors } of [await admin.preview(mapping), await admin.save(mapping)]) {
      expect(userErrors, context).toEqual([
        {
          code: 'INVALID_MAPPING',
          message: expect.stringMatching(/at character \d+\./),
          field: expect.arrayContaining(['mapping']),
        },
      ]);
      expect(userErrors[0].message.length, context).toBeLessThan(1_500);
    }
    counts.expressions++;
    counts.refused++;
  }
  expect((await admin.customApi()).mapping).toBeNull();
});

test('expressions that take too much are killed, and the rest end by themselves', async () => {
  const admin = asAdmin(workspace);
  const note = 'x'.repeat(20);
  const rows = Array.from({ length: 2_000 }, (_, index) => ({
    day: '2026-03-05',
    id: `a${index}`,
    logins: index,
    note,
  }));
  limitMs = WALL_MS;
  for (const expression of full ? COSTLY_EXPRESSIONS : COSTLY_EXPRESSIONS.slice(0, 3)) {
    endpoint.respond(json({ rows }));
    const started = performance.now();
    const { preview, userErrors } = await admin.preview(placed(expression));
    const took = performance.now() - started;
    const context = `${expression.place} ${expression.name}, after ${Math.round(took)} ms: ${JSON.stringify({ preview, userErrors }).slice(0, 1_000)}`;
    expect(userErrors[0]?.code, context).toBe('ANSWER_TOO_COSTLY');
    expect(took, context).toBeLessThan(WALL_MS + 7_000);
    await goesOn(context);
    counts.expressions++;
    counts[/memory/.test(userErrors[0].message) ? 'out of memory' : 'out of time']++;
  }
  expect(Math.min(counts['out of memory'], counts['out of time']), JSON.stringify(counts)).toBeGreaterThan(0);
  limitMs = 60_000;
  for (const { says, ...expression } of HARMLESS_EXPRESSIONS) {
    endpoint.respond(json({ rows: rows.slice(0, 100) }));
    const answered = await admin.preview(placed(expression), 1);
    const context = `${expression.place} ${expression.name}: ${JSON.stringify(answered).slice(0, 1_000)}`;
    const said = [...(answered.preview?.problems ?? []), ...answered.userErrors].map(({ message }) => message).join();
    if (says === '') expect(answered.preview?.mappedCount, context).toBe(100);
    else expect(said, context).toContain(says);
    await goesOn(context);
    counts.expressions++;
  }
  limitMs = Number.POSITIVE_INFINITY;
});

test('all of it within the memory of a child', () => {
  expect(counts.bodies).toBeGreaterThanOrEqual(150);
  expect(counts.expressions).toBeGreaterThanOrEqual(25);
  expect(children.peakMb(), `a child took ${children.peakMb()} MB`).toBeLessThan(MOST_MB);
  report('hostile answers', { ...counts, 'MB at most in a child': children.peakMb() });
});
