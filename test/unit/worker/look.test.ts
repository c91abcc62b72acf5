import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Ports } from '../../../src/features/kit/ctx.ts';
import { keepLooking } from '../../../src/worker/look.ts';

const handOutLeftRuns = vi.hoisted(() => vi.fn<(ports: unknown) => Promise<void>>());
vi.mock('../../../src/features/sources/index.ts', () => ({ handOutLeftRuns, sweepSourcesJob: {} }));
vi.mock('../../../src/features/conversations/index.ts', () => ({
  handOutTurns: async () => {},
  sweepConversationsJob: {},
}));
vi.mock('../../../src/features/health/index.ts', () => ({ handOutBacktests: async () => {} }));
vi.mock('../../../src/features/workspaces/index.ts', () => ({ handOutEvaluations: async () => {} }));
vi.mock('../../../src/features/webhooks/index.ts', () => ({ handOutDeliveries: async () => {}, sweepWebhooksJob: {} }));

let warnings: number;
const ports = { log: { warn: () => warnings++ } } as unknown as Ports;
beforeEach(() => {
  vi.useFakeTimers();
  handOutLeftRuns.mockReset().mockResolvedValue();
  warnings = 0;
});
afterEach(() => vi.useRealTimers());
const looks = () => handOutLeftRuns.mock.calls.length;

test('looks once for each interval, until it is stopped', async () => {
  const looking = keepLooking(ports, 1_000);
  expect(looks()).toBe(0);
  await vi.advanceTimersByTimeAsync(3_000);
  expect(looks()).toBe(3);
  looking.stop();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(looks()).toBe(3);
});

test('one look at a time: the next waits for one that hangs', async () => {
  let done = () => {};
  handOutLeftRuns.mockImplementationOnce(() => new Promise((resolve) => (done = resolve)));
  const looking = keepLooking(ports, 1_000);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(looks()).toBe(1);
  done();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(looks()).toBe(2);
  looking.stop();
});

test('a database that is away is said once, and it looks again all the same', async () => {
  handOutLeftRuns.mockRejectedValue(new Error('away'));
  const looking = keepLooking(ports, 1_000);
  await vi.advanceTimersByTimeAsync(3_000);
  expect([looks(), warnings]).toEqual([3, 1]);
  handOutLeftRuns.mockResolvedValueOnce();
  await vi.advanceTimersByTimeAsync(2_000);
  expect([looks(), warnings], 'away for the second time').toEqual([5, 2]);
  looking.stop();
});
