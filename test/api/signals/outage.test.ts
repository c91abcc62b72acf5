import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays } from '../../../src/lib/day.ts';
import { startTestApp, type TestApp, YESTERDAY } from '../../kit/app.ts';
import { type ConnectedWorkspace, connectWorkspace, giveAccounts } from '../../kit/connected-workspace.ts';

let app: TestApp;
let connected: ConnectedWorkspace;
beforeAll(async () => {
  app = await startTestApp();
  connected = await connectWorkspace(app);
});
afterAll(async () => {
  await connected.close();
  await app.close();
});

const usageOf = (id: string, from: number, to: number, metric: string, value: number) =>
  Array.from({ length: from - to }, (_, index) => ({ id, day: addDays(YESTERDAY, -to - index), [metric]: value }));
const open = async () => {
  const { signalFeed } = await connected.admin.ask(
    '{ signalFeed { nodes { type metric account { externalCrmId } } } }',
  );
  return signalFeed.nodes.map((one: { type: string; metric: string; account: { externalCrmId: string } }) =>
    [one.account.externalCrmId, one.type, one.metric].join(' ').trim(),
  );
};
const evaluateAgain = async () => {
  await connected.admin.ask('mutation { runSignalsNow { userErrors { code } } }');
  await app.ports.queue.drain();
};

test('a source that stops says nothing about anybody; a metric that is removed neither', async () => {
  connected.serve([
    ...usageOf('A', 28, 0, 'calls', 10),
    ...usageOf('B', 28, 7, 'calls', 10),
    ...usageOf('A', 28, 0, 'orders', 5),
    ...usageOf('C', 28, 0, 'orders', 5),
  ]);
  await giveAccounts(connected.admin, [{ externalCrmId: 'A' }, { externalCrmId: 'B' }, { externalCrmId: 'C' }]);
  await connected.track([{ name: 'calls' }, { name: 'orders' }]);
  expect(await open()).toEqual(['B USAGE_DECLINE calls']);
  // Three weeks without an answer: nobody has left, and B is not said to have come back.
  app.clock.advance(21 * 86_400_000);
  await evaluateAgain();
  expect(await open()).toEqual(['B USAGE_DECLINE calls']);
  app.clock.advance(-21 * 86_400_000);
  await connected.track([{ name: 'orders' }]);
  expect(await open()).toEqual([]);
});
