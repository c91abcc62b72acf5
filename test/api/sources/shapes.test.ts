import { afterAll, beforeAll, expect, test } from 'vitest';
import { daysOf } from '../../../src/lib/day.ts';
import { startTestApp, type TestApp } from '../../kit/app.ts';
import { giveAccounts } from '../../kit/connected-workspace.ts';
import { json, type MisbehavingEndpoint, startMisbehavingEndpoint } from '../../kit/misbehaving-endpoint.ts';
import { ALL_SHAPES } from '../../kit/shapes/all.ts';
import type { Stored } from '../../kit/shapes/shape.ts';
import { asAdmin, type SourcesClient } from '../../kit/sources.ts';

let app: TestApp;
let endpoint: MisbehavingEndpoint;

beforeAll(async () => {
  app = await startTestApp();
  endpoint = await startMisbehavingEndpoint();
});
afterAll(async () => {
  await endpoint.close();
  await app.close();
});

test.each(ALL_SHAPES)('$name', async ({ answer, mapping, expected, request }) => {
  const workspace = await app.workspace();
  const admin = asAdmin(workspace);
  const accounts = Object.keys(expected);
  await giveAccounts(
    workspace.as('ADMIN'),
    accounts.map((externalCrmId) => ({ externalCrmId })),
  );
  endpoint.respond(json(answer));
  const connected = await admin.connect({ url: `${endpoint.url}/report?from={start_date}&to={end_date}`, ...request });
  expect(connected.userErrors).toEqual([]);

  const { preview, userErrors } = await admin.preview(mapping, 100);
  expect(userErrors).toEqual([]);
  expect(preview).toMatchObject({ errorCount: 0, skippedCount: 0, problems: [], unmatchedAccountCount: 0 });
  const shown = collect(
    preview.result.flatMap(({ day, externalCrmId, metrics }: ResultRow) =>
      metrics.map(({ name, value }) => [externalCrmId, name, day, value]),
    ),
  );
  expect(shown).toEqual(expected);

  const saved = await admin.save(mapping);
  expect(saved.userErrors).toEqual([]);
  await app.ports.queue.drain();
  const run = await admin.run(saved.syncRun.id);
  expect(run).toMatchObject({
    status: 'SUCCEEDED',
    rowsStored: preview.result.length,
    unmatchedAccountCount: 0,
    error: null,
  });
  expect(await stored(admin, accounts)).toEqual(expected);
});

type ResultRow = { day: string; externalCrmId: string; metrics: { name: string; value: number | null }[] };
type Point = [account: string, metric: string, day: string, value: number | null];

/** What the API gives back of the last 30 days, days without a value left out. */
async function stored(admin: SourcesClient, accounts: readonly string[]): Promise<Stored> {
  const points: Point[] = [];
  for (const account of accounts) {
    const { metrics, ...window } = await admin.usage(account);
    for (const { name, values } of metrics as { name: string; values: (number | null)[] }[]) {
      const days = daysOf(window);
      expect(values).toHaveLength(days.length);
      for (const [index, value] of values.entries()) points.push([account, name, days[index] ?? '', value]);
    }
  }
  return collect(points);
}

function collect(points: readonly Point[]): Stored {
  const all = new Map<string, Map<string, Map<string, number>>>();
  for (const [account, metric, day, value] of points) {
    if (value === null) continue;
    const metrics = all.get(account) ?? new Map<string, Map<string, number>>();
    const days = metrics.get(metric) ?? new Map<string, number>();
    all.set(account, metrics.set(metric, days.set(day, value)));
  }
  const flat = (metrics: Map<string, Map<string, number>>) =>
    Object.fromEntries([...metrics].map(([metric, days]) => [metric, Object.fromEntries(days)]));
  return Object.fromEntries([...all].map(([account, metrics]) => [account, flat(metrics)]));
}
