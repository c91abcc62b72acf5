import { addDays, type Day, daysOf } from '../../src/lib/day.ts';
import { type TestApp, YESTERDAY } from './app.ts';
import type { TestClient } from './client.ts';
import { type ConnectedWorkspace, connectWorkspace, giveAccounts, type UsageRow } from './connected-workspace.ts';

/** First day of the history that `connectHistory` gives. */
export const HISTORY_FROM = '2025-09-15';

const BACKFILL = `mutation ($input: BackfillUsageInput!) { backfillUsage(input: $input) { userErrors { message } } }`;

/** A workspace whose accounts each ordered something every other day, until they stopped. */
export async function connectHistory(
  app: TestApp,
  accounts: readonly { readonly externalCrmId: string; readonly stoppedOn?: Day; readonly [field: string]: unknown }[],
): Promise<ConnectedWorkspace> {
  const connected = await connectWorkspace(app);
  await giveAccounts(
    connected.admin,
    accounts.map(({ stoppedOn: _, ...account }) => account),
  );
  const rows = accounts.flatMap(({ externalCrmId, stoppedOn }, index): UsageRow[] =>
    daysOf({ from: HISTORY_FROM, to: addDays(stoppedOn ?? addDays(YESTERDAY, 1), -1) })
      .filter((_, number) => number % 2 === 0)
      .map((day) => ({ id: externalCrmId, day, orders: 3 + (index % 4), visits: 1 })),
  );
  connected.serve(rows);
  await connected.track([{ name: 'orders' }, { name: 'visits' }]);
  const { backfillUsage } = await connected.admin.ask(BACKFILL, { input: { from: HISTORY_FROM, to: YESTERDAY } });
  if (backfillUsage.userErrors.length > 0) throw new Error(JSON.stringify(backfillUsage.userErrors));
  await app.ports.queue.drain();
  return connected;
}

/** Records that the account left on the day; null takes it back. */
export async function churn(client: TestClient, churns: readonly { externalCrmId: string; churnedOn: Day | null }[]) {
  const { recordChurn } = await client.ask(
    'mutation ($input: RecordChurnInput!) { recordChurn(input: $input) { userErrors { message } } }',
    { input: { churns } },
  );
  if (recordChurn.userErrors.length > 0) throw new Error(JSON.stringify(recordChurn.userErrors));
}
