import { describe, expect, it } from 'vitest';
import type { AccountScore } from '../../src/features/health/domain/score-account.ts';
import { report, sized } from '../kit/battery.ts';
import { seeded } from '../kit/random.ts';
import { randomWorld, scoreWorld, type World, withDays } from '../kit/usage-worlds.ts';

const RECENT_DAYS = 28;
/** Sums in another order differ in their last digits. */
const CLOSE = 1e-6;

const hundredths = (value: number) => Math.round(100 * value);
const pillarScores = ({ pillars }: AccountScore) => pillars.map(({ score }) => score ?? 0);
const show = (score: AccountScore | undefined) =>
  JSON.stringify({ score: score?.score, pillars: score?.pillars.filter((one) => one.score !== null) }, null, 1);
const mostApart = (a: AccountScore, b: AccountScore) =>
  Math.max(...pillarScores(a).map((score, index) => Math.abs(score - (pillarScores(b)[index] ?? 0))));

/** Fails where `after` is lower than `before`, in the score or any pillar. */
function neverLower(before: AccountScore | undefined, after: AccountScore | undefined, what: string): void {
  if (!before || !after) throw new Error(`${what}: an account has no score`);
  const lower = pillarScores(before).some((score, index) => (pillarScores(after)[index] ?? 0) < score - CLOSE);
  if (lower || (after.score ?? 0) < (before.score ?? 0)) {
    throw new Error(`${what}\nbefore ${show(before)}\nafter ${show(after)}`);
  }
}

function eachWorld(
  from: number,
  count: number,
  options: Parameters<typeof randomWorld>[1],
  check: (world: World, seed: number, random: () => number) => void,
): void {
  for (let seed = from; seed < from + count; seed++) {
    const random = seeded(seed);
    check(randomWorld(random, options), seed, random);
  }
}

describe('what the formulas of health promise', () => {
  const counts = { worlds: 0, scores: 0, changes: 0, outages: 0 };

  it('scores are 0 to 100, the points add up, and neither order nor unit matters', () => {
    eachWorld(1, sized(150, 1_000), {}, (world, seed, random) => {
      const scores = scoreWorld(world);
      const shuffled = <T>(items: readonly T[]) =>
        items
          .map((item) => [random(), item] as const)
          .sort((a, b) => a[0] - b[0])
          .map(([, item]) => item);
      const again = scoreWorld(world, { order: shuffled });
      const grown = scoreWorld({
        ...world,
        accounts: new Map(
          [...world.accounts].map(([id, days]) => [
            id,
            new Map(
              [...days].map(([day, vals]) => [
                day,
                vals.map((value, slot) => (slot === 0 && value !== null ? 1_000 * value : value)),
              ]),
            ),
          ]),
        ),
      });
      const counted = scoreWorld(world, { model: { missingPillarPolicy: 'COUNT_AS_ZERO' } });
      for (const [id, score] of scores) {
        const at = `world ${seed}, ${id}`;
        for (const one of [score, counted.get(id)]) {
          const points = one?.pillars.flatMap(({ inputs }) => inputs.map((input) => hundredths(input.points))) ?? [];
          expect(
            points.reduce((sum, value) => sum + value, 0),
            at,
          ).toBe(100 * (one?.score ?? 0));
          expect(
            points.every((value) => value >= 0),
            at,
          ).toBe(true);
        }
        const all = [
          score.score,
          ...score.pillars.flatMap((pillar) => [pillar.score, ...pillar.inputs.map((input) => input.score)]),
        ];
        expect(
          all.filter((value) => value !== null && !(value >= 0 && value <= 100 + CLOSE)),
          at,
        ).toEqual([]);
        expect(again.get(id), `${at}, in another order`).toEqual(score);
        expect(mostApart(score, grown.get(id) ?? score), `${at}, a thousand times as much`).toBeLessThan(CLOSE);
        counts.scores++;
      }
      counts.worlds++;
    });
  });

  it('more of what is good never lowers a score, and less never raises it', () => {
    eachWorld(10_000, sized(300, 3_000), {}, (world, seed, random) => {
      const id = `acc_${Math.floor(random() * world.accounts.size)}`;
      const days = world.accounts.get(id) ?? new Map<number, readonly (number | null)[]>();
      const day = Math.floor(random() * Math.min(RECENT_DAYS, world.length));
      const slot = Math.floor(random() * world.metrics.length);
      const metric = world.metrics[slot];
      const vals = days.get(day) ?? null;
      const value = vals?.[slot] ?? null;
      const isDown = world.rules[metric?.name ?? '']?.direction === 'DOWN_IS_GOOD';
      // A gauge that has no value that day is not raised by getting one: it may be lower than the week's others.
      if (value === null && metric?.aggregation !== 'SUM') return;
      // That something was used is good, whatever was: the promise is of days that are used anyway.
      if (isDown && !vals?.some((other, at) => at !== slot && (other ?? 0) > 0)) return;
      const by = 10 ** (Math.floor(random() * 6) - 1);
      const higher = world.metrics.map((_, at) => (at === slot ? (value ?? 0) + by : (vals?.[at] ?? null)));
      const more = withDays(world, id, new Map([...days, [day, higher]]));
      const [low, high] = [scoreWorld(world).get(id), scoreWorld(more).get(id)];
      const what = `world ${seed}: ${id} with ${by} more of ${metric?.name} (${metric?.aggregation}, ${isDown ? 'down' : 'up'} is good), ${day} days before the end`;
      if (isDown) neverLower(high, low, what);
      else neverLower(low, high, what);
      counts.changes++;
    });
  });

  it('whole weeks of which nothing is known are as if they had never been', () => {
    eachWorld(50_000, sized(100, 800), { most: 140 }, (world, seed, random) => {
      const weeks = 1 + Math.floor(random() * 3);
      const gap = 7 * Math.floor(random() * 8);
      const moved = new Map(
        [...world.accounts].map(([id, days]) => [
          id,
          new Map([...days].map(([day, vals]) => [day < gap ? day : day + 7 * weeks, vals])),
        ]),
      );
      const unknown = new Set(Array.from({ length: 7 * weeks }, (_, index) => gap + index));
      const length = world.length > gap ? world.length + 7 * weeks : world.length;
      const [whole, torn] = [scoreWorld(world), scoreWorld({ ...world, accounts: moved, unknown, length })];
      for (const [id, score] of whole) {
        const other = torn.get(id);
        if (!other || mostApart(score, other) > CLOSE || score.score !== other.score) {
          throw new Error(
            `world ${seed}, ${id}: ${weeks} weeks unknown, ${gap} days before the end\nwhole ${show(score)}\ntorn ${show(other)}`,
          );
        }
      }
      counts.outages++;
    });
  });

  it('days of which nothing is known are never worse than days without use', () => {
    eachWorld(80_000, sized(100, 800), { sameAge: true }, (world, seed, random) => {
      const isLost = (day: number) =>
        world.length > 35 && day < RECENT_DAYS && day % 7 === Math.floor(seed % 7) && random() < 0.7;
      const lost = new Set([...Array(RECENT_DAYS).keys()].filter((day) => day > 0 && isLost(day)));
      const metrics = world.metrics.map((metric) => ({ ...metric, aggregation: 'SUM' as const }));
      const accounts = new Map(
        [...world.accounts].map(([id, days]) => [
          id,
          new Map(
            [...days]
              .filter(([day]) => !lost.has(day))
              .map(([day, vals]) => [day, vals.map((value) => Math.abs(value ?? 0))]),
          ),
        ]),
      );
      const silent = { ...world, metrics, rules: {}, accounts };
      const [empty, unknown] = [scoreWorld(silent), scoreWorld({ ...silent, unknown: lost })];
      for (const [id, score] of empty)
        neverLower(score, unknown.get(id), `world ${seed}, ${id}: ${[...lost]} days before the end`);
      counts.outages++;
    });
  });

  it('a source that stopped freezes the score', () => {
    eachWorld(90_000, sized(50, 300), {}, (world, seed) => {
      const end = Math.min(20, world.length - 8);
      const unknown = new Set(Array.from({ length: end }, (_, index) => index));
      const accounts = new Map(
        [...world.accounts].map(([id, days]) => [id, new Map([...days].filter(([day]) => day >= end))]),
      );
      const [then, now] = [scoreWorld(world, { end }), scoreWorld({ ...world, accounts, unknown }, { state: 'STALE' })];
      for (const [id, score] of then) {
        expect(now.get(id)?.score, `world ${seed}, ${id}`).toBe(score.score);
        expect(now.get(id)?.pillars[0]?.state, `world ${seed}, ${id}`).toBe(
          score.pillars[0]?.score === null ? score.pillars[0].state : 'STALE',
        );
      }
      counts.outages++;
    });
    report('health formulas', counts);
  });
});
