import { expect, test } from 'vitest';
import { type BannerFacts, bannerOf } from '../../../src/features/sources/domain/banner.ts';

const NOW = new Date('2026-03-10T12:00:00Z');
const hoursAgo = (hours: number) => new Date(NOW.getTime() - hours * 3_600_000);
const error = { code: 'CREDENTIALS_REFUSED', message: 'HTTP 401.', hint: 'Check the token.' };
const facts = (changes: Partial<BannerFacts> = {}): BannerFacts => ({
  status: 'CONNECTED',
  error: null,
  errorSince: null,
  lastSyncAt: hoursAgo(7),
  lastSyncedDay: '2026-03-09',
  ...changes,
});

test.each([
  ['all is well', facts()],
  ['36 hours are not over', facts({ lastSyncAt: hoursAgo(36) })],
  ['the last run failed, which the next one may mend', facts({ error, errorSince: hoursAgo(1) })],
  ['a weekend without rows', facts({ lastSyncedDay: '2026-03-07' })],
  ['nothing is mapped yet', facts({ status: 'MAPPING', lastSyncAt: null })],
  ['the first history is on its way', facts({ status: 'BACKFILLING', lastSyncAt: hoursAgo(100) })],
  ['it was disconnected', facts({ status: 'DISCONNECTED', lastSyncAt: hoursAgo(100) })],
])('no banner while %s', (_, given) => {
  expect(bannerOf(given, NOW)).toBeNull();
});

test('yellow when nothing succeeded for more than 36 hours, with the reason when there is one', () => {
  const lastSyncAt = hoursAgo(37);
  expect(bannerOf(facts({ lastSyncAt }), NOW)).toEqual({
    level: 'YELLOW',
    code: 'STALE',
    message: 'No synchronisation has succeeded for 37 hours.',
    hint: expect.stringContaining('worker'),
    startedAt: lastSyncAt,
  });
  expect(bannerOf(facts({ lastSyncAt, error }), NOW)).toMatchObject({
    message: 'No synchronisation has succeeded for 37 hours. The last one failed: HTTP 401.',
    hint: 'Check the token.',
  });
});

test('yellow when runs succeed and bring no rows', () => {
  expect(bannerOf(facts({ lastSyncedDay: '2026-03-06' }), NOW)).toEqual({
    level: 'YELLOW',
    code: 'NO_ROWS',
    message: 'The endpoint answers, but no usage has come since 2026-03-06. Scores stay as of that day.',
    hint: expect.stringContaining('2026-03-07'),
    startedAt: hoursAgo(7),
  });
});

test('red as soon as the connection is in error, however fresh its data', () => {
  const errorSince = hoursAgo(1);
  expect(bannerOf(facts({ status: 'ERROR', error, errorSince }), NOW)).toEqual({
    level: 'RED',
    ...error,
    startedAt: errorSince,
  });
});
