import { describe, expect, it } from 'vitest';
import { isTimeZone, nextDaily } from '../../../src/features/workspaces/domain/next-daily.ts';

const next = (zone: string, dailyAt: string, now: string) => nextDaily(zone, dailyAt, new Date(now)).toISOString();

describe('the next time of day', () => {
  it.each([
    ['UTC', '06:00', '2026-03-10T05:59:59.999Z', '2026-03-10T06:00:00.000Z'],
    ['UTC', '06:00', '2026-03-10T06:00:00.000Z', '2026-03-11T06:00:00.000Z'],
    ['UTC', '00:00', '2026-12-31T12:00:00.000Z', '2027-01-01T00:00:00.000Z'],
    ['Europe/Berlin', '06:00', '2026-01-10T04:00:00.000Z', '2026-01-10T05:00:00.000Z'],
    ['Europe/Berlin', '06:00', '2026-07-10T04:30:00.000Z', '2026-07-11T04:00:00.000Z'],
    ['America/New_York', '23:30', '2026-01-10T04:00:00.000Z', '2026-01-10T04:30:00.000Z'],
    ['Pacific/Kiritimati', '06:00', '2026-01-10T17:00:00.000Z', '2026-01-11T16:00:00.000Z'],
    ['Pacific/Kiritimati', '06:00', '2026-01-10T15:00:00.000Z', '2026-01-10T16:00:00.000Z'],
    ['Asia/Kolkata', '06:00', '2026-01-10T00:00:00.000Z', '2026-01-10T00:30:00.000Z'],
  ])('%s at %s after %s', (zone, dailyAt, now, expected) => expect(next(zone, dailyAt, now)).toBe(expected));

  it('that a change of clocks leaves out comes as late as it would have been', () => {
    // Berlin's clocks go from 02:00 to 03:00 on 2026-03-29.
    expect(next('Europe/Berlin', '02:30', '2026-03-28T12:00:00Z')).toBe('2026-03-29T01:30:00.000Z');
    expect(next('Europe/Berlin', '02:30', '2026-03-29T01:30:00Z')).toBe('2026-03-30T00:30:00.000Z');
  });

  it('that comes twice counts the first time', () => {
    // Berlin's clocks go from 03:00 back to 02:00 on 2026-10-25.
    expect(next('Europe/Berlin', '02:30', '2026-10-24T12:00:00Z')).toBe('2026-10-25T00:30:00.000Z');
    expect(next('Europe/Berlin', '02:30', '2026-10-25T00:30:00Z')).toBe('2026-10-26T01:30:00.000Z');
  });

  it('is never more than 25 hours away and always ahead, in any zone and through every change', () => {
    const zones = Intl.supportedValuesOf('timeZone');
    expect(zones.length).toBeGreaterThan(300);
    for (const [index, zone] of zones.entries()) {
      const now = new Date(Date.UTC(2026, 0, 1) + ((index * 7919) % 365) * 86_400_000 + index * 60_000);
      const wait = nextDaily(zone, '06:00', now).getTime() - now.getTime();
      expect(wait, `${zone} after ${now.toISOString()}`).toBeGreaterThan(0);
      expect(wait, `${zone} after ${now.toISOString()}`).toBeLessThanOrEqual(25 * 3_600_000);
    }
  });
});

it('a zone that is not known is taken for UTC', () => {
  expect(isTimeZone('Mars/Olympus')).toBe(false);
  expect(isTimeZone('Europe/Berlin')).toBe(true);
  expect(next('Mars/Olympus', '06:00', '2026-03-10T05:00:00Z')).toBe('2026-03-10T06:00:00.000Z');
});
