import type { TestApp } from '../app.ts';
import type { TestClient } from '../client.ts';

const RULES = `mutation { updateSignalRules(input: { disabledTypes: [EXPANSION] }) { userErrors { message } } }`;
const BILL = `mutation ($input: RecordBillingSnapshotInput!) { recordBillingSnapshot(input: $input) { userErrors { message } } }`;
const ACKNOWLEDGE = `mutation ($input: AcknowledgeSignalInput!) { acknowledgeSignal(input: $input) { userErrors { message } } }`;

/** Rules of its own, and a signal that somebody made a note of. */
export async function giveSignals(app: TestApp, admin: TestClient, name: string) {
  const succeed = async (query: string, input?: object) => {
    const [payload] = Object.values(await admin.ask<{ [field: string]: { userErrors: unknown[] } }>(query, { input }));
    if (payload?.userErrors.length !== 0) throw new Error(JSON.stringify(payload));
  };
  await succeed(RULES);
  const snapshot = { externalCrmId: `${name}-1`, day: '2026-03-09', payment: 'FAILED', subscription: 'ACTIVE' };
  await succeed(BILL, { snapshots: [snapshot] });
  await app.ports.queue.drain();
  const { signalFeed } = await admin.ask('{ signalFeed { edges { cursor node { id type } } } }');
  const found = signalFeed.edges.find(({ node }: { node: { type: string } }) => node.type === 'PAYMENT_FAILED');
  if (!found) throw new Error(`no signal was raised: ${JSON.stringify(signalFeed)}`);
  await succeed(ACKNOWLEDGE, { id: found.node.id, note: `${name} note` });
  return { id: found.node.id as string, cursor: found.cursor as string };
}
