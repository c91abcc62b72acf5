import { type SQL, sql } from 'drizzle-orm';
import { byKey, eachOf } from '../../../db/by-key.ts';
import type { Queryable } from '../../../db/client.ts';
import { accountStandings, accounts } from '../../../db/tables/accounts.ts';
import { fromJson } from '../../../db/types.ts';
import { nameWords, spellingOf, toKey } from '../../../lib/spelling.ts';
import type { AccountInput } from '../domain/check-account.ts';
import type { Account } from '../model.ts';

/** Of `accounts a`. Written out: pages of accounts are asked for all the time, and a query builder takes longer than the look-up. */
export const ACCOUNT_COLUMNS = sql.raw(
  `a.id, a.external_crm_id AS "externalCrmId", a.name, a.plan, a.region, a.owner, a.seats, a.arr,
    a.renewal_on AS "renewalOn", a.attributes, a.created_at AS "createdAt", a.updated_at AS "updatedAt"`,
);

export type StoredAccount = Omit<Account, 'createdAt' | 'updatedAt'> & {
  readonly createdAt: string;
  readonly updatedAt: string;
};

export const toAccount = (row: StoredAccount): Account => ({
  id: row.id,
  externalCrmId: row.externalCrmId,
  name: row.name,
  plan: row.plan,
  region: row.region,
  owner: row.owner,
  seats: row.seats,
  arr: row.arr,
  renewalOn: row.renewalOn,
  attributes: fromJson(row.attributes),
  createdAt: new Date(row.createdAt),
  updatedAt: new Date(row.updatedAt),
});

/** `condition` may be followed by an order and a limit. */
export async function selectAccounts(db: Queryable, workspaceId: number, condition: SQL): Promise<Account[]> {
  const rows = await db.execute<StoredAccount>(
    sql`SELECT ${ACCOUNT_COLUMNS} FROM accounts a WHERE a.workspace_id = ${workspaceId} AND ${condition}`,
  );
  return rows.map(toAccount);
}

export const selectAccountsById = (db: Queryable, workspaceId: number, ids: readonly string[]): Promise<Account[]> =>
  selectAccountsBy(db, workspaceId, sql`id`, ids);

export const selectAccountsByExternalCrmId = (
  db: Queryable,
  workspaceId: number,
  externalCrmIds: readonly string[],
): Promise<Account[]> => selectAccountsBy(db, workspaceId, sql`external_crm_id`, externalCrmIds);

async function selectAccountsBy(
  db: Queryable,
  workspaceId: number,
  column: SQL,
  keys: readonly string[],
): Promise<Account[]> {
  const rows = await db.execute<StoredAccount>(byKey`
    SELECT ${ACCOUNT_COLUMNS} FROM ${eachOf(keys)} t (key) CROSS JOIN LATERAL (
      SELECT * FROM accounts WHERE workspace_id = ${workspaceId} AND ${column} = t.key COLLATE "C" OFFSET 0) a`);
  return rows.map(toAccount);
}

/** Serialises the workspace's account writers until the transaction ends. */
export async function lockAccounts(db: Queryable, workspaceId: number): Promise<void> {
  await db.execute(sql`SELECT pg_advisory_xact_lock(hashtext('tributary.accounts'), ${workspaceId})`);
}

/** Under what an account is found by somebody who writes its id or name in another way. */
function matchKeys({ externalCrmId, name }: AccountInput) {
  const { bare, tail } = spellingOf(externalCrmId);
  return { idKey: toKey(bare), idTailKey: tail && toKey(tail.bare), nameKey: toKey(nameWords(name).join('')) };
}

/** Updates the accounts that are known; fields that were not given keep their value. */
export async function updateKnownAccounts(
  db: Queryable,
  workspaceId: number,
  inputs: readonly AccountInput[],
  now: Date,
): Promise<void> {
  const given = inputs.map((input) => ({ ...input, ...matchKeys(input) }));
  await db.execute(sql`
    UPDATE accounts a SET id_key = n.id_key, id_tail_key = n.id_tail_key, name_key = n.name_key, name = n.name,
      plan = n.plan, region = n.region, owner = n.owner, seats = n.seats, arr = n.arr, renewal_on = n.renewal_on,
      attributes = n.attributes, updated_at = ${now.toISOString()}::timestamptz
    FROM (
      SELECT o.id, j->>'name' AS name,
        j->>'idKey' AS id_key, j->>'idTailKey' AS id_tail_key, j->>'nameKey' AS name_key,
        CASE WHEN j ? 'plan' THEN j->>'plan' ELSE o.plan END AS plan,
        CASE WHEN j ? 'region' THEN j->>'region' ELSE o.region END AS region,
        CASE WHEN j ? 'owner' THEN j->>'owner' ELSE o.owner END AS owner,
        CASE WHEN j ? 'seats' THEN (j->>'seats')::int ELSE o.seats END AS seats,
        CASE WHEN j ? 'arr' THEN (j->>'arr')::float8 ELSE o.arr END AS arr,
        CASE WHEN j ? 'renewalOn' THEN (j->>'renewalOn')::date ELSE o.renewal_on END AS renewal_on,
        CASE WHEN j ? 'attributes' THEN coalesce(nullif(j->'attributes', 'null'), '{}') ELSE o.attributes END AS attributes
      FROM jsonb_array_elements(${JSON.stringify(given)}::jsonb) j
      JOIN accounts o ON o.workspace_id = ${workspaceId} AND o.external_crm_id = j->>'externalCrmId'
    ) n
    WHERE a.workspace_id = ${workspaceId} AND a.id = n.id
      AND (a.id_key, a.id_tail_key, a.name_key, a.name, a.plan, a.region, a.owner, a.seats, a.arr, a.renewal_on, a.attributes)
        IS DISTINCT FROM
        (n.id_key, n.id_tail_key, n.name_key, n.name, n.plan, n.region, n.owner, n.seats, n.arr, n.renewal_on, n.attributes)`);
}

export async function insertAccounts(
  db: Queryable,
  workspaceId: number,
  inputs: readonly (AccountInput & { readonly id: string })[],
  now: Date,
): Promise<void> {
  if (inputs.length === 0) return;
  await db.insert(accounts).values(
    inputs.map((input) => ({
      workspaceId,
      id: input.id,
      externalCrmId: input.externalCrmId,
      name: input.name,
      ...matchKeys(input),
      plan: input.plan ?? null,
      region: input.region ?? null,
      owner: input.owner ?? null,
      seats: input.seats ?? null,
      arr: input.arr ?? null,
      renewalOn: input.renewalOn ?? null,
      attributes: input.attributes ?? {},
      createdAt: now,
      updatedAt: now,
    })),
  );
  await db.insert(accountStandings).values(inputs.map(({ id }) => ({ workspaceId, accountId: id })));
}
