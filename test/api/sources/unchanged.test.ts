import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp, YESTERDAY } from '../../kit/app.ts';
import { type ConnectedWorkspace, connectWorkspace } from '../../kit/connected-workspace.ts';

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

const RUN = 'query ($id: ID!) { syncRun(id: $id) { status rowsFetched rowsStored unchanged warning } }';

test('a run says whether its answer was the one before', async () => {
  const shown = async ({ id }: { id: string }) => (await connected.workspace.as('MEMBER').ask(RUN, { id })).syncRun;
  const rows = [
    { day: YESTERDAY, id: 'A', calls: 1 },
    { day: YESTERDAY, id: 'B', calls: 'x' },
  ];
  connected.serve([...rows, { day: YESTERDAY, id: 'C', calls: 2 }]);
  const written = { status: 'SUCCEEDED_WITH_WARNING', rowsFetched: 3, rowsStored: 2, unchanged: false };
  expect(await shown(await connected.track([{ name: 'calls' }]))).toMatchObject(written);
  expect(await shown(await connected.sync())).toMatchObject(written);
  const again = await shown(await connected.sync());
  expect(again).toMatchObject({ ...written, unchanged: true });
  expect(again.warning).toMatch(/1 of 3 rows have errors/);
  connected.serve([...rows, { day: YESTERDAY, id: 'C', calls: 3 }]);
  expect(await shown(await connected.sync())).toMatchObject(written);
});
