import { and, eq, ilike, inArray, or, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import type { Queryable } from '../../../db/client.ts';
import { accountStandings, accounts } from '../../../db/tables/accounts.ts';
import type { Keyset } from '../../../lib/page.ts';
import { nameWords, spellingOf, toKey } from '../../../lib/spelling.ts';
import type { AccountInput } from '../domain/check-account.ts';
import type { Account, AccountFilter, AccountOrder } from '../model.ts';

const columns = {
  id: accounts.id,
  externalCrmId: accounts.externalCrmId,
  name: accounts.name,
  plan: accounts.plan,
  region: accounts.region,
  owner: accounts.owner,
  seats: accounts.seats,
  arr: accounts.arr,
  renewalOn: accounts.renewalOn,
  attributes: accounts.attributes,
  createdAt: accounts.createdAt,
  updatedAt: accounts.updatedAt,
};

export async function selectAccountsById(
  db: Queryable,
  workspaceId: number,
  ids: readonly string[],
): Promise<Account[]> {
  return db
    .select(columns)
    .from(accounts)
    .where(and(eq(accounts.workspaceId, workspaceId), inArray(accounts.id, [...ids])));
}

export async function selectAccountsByExternalCrmId(
  db: Queryable,
  workspaceId: number,
  externalCrmIds: readonly string[],
): Promise<Account[]> {
  return db
    .select(columns)
    .from(accounts)
    .where(and(eq(accounts.workspaceId, workspaceId), inArray(accounts.externalCrmId, [...externalCrmIds])));
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

const ORDER_COLUMN = {
  NAME: sql`${accounts.name}`,
  EXTERNAL_CRM_ID: sql`${accounts.externalCrmId}`,
  // Milliseconds, as the cursor carries them: PostgreSQL's own timestamps are finer than a JSON number should be trusted with.
  CREATED_AT: sql`floor(extract(epoch FROM ${accounts.createdAt}) * 1000)::float8`,
  ARR: sql`${accounts.arr}`,
  SEATS: sql`${accounts.seats}`,
  RENEWAL_ON: sql`${accounts.renewalOn}::text COLLATE "C"`,
} as const satisfies Record<AccountOrder['field'], SQL>;

export type AccountRow = Account & { readonly key: string | number | null };

/** At most `limit` accounts after the keyset position; those without a value for the ordering come last. */
export async function selectAccountPage(
  db: Queryable,
  workspaceId: number,
  filter: AccountFilter,
  order: AccountOrder,
  after: Keyset | null,
  limit: number,
): Promise<AccountRow[]> {
  const column = ORDER_COLUMN[order.field];
  const beyond = order.direction === 'ASC' ? sql`>` : sql`<`;
  const direction = order.direction === 'ASC' ? sql`ASC NULLS LAST` : sql`DESC NULLS LAST`;
  const [key, id] = after ?? [];
  let position: SQL | undefined;
  if (after && key === null) position = sql`${column} IS NULL AND ${accounts.id} > ${id}`;
  else if (after) {
    position = sql`(${column} ${beyond} ${key} OR (${column} = ${key} AND ${accounts.id} > ${id}) OR ${column} IS NULL)`;
  }
  return db
    .select({ ...columns, key: sql<string | number | null>`${column}` })
    .from(accounts)
    .where(and(matches(workspaceId, filter), position))
    .orderBy(sql`${column} ${direction}`, accounts.id)
    .limit(limit);
}

export async function countAccounts(db: Queryable, workspaceId: number, filter: AccountFilter): Promise<number> {
  const [row] = await db
    .select({ count: sql<number>`count(*)::int` })
    .from(accounts)
    .where(matches(workspaceId, filter));
  return row?.count ?? 0;
}

/** The columns compare bytes, which know the cases of ASCII alone; the database's own collation knows the others. */
const inAnyCase = (column: SQLWrapper): SQL => sql`${column} COLLATE "default"`;

function matches(workspaceId: number, filter: AccountFilter): SQL | undefined {
  const text = filter.text === null ? null : `%${filter.text.replace(/[\\%_]/g, '\\$&')}%`;
  return and(
    eq(accounts.workspaceId, workspaceId),
    text === null
      ? undefined
      : or(ilike(inAnyCase(accounts.name), text), ilike(inAnyCase(accounts.externalCrmId), text)),
    filter.plan === null ? undefined : eq(accounts.plan, filter.plan),
    filter.region === null ? undefined : eq(accounts.region, filter.region),
    ...filter.attributes.map(({ name, value }) => sql`${accounts.attributes} ->> ${name}::text = ${value}`),
  );
}
