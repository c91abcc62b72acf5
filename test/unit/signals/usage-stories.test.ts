import { describe, expect, it } from 'vitest';
import type { RulesPatch } from '../../../src/features/signals/domain/rules.ts';
import type { UsageFrame, UsageHistory } from '../../../src/features/signals/domain/usage-frame.ts';
import { addDays } from '../../../src/lib/day.ts';
import {
  billed,
  find,
  frameOf,
  historyOf,
  NO_FACTS,
  settingOf,
  short,
  THROUGH,
  viewOf,
} from '../../kit/signal-views.ts';

type Weeks = readonly (number | null)[];
const CALLS = [{ name: 'calls' }];
const gapIn = (gap: number): Partial<UsageFrame> => ({
  coveredDays: Array.from({ length: 26 }, (_, week) => (week === gap ? 3 : 7)),
});

describe('disengagement', () => {
  const silent = (used: Weeks, daysAgo: number, frame: Partial<UsageFrame> = {}, rules: RulesPatch = {}) => {
    const usage = historyOf([used], { lastUsedOn: addDays(THROUGH, -daysAgo) });
    return find('DISENGAGEMENT', viewOf({ usage }), settingOf({ frame: frameOf(CALLS, [usage], frame) }, rules));
  };
  const weekly = [0, 0, ...new Array(12).fill(9)];
  const monthly = [0, 0, 9, 0, 0, 0, 9, 0, 0, 0, 9, 0, 0, 9];

  it.each<[string, Weeks, number, string[]]>([
    ['13 days are not too long', [0, ...weekly], 13, []],
    ['14 days are', weekly, 14, ['HOLDS MEDIUM']],
    ['one and a half times that long', [0, ...weekly], 21, ['HOLDS HIGH']],
    ['three times that long', [0, 0, 0, 0, ...weekly], 42, ['HOLDS CRITICAL']],
    ['an account that is used monthly has longer pauses', monthly, 14, []],
    ['too long even for it', [0, 0, 0, ...monthly], 35, ['HOLDS MEDIUM']],
    ['used in three weeks of twelve, it never was engaged', [0, 0, 9, 9, 9], 14, []],
    ['in four, it was', [0, 0, 9, 9, 9, 9], 32, []],
    ['a history that is no longer kept says nothing', new Array(26).fill(0), 170, ['UNKNOWN']],
  ])('%s', (_, used, daysAgo, expected) => expect(short(silent(used, daysAgo))).toEqual(expected));

  it('takes known days for silence only', () => {
    expect(short(silent(weekly, 14, { isFrozen: true }))).toEqual(['UNKNOWN']);
    expect(short(silent(weekly, 14, gapIn(1)))).toEqual(['UNKNOWN']);
    expect(short(silent(weekly, 14, gapIn(5)))).toEqual(['HOLDS MEDIUM']);
    // Usage lately is usage, whatever is not known besides.
    expect(short(silent([9, ...weekly], 3, gapIn(1)))).toEqual([]);
  });
  it('does not take an account for gone that used nothing but a metric that was removed', () => {
    const usage = historyOf([weekly], { lastUsedOn: addDays(THROUGH, -14) });
    const frame = { ...frameOf(CALLS, [usage]), metrics: [] };
    expect(find('DISENGAGEMENT', viewOf({ usage }), settingOf({ frame }))).toEqual([]);
  });
});

describe('expansion', () => {
  const blocks = (latest: number, second: number, third: number, oldest: number): Weeks =>
    [latest, second, third, oldest].flatMap((sum) => new Array<number>(4).fill(sum / 4));
  const growing = (weeks: Weeks, frame: Partial<UsageFrame> = {}, others: UsageHistory[] = []) => {
    const usage = historyOf([weeks]);
    return find('EXPANSION', viewOf({ usage }), settingOf({ frame: frameOf(CALLS, [usage, ...others], frame) }));
  };
  it.each<[string, Weeks, string[]]>([
    ['20 % over all, step by step', blocks(120, 110, 105, 100), ['HOLDS LOW']],
    ['19 % keeps a signal that there is', blocks(119, 110, 105, 100), ['LINGERS LOW']],
    ['50 %', blocks(150, 140, 120, 100), ['HOLDS MEDIUM']],
    ['twice as much', blocks(200, 150, 120, 100), ['HOLDS HIGH']],
    ['not without a pause', blocks(150, 110, 110, 100), ['LINGERS MEDIUM']],
    ['9 % ends it', blocks(109, 106, 103, 100), []],
    ['a fall ends it', blocks(150, 180, 120, 100), []],
    ['from nothing there is no rate', blocks(150, 120, 100, 0), []],
    ['below the median account', blocks(12, 11, 10.5, 10), ['LINGERS LOW']],
  ])('%s', (_, weeks, expected) => expect(short(growing(weeks))).toEqual(expected));

  it('needs every day of sixteen weeks', () => {
    expect(short(growing(blocks(150, 140, 120, 100), gapIn(15)))).toEqual(['UNKNOWN']);
    expect(short(growing(blocks(150, 140, 120, 100), gapIn(16)))).toEqual(['HOLDS MEDIUM']);
    expect(short(growing(blocks(150, 140, 120, 100), { isFrozen: true }))).toEqual(['UNKNOWN']);
  });
});

describe('usage and revenue', () => {
  const weeksOf = (now: number, before: number): Weeks => [now, now, now, now, before, before, before, before];
  const disagree = (weeks: Weeks, mrr: number | null, previous: number | null, frame: Partial<UsageFrame> = {}) => {
    const usage = historyOf([weeks]);
    const billingBefore = previous === null ? null : billed(previous, {}, addDays(THROUGH, -30));
    const facts = { ...NO_FACTS, billing: billed(mrr), billingBefore };
    const setting = settingOf({ frame: frameOf(CALLS, [usage], frame) });
    return find('USAGE_REVENUE_MISMATCH', viewOf({ usage, facts }), setting);
  };
  it.each<[string, Weeks, number | null, number | null, string[]]>([
    ['usage falls, MRR is flat', weeksOf(70, 100), 500, 500, ['USAGE_FALLS HOLDS MEDIUM']],
    ['usage falls, MRR grows', weeksOf(40, 100), 600, 500, ['USAGE_FALLS HOLDS HIGH']],
    ['two per cent are flat', weeksOf(70, 100), 490, 500, ['USAGE_FALLS HOLDS MEDIUM']],
    ['both fall', weeksOf(70, 100), 400, 500, []],
    ['usage falls less', weeksOf(75, 100), 500, 500, ['USAGE_FALLS LINGERS MEDIUM']],
    ['a fifth ends it', weeksOf(81, 100), 500, 500, []],
    ['usage grows, MRR falls', weeksOf(130, 100), 400, 500, ['REVENUE_FALLS HOLDS MEDIUM']],
    ['both grow', weeksOf(150, 100), 600, 500, []],
    ['nothing to compare with', weeksOf(40, 100), 500, null, []],
    ['no MRR', weeksOf(40, 100), null, 500, []],
  ])('%s', (_, weeks, mrr, previous, expected) => expect(short(disagree(weeks, mrr, previous))).toEqual(expected));

  it('are not compared over days that are unknown', () => {
    for (const frame of [gapIn(7), { isFrozen: true }])
      expect(short(disagree(weeksOf(40, 100), 500, 500, frame))).toEqual([
        'USAGE_FALLS UNKNOWN',
        'REVENUE_FALLS UNKNOWN',
      ]);
  });
});
