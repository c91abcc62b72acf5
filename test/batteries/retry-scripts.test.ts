import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OutboundFailure } from '../../src/platform/http/outbound.ts';
import { NOW, startTestApp, type TestApp, YESTERDAY } from '../kit/app.ts';
import { report } from '../kit/battery.ts';
import { createFakeOutbound, type ScriptedAnswer, scripted } from '../kit/fake-outbound.ts';
import { aMappingInput, asAdmin, type SourcesClient } from '../kit/sources.ts';

/**
 * What endpoints do in turn, and what must come of it: how often they are asked, how long they are left alone before each
 * further try, and how the run ends. The last answer of a script stays.
 */
type Script = {
  readonly name: string;
  readonly answers: readonly ScriptedAnswer[];
  readonly ends: 'SUCCEEDED' | 'SUCCEEDED_WITH_WARNING' | 'FAILED';
  readonly code?: string;
  readonly tries: number;
  /** Seconds that each wait lasts at least; the floor when not given. */
  readonly atLeast?: readonly number[];
};

const GOOD = scripted.json([{ day: YESTERDAY, id: 'A', calls: 1, seats: 2 }]);
const http = (status: number, retryAfter?: string) =>
  scripted.answer(status, retryAfter === undefined ? {} : { 'retry-after': retryAfter });
const failure = (code: OutboundFailure['code'], extra: Partial<OutboundFailure> = {}) =>
  scripted.failure({ code, detail: `scripted ${code}`, ...extra });
const CUT = scripted.answer(200, { 'content-type': 'application/json' }, '[{"day"', 'cut');

const PASSING: [string, ScriptedAnswer, string][] = [
  ...([408, 425, 500, 501, 502, 503, 504, 507, 520, 599] as const).map((status): [string, ScriptedAnswer, string] => [
    String(status),
    http(status),
    'ENDPOINT_UNAVAILABLE',
  ]),
  ['429', http(429), 'RATE_LIMITED'],
  ['timeout', failure('TIMEOUT'), 'TIMEOUT'],
  ['reset', failure('CONNECTION_FAILED'), 'CONNECTION_FAILED'],
  ['reset in the middle of the body', CUT, 'CONNECTION_FAILED'],
  ['name server without an answer', failure('NAME_NOT_RESOLVED', { transient: true }), 'HOST_NOT_FOUND'],
];

const FINAL: [string, ScriptedAnswer, string][] = [
  ...([400, 402, 405, 406, 409, 413, 415, 422, 451] as const).map((status): [string, ScriptedAnswer, string] => [
    String(status),
    http(status),
    'REQUEST_REJECTED',
  ]),
  ['401', http(401), 'CREDENTIALS_REFUSED'],
  ['403', http(403), 'CREDENTIALS_REFUSED'],
  ['404', http(404), 'ENDPOINT_NOT_FOUND'],
  ['410', http(410), 'ENDPOINT_NOT_FOUND'],
  ['redirect', scripted.answer(302, { location: 'https://elsewhere.example.com/' }), 'REDIRECTED'],
  ['unknown name', failure('NAME_NOT_RESOLVED'), 'HOST_NOT_FOUND'],
  ['refused address', failure('ADDRESS_REFUSED'), 'ADDRESS_REFUSED'],
  ['bad certificate', failure('TLS_FAILED'), 'TLS_FAILED'],
  ['too large', failure('TOO_LARGE'), 'RESPONSE_TOO_LARGE'],
  ['brotli', scripted.answer(200, { 'content-encoding': 'br' }, 'x'), 'UNSUPPORTED_ENCODING'],
  ['not JSON', scripted.answer(200, {}, '<html>'), 'NOT_JSON'],
  ['no rows path', scripted.json(null), 'ROWS_PATH_NO_DATA'],
  ['no list', scripted.json({ rows: [] }), 'ROWS_PATH_NOT_A_LIST'],
  ['no row that maps', scripted.json([{ day: 'never' }]), 'NO_ROWS_MAPPED'],
];

const SCRIPTS: readonly Script[] = [
  ...PASSING.flatMap(([name, answer, code]): Script[] => [
    { name: `${name}, then good`, answers: [answer, GOOD], ends: 'SUCCEEDED', tries: 2 },
    { name: `${name} three times, then good`, answers: [answer, answer, answer, GOOD], ends: 'SUCCEEDED', tries: 4 },
    { name: `${name} for ever`, answers: [answer], ends: 'FAILED', code, tries: 4 },
  ]),
  ...FINAL.map(([name, answer, code]): Script => ({ name, answers: [answer], ends: 'FAILED', code, tries: 1 })),
  { name: '503, then 401', answers: [http(503), http(401)], ends: 'FAILED', code: 'CREDENTIALS_REFUSED', tries: 2 },
  {
    name: 'timeout, 429, reset, good',
    answers: [failure('TIMEOUT'), http(429), CUT, GOOD],
    ends: 'SUCCEEDED',
    tries: 4,
  },
  {
    name: '503, then an empty list',
    answers: [http(503), scripted.json([])],
    ends: 'SUCCEEDED_WITH_WARNING',
    tries: 2,
  },
  { name: 'Retry-After in seconds', answers: [http(429, '90'), GOOD], ends: 'SUCCEEDED', tries: 2, atLeast: [90] },
  { name: 'Retry-After with a 503', answers: [http(503, '600'), GOOD], ends: 'SUCCEEDED', tries: 2, atLeast: [600] },
  {
    name: 'Retry-After as a date',
    answers: [http(503, new Date(NOW.getTime() + 300_000).toUTCString()), GOOD],
    ends: 'SUCCEEDED',
    tries: 2,
    atLeast: [299],
  },
  { name: 'Retry-After of a day', answers: [http(429, '86400'), GOOD], ends: 'SUCCEEDED', tries: 2, atLeast: [3_600] },
  {
    name: 'Retry-After that grows',
    answers: [http(429, '60'), http(429, '120'), GOOD],
    ends: 'SUCCEEDED',
    tries: 3,
    atLeast: [60, 120],
  },
  ...['soon', '-5', '1e9', '', 'Thu, 01 Jan 1970 00:00:00 GMT'].map(
    (text): Script => ({ name: `Retry-After: ${text}`, answers: [http(503, text), GOOD], ends: 'SUCCEEDED', tries: 2 }),
  ),
];

const FLOOR_SECONDS = 5;
const CEILING_SECONDS = [30, 60, 120];
const LONGEST_SECONDS = 3_600;

const outbound = createFakeOutbound({ clock: { now: () => app.clock.now() } });
let app: TestApp;
let admin: SourcesClient;
beforeAll(async () => {
  app = await startTestApp({ outbound });
  admin = asAdmin(await app.workspace());
  outbound.respond(GOOD);
  await admin.connect({ url: 'https://usage.example.com/?from={start_date}&to={end_date}' });
});
afterAll(() => app.close());

test('every script ends as it must', async () => {
  const waits: number[] = [];
  for (const script of SCRIPTS) await play(script, waits);
  expect(SCRIPTS.length).toBeGreaterThanOrEqual(60);
  report('retry scripts', {
    scripts: SCRIPTS.length,
    tries: SCRIPTS.reduce((sum, { tries }) => sum + tries, 0),
    waits: waits.length,
    'seconds at least': Math.min(...waits).toFixed(0),
    'at most': Math.max(...waits).toFixed(0),
    missed: 0,
  });
});

async function play({ name, answers, ends, code, tries, atLeast = [] }: Script, waits: number[]): Promise<void> {
  app.clock.set(NOW);
  // Saved anew, so that no script is compared with the one before.
  outbound.respond(...(answers as [ScriptedAnswer, ...ScriptedAnswer[]]));
  outbound.requests.length = 0;
  const { syncRun } = await admin.save(aMappingInput(), 1);
  await app.ports.queue.drain();
  let run = await admin.run(syncRun.id);
  for (let wait = 0; run.status === 'RETRYING'; wait++) {
    const seconds = (Date.parse(run.nextAttemptAt) - app.clock.now().getTime()) / 1000;
    const least = Math.max(FLOOR_SECONDS, atLeast[wait] ?? 0);
    const most = Math.max(CEILING_SECONDS[wait] ?? 0, (atLeast[wait] ?? 0) + 1);
    expect(seconds, `${name}: wait ${wait + 1}`).toBeGreaterThanOrEqual(least);
    expect(seconds, `${name}: wait ${wait + 1}`).toBeLessThanOrEqual(Math.min(LONGEST_SECONDS, most));
    waits.push(seconds);
    app.clock.set(run.nextAttemptAt);
    app.ports.queue.tick('sources.sweep');
    await app.ports.queue.drain();
    run = await admin.run(syncRun.id);
  }
  expect({ status: run.status, code: run.error?.code, attempt: run.attempt }, name).toEqual({
    status: ends,
    code,
    attempt: tries,
  });
  expect(outbound.requests.length, `${name}: calls`).toBe(tries);
}
