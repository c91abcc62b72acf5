import { isDeepStrictEqual } from 'node:util';
import { expect, test } from 'vitest';
import {
  anomaliesOf,
  BASELINE_DAYS,
  type Band,
  type BaselineHistory,
  bandOf,
  bandsOf,
} from '../../src/features/usage/domain/baseline.ts';
import { report, sized } from '../kit/battery.ts';
import { seeded } from '../kit/random.ts';

const SHOWN = 40;
const CASES = sized(400, 20_000);

/** Steady, sparse, spiky, negative or constant, with holes and days without a row. */
function history(chance: () => number): BaselineHistory {
  const length = BASELINE_DAYS + SHOWN;
  const [density, zeros, unsynced] = [chance(), chance() ** 2, chance() ** 3];
  const level = 10 ** Math.floor(chance() * 9 - 3);
  const spread = chance() < 0.2 ? 0 : chance() * 2;
  const sign = chance() < 0.8 ? 1 : -1;
  const values: (number | null)[] = [];
  const quiet: boolean[] = [];
  for (let index = 0; index < length; index++) {
    const weekday = 1 + (index % 7 < 5 ? 1 : 0);
    const spike = chance() < 0.02 ? 50 : 1;
    const value = chance() < zeros ? 0 : sign * level * weekday * spike * (1 + spread * (chance() - 0.5));
    const has = chance() < density;
    values.push(has ? value : null);
    quiet.push(!has && chance() >= unsynced);
  }
  return { values, quiet };
}

const times = (band: Band | null, factor: number): Band | null =>
  band && { expected: band.expected * factor, lower: band.lower * factor, upper: band.upper * factor };

/** Equal but for what rounding may differ by. */
const near = (a: Band | null, b: Band | null): boolean =>
  a === null || b === null
    ? a === b
    : (['expected', 'lower', 'upper'] as const).every(
        (key) => Math.abs(a[key] - b[key]) <= 1e-9 * Math.max(Math.abs(a[key]), Math.abs(b[key]), Math.abs(a.upper)),
      );

/** What a history does that none may, with the day it does it on; null when all is well. */
function missOf(given: BaselineHistory, chance: () => number): readonly [what: string, day: number] | null {
  const bands = bandsOf(given);
  const day = Math.floor(chance() * SHOWN);
  if (bands.length !== SHOWN) return ['is not as long as the days shown', 0];

  const altered = { values: given.values.slice(), quiet: given.quiet.slice() };
  for (let index = BASELINE_DAYS + day; index < given.values.length; index++) {
    altered.values[index] = chance() < 0.5 ? null : chance() * 1e6;
    altered.quiet[index] = chance() < 0.5;
  }
  const again = bandsOf(altered).slice(0, day + 1);
  const ahead = again.findIndex((band, at) => !isDeepStrictEqual(band, bands[at]));
  if (ahead >= 0) return ['depends on its own day or a later one', ahead];

  const end = day + BASELINE_DAYS + 1;
  const [alone] = bandsOf({ values: given.values.slice(day, end), quiet: given.quiet.slice(day, end) });
  if (!isDeepStrictEqual(alone, bands[day])) return ['depends on which days are asked for', day];

  const factor = 10 ** (chance() * 8 - 4);
  const scaled = bandsOf({ ...given, values: given.values.map((value) => value && value * factor) });
  const mirrored = bandsOf({ ...given, values: given.values.map((value) => value && -value) });
  for (const [at, band] of bands.entries()) {
    if (!near(scaled[at] ?? null, times(band, factor))) return ['does not scale', at];
    const mirror = times(mirrored[at] ?? null, -1);
    if (!near(mirror && { ...mirror, lower: mirror.upper, upper: mirror.lower }, band)) return ['is not even', at];
    const wrong = band && shapeMiss(band, given.values.slice(at, at + BASELINE_DAYS));
    if (wrong) return [wrong, at];
  }
  for (const { offset, value, direction, lower, upper } of anomaliesOf(given, bands)) {
    const actual = value ?? 0;
    if (direction === 'ABOVE' ? actual <= upper : actual >= lower) return ['calls a day inside an anomaly', offset];
    if (value === null && !given.quiet[BASELINE_DAYS + offset]) return ['calls an unknown day an anomaly', offset];
  }
  return null;
}

function shapeMiss({ expected, lower, upper }: Band, values: readonly (number | null)[]): string | null {
  const known = values.filter((value) => value !== null);
  const [low, high] = [Math.min(0, ...known), Math.max(0, ...known)];
  if (expected < low || expected > high) return 'expects what never was';
  // Three scaled deviations are at most 4.45 halves of the reach.
  if (lower < low - 2.3 * (high - low) || upper > high + 2.3 * (high - low)) return 'leaves the data';
  if (lower > expected || expected > upper) return 'is upside down';
  if (low === 0 && lower < 0) return 'is below zero where no value was';
  return null;
}

/** The same numbers in another order are the same band. */
function orderMiss(chance: () => number): string | null {
  const weekdays = Array.from({ length: 4 + Math.floor(chance() * 9) }, () => Math.floor(chance() * 5));
  const keyed = weekdays.map((value) => ({ value, key: chance() })).sort((a, b) => a.key - b.key);
  const all = [...weekdays, 7, 0, 0];
  const shuffled = bandOf(
    keyed.map(({ value }) => value),
    () => all.toReversed(),
  );
  return isDeepStrictEqual(
    shuffled,
    bandOf(weekdays, () => all),
  )
    ? null
    : `depends on the order of ${weekdays}`;
}

test('baselines keep their promises on random histories', () => {
  const counts = { histories: 0, bands: 0, 'days outside': 0 };
  for (let seed = 1; seed <= CASES; seed++) {
    const chance = seeded(seed);
    const given = history(chance);
    const bands = bandsOf(given);
    const miss = missOf(given, chance) ?? orderMiss(chance);
    if (miss) expect.fail(`the band of history ${seed} ${miss}\n${JSON.stringify({ ...given, bands })}`);
    counts.histories++;
    counts.bands += bands.filter((band) => band !== null).length;
    counts['days outside'] += anomaliesOf(given, bands).length;
  }
  // Histories that never have a band would keep every promise.
  expect(counts.bands).toBeGreaterThan(CASES * 20);
  expect(counts['days outside']).toBeGreaterThan(CASES / 2);
  report('usage baselines', counts);
});
