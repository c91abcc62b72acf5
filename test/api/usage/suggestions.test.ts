import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { startTestApp, type TestApp, YESTERDAY } from '../../kit/app.ts';
import { type ConnectedWorkspace, connectWorkspace, giveAccounts } from '../../kit/connected-workspace.ts';
import { link, unlink } from '../../kit/links.ts';

let app: TestApp;
let connected: ConnectedWorkspace;
beforeAll(async () => {
  app = await startTestApp();
});
beforeEach(async () => {
  connected = await connectWorkspace(app);
});
afterEach(() => connected.close());
afterAll(() => app.close());

const track = async (ids: readonly string[]) => {
  connected.serve(ids.map((id) => ({ id, day: YESTERDAY, calls: 1 })));
  await connected.track([{ name: 'calls' }]);
};

type Suggested = { account: { externalCrmId: string }; reason: string; confidence: number; explanation: string };

/** What is suggested for each unmatched id: account, reason, confidence. */
async function suggested(): Promise<Record<string, [string, string, number][]>> {
  const { unmatchedAccounts } = await connected.admin.ask(`{ unmatchedAccounts(first: 100) { nodes { externalId
    suggestions { account { externalCrmId } reason confidence explanation } } } }`);
  return Object.fromEntries(
    unmatchedAccounts.nodes.map(({ externalId, suggestions }: { externalId: string; suggestions: Suggested[] }) => [
      externalId,
      suggestions.map(({ account, reason, confidence }) => [account.externalCrmId, reason, confidence]),
    ]),
  );
}

test('near matches of every kind are found among the accounts', async () => {
  await giveAccounts(connected.admin, [
    { externalCrmId: 'ACME-001', name: 'One' },
    { externalCrmId: '42', name: 'Two' },
    { externalCrmId: 'crm_77', name: 'Three' },
    { externalCrmId: 'A 9', name: 'Four' },
    { externalCrmId: 'Café', name: 'Five' },
    { externalCrmId: '0X-1', name: 'Globex Trading GmbH' },
    { externalCrmId: '0X-2', name: 'Åsgård Møbler AS' },
    { externalCrmId: '0X-3', name: '株式会社東京電力' },
  ]);
  const ids = ['acme-001', '0042', 'sf-42', '77', 'A9', 'cafe', 'globex-trading', 'Globex Tradng', 'åsgård møbler'];
  await track([...ids, '株式会社東京電', 'nobody', '---', '\u{1f600}']);
  expect(await suggested()).toEqual({
    'acme-001': [['ACME-001', 'CASE', 0.95]],
    '0042': [['42', 'LEADING_ZEROS', 0.85]],
    'sf-42': [['42', 'PREFIX', 0.75]],
    '77': [['crm_77', 'PREFIX', 0.75]],
    A9: [['A 9', 'BLANKS', 0.9]],
    cafe: [['Café', 'ACCENTS', 0.9]],
    'globex-trading': [['0X-1', 'SIMILAR_NAME', 0.8]],
    'Globex Tradng': [['0X-1', 'SIMILAR_NAME', 0.6]],
    'åsgård møbler': [['0X-2', 'SIMILAR_NAME', 0.8]],
    株式会社東京電: [['0X-3', 'SIMILAR_NAME', 0.61]],
    nobody: [],
    '---': [],
    '\u{1f600}': [],
  });
});

test('an account with usage of its own, and accounts that fit equally well, are less likely', async () => {
  await giveAccounts(connected.admin, [
    { externalCrmId: 'ACME', name: 'One' },
    { externalCrmId: 'Beta', name: 'Two' },
    { externalCrmId: 'BETA', name: 'Three' },
  ]);
  await track(['acme', 'ACME', 'beta']);
  expect(await suggested()).toEqual({
    acme: [['ACME', 'CASE', 0.66]],
    beta: [
      ['BETA', 'CASE', 0.48],
      ['Beta', 'CASE', 0.48],
    ],
  });
});

test('a new name is what counts from then on, and accounts of another workspace never', async () => {
  const other = await connectWorkspace(app);
  await giveAccounts(other.admin, [{ externalCrmId: 'GLOBEX', name: 'Globex' }]);
  await other.close();
  await giveAccounts(connected.admin, [{ externalCrmId: '0X-1', name: 'Initech' }]);
  await track(['globex', 'initech']);
  const initech: [string, string, number][] = [['0X-1', 'SIMILAR_NAME', 0.8]];
  expect(await suggested()).toEqual({ globex: [], initech });
  await giveAccounts(connected.admin, [{ externalCrmId: '0X-1', name: 'Globex Ltd' }]);
  expect(await suggested()).toEqual({ globex: initech, initech: [] });
});

test('what is suggested can be linked; a linked id is suggested nothing until it is unlinked', async () => {
  await giveAccounts(connected.admin, [{ externalCrmId: 'ACME', name: 'One' }]);
  await track(['acme']);
  const acme = { acme: [['ACME', 'CASE', 0.95]] };
  expect(await suggested()).toEqual(acme);
  await link(connected.admin, 'acme', 'ACME');
  expect(await suggested()).toEqual({});
  await unlink(connected.admin, 'acme');
  expect(await suggested()).toEqual(acme);
});

test('hostile ids and names harm nobody, and leave the others their suggestions', async () => {
  const hostile = ["'; DROP TABLE accounts; --", '\\u0000', '%_%', '{"a":1}', '\u202eevil', '('.repeat(255)];
  const long = ['\ufdfa'.repeat(250), 'a-'.repeat(120), 'x'.repeat(255), '\u0301'.repeat(255)];
  const ids = [...hostile, ...long];
  await giveAccounts(
    connected.admin,
    ids.map((name, index) => ({ externalCrmId: `0X-${index}`, name })),
  );
  await giveAccounts(
    connected.admin,
    ids.map((id, index) => ({ externalCrmId: `${[...id].slice(0, 250).join('')}#${index}`, name: '?' })),
  );
  await giveAccounts(connected.admin, [{ externalCrmId: 'ACME', name: 'One' }]);
  await track([...ids, 'acme']);
  const found = await suggested();
  expect(Object.keys(found).sort()).toEqual([...ids, 'acme'].sort());
  expect(found['acme']).toEqual([['ACME', 'CASE', 0.95]]);
  for (const id of long) expect(found[id], `${id.slice(0, 5)}…`).toEqual([]);
});

test('suggestions cost a query only when they are asked for', async () => {
  await track(['acme']);
  const count = async (fields: string) => {
    app.takeStatements();
    await connected.admin.ask(`{ unmatchedAccounts { nodes { externalId ${fields} } } }`);
    return app.takeStatements().length;
  };
  expect((await count('suggestions { reason }')) - (await count(''))).toBe(1);
});
