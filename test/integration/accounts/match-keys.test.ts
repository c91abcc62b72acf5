import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../kit/app.ts';
import { giveAccounts } from '../../kit/connected-workspace.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

const ASCII: [string, string][] = [
  ['ACME-001', 'Acme, Inc.'],
  ['0042', 'Globex Trading & Co. KG'],
  ['00-7', 'Store 12'],
  ['crm_0042', 'AG Consulting'],
  ['crm: A-9', 'Inc.'],
  ['A42', '  spaced   out  LTD'],
  ['acct-ACME', 'Limited Company'],
  ['---', '...'],
  ['a2b42', 'x'.repeat(200)],
  [`${'y'.repeat(100)}-1`, 'Vitamin C'],
  ['000', '[brackets] {braces} ~tilde~ `tick` ^caret^'],
];
const OTHERS: [string, string][] = [
  ['é-1', 'Müller GmbH'],
  ['東京', '株式会社 東京'],
];

test('accounts from before the keys get those that the product would give them, exactly for ASCII', async () => {
  const workspace = await app.workspace();
  await giveAccounts(
    workspace.as('MEMBER'),
    [...ASCII, ...OTHERS].map(([externalCrmId, name]) => ({ externalCrmId, name })),
  );
  const { sql } = app;
  const keys = () =>
    sql<{ external_crm_id: string; id_key: string }[]>`
      SELECT external_crm_id, name, id_key, id_tail_key, name_key FROM accounts ORDER BY external_crm_id`;
  const given = await keys();
  const migration = await readFile(new URL('../../../drizzle/0003_account_match_keys.sql', import.meta.url), 'utf8');
  const backfill = migration
    .split('--> statement-breakpoint')
    .filter((statement) => !/ADD COLUMN|INDEX/.test(statement));
  await sql`UPDATE accounts SET id_key = '', id_tail_key = NULL, name_key = ''`;
  // As an owner who is no superuser, and whom the policies of the tables hide every row from.
  await sql.begin(async (tx) => {
    await tx.unsafe('CREATE ROLE plain_owner; ALTER TABLE accounts OWNER TO plain_owner; SET LOCAL ROLE plain_owner');
    for (const statement of backfill) await tx.unsafe(statement);
    await tx.unsafe('RESET ROLE; ALTER TABLE accounts OWNER TO CURRENT_USER; DROP ROLE plain_owner');
  });
  const [table] = await sql`SELECT relforcerowsecurity AS forced FROM pg_class WHERE relname = 'accounts'`;
  expect(table).toEqual({ forced: true });
  const filled = await keys();
  const ascii = (rows: typeof given) => rows.filter((row) => ASCII.some(([id]) => id === row.external_crm_id));
  expect(ascii(filled)).toEqual(ascii(given));
  expect(filled.filter((row) => row.id_key === '' && row.external_crm_id !== '---')).toEqual([]);
  // Given once more, unchanged, the others have theirs.
  await giveAccounts(
    workspace.as('MEMBER'),
    OTHERS.map(([externalCrmId, name]) => ({ externalCrmId, name })),
  );
  expect(await keys()).toEqual(given);
});
