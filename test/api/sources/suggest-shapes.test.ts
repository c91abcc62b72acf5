import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../kit/app.ts';
import { giveAccounts } from '../../kit/connected-workspace.ts';
import { json, type MisbehavingEndpoint, startMisbehavingEndpoint } from '../../kit/misbehaving-endpoint.ts';
import { ALL_SHAPES } from '../../kit/shapes/all.ts';
import type { Shape, Stored } from '../../kit/shapes/shape.ts';
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

/** How many of all shapes are found is measured by the bench; these must be, from the connection to the stored usage. */
const MUST_BE_FOUND = [
  'ISO instants with an offset become UTC days (PagerDuty analytics)',
  'a field of the parent, with let (OpenAI usage)',
  'a GraphQL answer to a POST (Cloudflare analytics)',
  'the day of the parent, amounts as text (AWS Cost Explorer)',
  'columns and rows of lists (PostHog query)',
  'a table of texts with nulls (Snowflake SQL API)',
  'a map keyed by day and account (Firebase Realtime Database)',
  'a list for each column (Splunk search results)',
  'RFC 2822 dates (Twilio messages)',
];
const shapes = ALL_SHAPES.filter(({ name }) => MUST_BE_FOUND.includes(name));

test('each of them is there', () => {
  expect(shapes.map(({ name }) => name).sort()).toEqual(MUST_BE_FOUND.toSorted());
});

test.each(shapes)('$name', async ({ answer, mapping: right, expected, request }) => {
  const workspace = await app.workspace();
  const admin = asAdmin(workspace);
  const accounts = Object.keys(expected);
  await giveAccounts(
    workspace.as('ADMIN'),
    accounts.map((externalCrmId) => ({ externalCrmId })),
  );
  endpoint.respond(json(answer));
  await admin.connect({ url: `${endpoint.url}/report?from={start_date}&to={end_date}`, ...request });
  const { suggestion, userErrors } = await admin.suggest(
    right.metrics.map(({ name }) => name.replaceAll('_', ' ')),
    { first: 100 },
  );
  expect(userErrors).toEqual([]);

  const { mapping } = suggestion;
  const { preview } = await admin.preview(mapping, 100);
  const { warnings: _, ...seen } = suggestion.preview;
  // The answer is small enough for its sample to be all of it.
  expect(preview).toMatchObject(seen);
  const saved = await admin.save(mapping);
  expect(saved.userErrors).toEqual([]);
  await app.ports.queue.drain();
  expect(await stored(admin, mapping.metrics, right), JSON.stringify(mapping)).toEqual(expected);

  async function stored(client: SourcesClient, found: readonly { name: string }[], { metrics }: Shape['mapping']) {
    const all: Record<string, Record<string, Record<string, number>>> = {};
    for (const account of accounts) {
      const usage = await client.usage(account, 30);
      const last = Date.parse(usage.to);
      for (const { name, values } of usage.metrics as { name: string; values: (number | null)[] }[]) {
        // Metrics come in the order of their descriptions, under names of their own.
        const asked = metrics[found.findIndex((one) => one.name === name)]?.name ?? name;
        const dayOf = (index: number) => new Date(last - (values.length - 1 - index) * 86_400_000).toISOString();
        const days = values.flatMap((value, index) => (value === null ? [] : [[dayOf(index).slice(0, 10), value]]));
        if (days.length > 0) all[account] = { ...all[account], [asked]: Object.fromEntries(days) };
      }
    }
    return all as Stored;
  }
});
