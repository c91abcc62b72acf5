import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays, type Day, dayOfInstant, daysOf, mustEpochDay } from '../../src/lib/day.ts';
import { NOW, startTestApp, type TestApp } from '../kit/app.ts';
import { report, sized } from '../kit/battery.ts';
import { createFakeOutbound, scripted } from '../kit/fake-outbound.ts';
import { seeded } from '../kit/random.ts';
import { aMappingInput, asAdmin, type SourcesClient } from '../kit/sources.ts';
import { storedDays } from '../kit/usage-intake.ts';

/**
 * Years of daily runs in minutes: simulated days with downtime of hours and of weeks, a clock that is set wrong for a while,
 * endpoints that fail and recover, and a machine that is moved from zone to zone. Every day an endpoint ever had must be stored
 * with its value, be asked for once, or be told as a gap.
 */
const WORKSPACES = sized(6, 200);
const DAYS = sized(40, 400);
const SEED = 20_260_310;
const ZONES = ['UTC', 'Pacific/Kiritimati', 'America/Los_Angeles', 'Asia/Kolkata', 'Australia/Lord_Howe'];
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

const random = seeded(SEED);
const between = (least: number, most: number) => Math.floor(least + random() * (most - least + 1));
const metricOf = (workspace: number, day: Day) => (workspace * 31 + mustEpochDay(day)) % 1000;

/** An answer with rows, and when it was truly given. */
type Answered = { readonly at: number; readonly days: readonly Day[] };
type Source = {
  readonly admin: SourcesClient;
  readonly id: number;
  readonly answered: Answered[];
  failures: number;
  broken: boolean;
};

let app: TestApp;
let trueNow = NOW.getTime();
const sources: Source[] = [];
const outbound = createFakeOutbound();
const zoneBefore = process.env['TZ'];

const yesterday = () => addDays(dayOfInstant(trueNow), -1);

function answer(source: Source, from: Day, to: Day) {
  if (source.broken) return scripted.answer(404);
  if (source.failures-- > 0) return scripted.answer(503);
  const days = daysOf({ from, to: to < yesterday() ? to : yesterday() });
  source.answered.push({ at: trueNow, days });
  return scripted.json(days.map((day) => ({ day, id: 'A', calls: metricOf(source.id, day), seats: source.id })));
}

beforeAll(async () => {
  app = await startTestApp({ outbound });
  outbound.respond((request) => {
    const { hostname, searchParams } = new URL(request.url);
    const source = sources[Number(/^w(\d+)/.exec(hostname)?.[1])];
    if (!source) return scripted.json([]);
    return answer(source, searchParams.get('from') ?? '', searchParams.get('to') ?? '');
  });
  for (let id = 0; id < WORKSPACES; id++) {
    const workspace = await app.workspace();
    const source: Source = { admin: asAdmin(workspace), id, answered: [], failures: 0, broken: false };
    sources.push(source);
    await source.admin.connect({ url: `https://w${id}.example.com/usage?from={start_date}&to={end_date}` });
    source.answered.length = 0;
    await source.admin.save(aMappingInput(), between(1, 30));
    ctxOf.set(source, workspace.ctx);
  }
  await app.ports.queue.drain();
});
afterAll(async () => {
  if (zoneBefore === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zoneBefore;
  await app.close();
});
const ctxOf = new Map<Source, Parameters<typeof storedDays>[0]>();

async function tick(at: number, clockIsOffBy = 0): Promise<void> {
  trueNow = at;
  app.clock.set(new Date(at + clockIsOffBy));
  app.ports.queue.tick('sources.sweep');
  await app.ports.queue.drain();
}

test('every day is stored once, with its value, or told as a gap', async () => {
  let downUntil = 0;
  const counts = { ticks: 0, outages: 0, jumps: 0 };
  const start = Math.floor(NOW.getTime() / DAY) * DAY + DAY;
  for (let n = 0; n < DAYS; n++) {
    const midnight = start + n * DAY;
    process.env['TZ'] = ZONES[Math.floor((n * ZONES.length) / DAYS)];
    if (midnight > downUntil && random() < 0.05) {
      counts.outages++;
      downUntil = midnight + between(1, random() < 0.3 ? 12 * 24 * 60 : 12 * 60) * MINUTE;
    }
    // Neither is looked at here, and years of them would fill the memory.
    outbound.requests.length = 0;
    app.takeStatements();
    for (const source of sources) {
      source.failures = random() < 0.2 ? between(1, 3) : 0;
      source.broken = random() < 0.02;
    }
    const offBy = random() < 0.05 ? between(-3 * 24 * 60, 3 * 24 * 60) * MINUTE : 0;
    const moments = [
      ...Array.from({ length: 3 }, () => between(0, 5 * 60)),
      ...Array.from({ length: 20 }, (_, minute) => 5 * 60 + 15 + minute),
      ...Array.from({ length: 2 }, () => between(6 * 60, 24 * 60 - 1)),
    ].toSorted((a, b) => a - b);
    const wrongAt = offBy === 0 ? -1 : between(0, moments.length - 1);
    for (const [index, minute] of moments.entries()) {
      const at = midnight + minute * MINUTE;
      if (at < downUntil) continue;
      counts.ticks++;
      if (index === wrongAt) counts.jumps++;
      await tick(at, index === wrongAt ? offBy : 0);
    }
    if (offBy === 0 && midnight > downUntil) for (const source of sources) expectOneAnswer(source, midnight);
  }
  // A last day on which all goes well.
  for (const source of sources) Object.assign(source, { failures: 0, broken: false });
  const end = Math.max(start + DAYS * DAY, Math.ceil(downUntil / DAY) * DAY);
  for (let minute = 0; minute < 80; minute++) await tick(end + 5 * 60 * MINUTE + minute * MINUTE);
  const found = { days: 0, gaps: 0 };
  for (const source of sources) await expectNothingLost(source, found);
  const runs = sources.reduce((sum, source) => sum + source.answered.length, 0);
  report('days', {
    days: DAYS,
    workspaces: WORKSPACES,
    zones: ZONES.length,
    ...{ ticks: counts.ticks, outages: counts.outages, 'clock jumps': counts.jumps, 'answers stored': runs },
    ...{ 'days stored': found.days, 'days told as gaps': found.gaps, lost: 0 },
  });
});

/**
 * From 05:15 on, on a day with nothing wrong but the endpoint: yesterday is answered once, or never by an endpoint that is broken
 * all day. A run of the round before may be tried again meanwhile; it does not ask for yesterday.
 */
function expectOneAnswer(source: Source, midnight: number): void {
  const asked = addDays(dayOfInstant(midnight), -1);
  const since = midnight + (5 * 60 + 15) * MINUTE;
  const answers = source.answered.filter(({ at, days }) => at >= since && at < midnight + DAY && days.includes(asked));
  const label = `seed ${SEED}: workspace ${source.id} answered ${answers.length} times for ${asked}`;
  expect(answers.length, label).toBe(source.broken ? 0 : 1);
}

async function expectNothingLost(source: Source, found: { days: number; gaps: number }): Promise<void> {
  const label = `seed ${SEED}: workspace ${source.id}`;
  const ctx = ctxOf.get(source);
  if (!ctx) throw new Error(label);
  const stored = await storedDays(ctx);
  const wrong = stored.filter(({ day, vals }) => vals[0] !== metricOf(source.id, day) || vals[1] !== source.id);
  expect(wrong, `${label}: wrong values`).toEqual([]);
  const have = new Set(stored.map(({ day }) => day));
  expect([...have].toSorted(), `${label}: what was answered is what is stored`).toEqual(
    [...new Set(source.answered.flatMap(({ days }) => days))].toSorted(),
  );
  // Whenever a daily run succeeded, the 7 days before it are there.
  const [first = ''] = [...have].toSorted();
  for (const { at } of source.answered) {
    const trueDay = dayOfInstant(at - (5 * 60 + 15) * MINUTE);
    const week = daysOf({ from: addDays(trueDay, -7), to: addDays(trueDay, -1) }).filter((day) => day >= first);
    expect(
      week.filter((day) => !have.has(day)),
      `${label}: missing although a run succeeded on ${trueDay}`,
    ).toEqual([]);
  }
  const { gaps, lastSyncedDay } = await source.admin.customApi();
  expect(lastSyncedDay, label).toBe(yesterday());
  const missing = daysOf({ from: first, to: yesterday() }).filter((day) => !have.has(day));
  expect(gaps.flatMap(daysOf).toSorted(), `${label}: gaps`).toEqual(missing);
  found.days += have.size;
  found.gaps += missing.length;
}
