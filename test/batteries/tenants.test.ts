import postgres from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { APP_ROLE } from '../../src/db/roles.ts';
import { createSchema } from '../../src/graphql/schema.ts';
import { startTestApp, type TestApp } from '../kit/app.ts';
import { report } from '../kit/battery.ts';
import { attempt, type Begin, FORBIDDEN, intrusions, readsAndChanges } from '../kit/tenants/attempts.ts';
import { faultsOf, faultsOfRoles, listTables, may, NOT_OURS, type Table } from '../kit/tenants/catalogue.ts';
import { connections, everything, type IdPlace, idPlaces } from '../kit/tenants/operations.ts';
import { createTenant, fingerprint, type Tenant } from '../kit/tenants/tenant.ts';

// Every table of the database and every id in the API, against a second tenant. Both lists are made anew each time: from the
// catalogue and from the schema, so that what is added is tried without a word here.

let app: TestApp;
let [ours, theirs]: Tenant[] = [];
let tables: Table[];
let tenantTables: Table[];
const counts = { tables: 0, statements: 0, operations: 0, 'rows of another': 0 };

beforeAll(async () => {
  app = await startTestApp();
  ours = await createTenant(app, 'ALFA');
  theirs = await createTenant(app, 'BRAVO');
  await app.sql`INSERT INTO secret_keys VALUES ('key', 'sealed', now())`;
  await app.sql.unsafe('ANALYZE');
  tables = await listTables(app.sql);
  tenantTables = tables.filter(({ columns }) => columns.includes('workspace_id'));
});
afterAll(async () => {
  report('every table against a second tenant', counts);
  await Promise.all([ours?.connected.close(), theirs?.connected.close()]);
  await app.close();
});

const both = (): [Tenant, Tenant] => {
  if (!ours || !theirs) throw new Error('the tenants were not made');
  return [ours, theirs];
};
const rowsOf = async (table: Table, tenant: Tenant): Promise<object[]> => {
  const text = `SELECT to_jsonb(t) AS row FROM ${table.name} t WHERE workspace_id = $1`;
  return (await app.sql.unsafe(text, [tenant.workspaceId])).map(({ row }) => row);
};
const begin =
  (scope: { sql: { begin: Begin } }): Begin =>
  (work) =>
    scope.sql.begin(work);

test('the catalogue: every table is a workspace’s or on a list, and held to its policies', async () => {
  expect(await faultsOfRoles(app.sql)).toEqual([]);
  expect(tenantTables.length).toBeGreaterThan(9);
  for (const table of tables) {
    expect(await faultsOf(app.sql, table), table.name).toEqual([]);
    counts.tables++;
  }
});

test('as one workspace: nothing of another can be read, changed, taken or given', async () => {
  const [mine, others] = both();
  const [a, b] = [mine.workspaceId, others.workspaceId];
  const as = begin(app.ports.db.workspace(a));
  const before = await prints(others);
  for (const table of tenantTables) {
    const [own, foreign] = [await rowsOf(table, mine), await rowsOf(table, others)];
    expect(own.length, `${table.name}: rows of one's own`).toBeGreaterThan(0);
    expect(foreign.length, `${table.name}: rows of the other, without which nothing is proved`).toBeGreaterThan(0);
    const all = await attempt(as, `SELECT * FROM ${table.name}`);
    expect(all, `${table.name}: read without a condition`).toMatchObject({ rows: own.length });
    for (const one of readsAndChanges(table, b, a)) {
      const outcome = await attempt(as, one.text, one.parameters);
      counts['rows of another'] += 'rows' in outcome ? outcome.rows : 0;
      if (!('refused' in outcome)) expect(outcome, `${table.name}: ${one.name}`).toMatchObject({ rows: 0 });
      else expect(outcome.refused, `${table.name}: ${one.name}`).toBe(FORBIDDEN);
      counts.statements++;
    }
    for (const one of intrusions(table, foreign[0] ?? {}, b, a)) {
      const outcome = await attempt(as, one.text, one.parameters);
      expect(outcome, `${table.name}: ${one.name}`).toEqual({ refused: FORBIDDEN });
      counts.statements++;
    }
  }
  expect(await prints(others)).toEqual(before);
});

test('without a workspace: nothing is seen and nothing written', async () => {
  const [mine] = both();
  const sql = postgres(app.databaseUrl, { max: 1, onnotice: () => {}, connection: { role: APP_ROLE } });
  for (const workspace of [null, '', '0', '-1']) {
    const as: Begin = (work) =>
      sql.begin(async (tx) => {
        if (workspace !== null) await tx`SELECT set_config('tributary.workspace', ${workspace}, true)`;
        return work(tx);
      });
    for (const table of tenantTables) {
      const label = `${table.name}, workspace ${JSON.stringify(workspace)}`;
      expect(await attempt(as, `SELECT * FROM ${table.name}`), label).toMatchObject({ rows: 0 });
      const [row = {}] = await rowsOf(table, mine);
      const tried = [...readsAndChanges(table, mine.workspaceId, 0), ...intrusions(table, row, mine.workspaceId, 0)];
      for (const one of tried) {
        const outcome = await attempt(as, one.text, one.parameters);
        const harmless = 'refused' in outcome ? outcome.refused === FORBIDDEN : outcome.rows === 0;
        expect(harmless, `${label}: ${one.name}: ${JSON.stringify(outcome)}`).toBe(true);
        counts.statements++;
      }
    }
  }
  await sql.end();
});

test('as the product across workspaces: exactly the tables that takes', async () => {
  const as = begin(app.ports.db.system);
  for (const table of tables) {
    const outcome = await attempt(as, `SELECT * FROM ${table.name}`);
    const [row] = await app.sql.unsafe(`SELECT count(*)::int AS count FROM ${table.name}`);
    const reads = may.tributary_system(table.name).includes('SELECT');
    if (!NOT_OURS.includes(table.name)) expect(row?.['count'], `${table.name}: rows`).toBeGreaterThan(0);
    if (reads) expect(outcome, `${table.name}: read`).toMatchObject({ rows: row?.['count'] });
    else expect(outcome, `${table.name}: read`).toEqual({ refused: FORBIDDEN });
    counts.statements++;
  }
});

const NOT_THERE = ['NOT_FOUND', 'ACCOUNT_NOT_FOUND', 'UNKNOWN_EXTERNAL_ACCOUNT'];
/** What fields are called that an operation needs besides the id that is tried. */
const SENSIBLE = {
  startAt: '2026-01-01T00:00:00Z',
  externalId: 'ALFA-8',
  untilAt: '2026-04-01T00:00:00Z',
  question: 'Why?',
};

test('in the API: another workspace’s id is no id', async () => {
  const [mine, others] = both();
  const before = await prints(others);
  const places = idPlaces(createSchema(), SENSIBLE);
  expect(places.length).toBeGreaterThan(6);
  for (const place of places) {
    for (const [kind, id] of Object.entries(others.ids)) {
      expect(await found(mine, place, id), `${place.field}(${place.path.join('.')}: another's ${kind})`).toEqual([]);
      counts.operations++;
    }
    if (place.root !== 'query') continue;
    // The same with one's own: a place where nothing is ever found would prove nothing.
    const own = await Promise.all(Object.values(mine.ids).map((id) => found(mine, place, id)));
    expect(own.flat().length, `${place.field}(${place.path.join('.')}: one's own)`).toBeGreaterThan(0);
  }
  expect(await prints(others)).toEqual(before);
});

/** What holds numbers and times alone, which nobody can give a name, or is the same for all. */
const NAMELESS = ['evaluation', 'signalRules', 'larryTools'];

test('in the API: nothing of another workspace is in any answer', async () => {
  const [mine, others] = both();
  const client = mine.connected.workspace.as('OWNER');
  const wholes = everything(createSchema());
  const marks = [others.name, ...Object.values(others.ids)];
  const look = async (document: string, variables: object) => {
    const { data, errors } = await client.send(document, variables);
    const text = JSON.stringify({ data, errors });
    for (const mark of marks)
      expect(text.toLowerCase().includes(mark.toLowerCase()), `${mark} in ${document}: ${text}`).toBe(false);
    counts.operations++;
    return { data, errors, text };
  };
  for (const document of wholes) {
    const { data, errors, text } = await look(document, {});
    const refused = errors.map(({ extensions }) => extensions?.['code']).filter((code) => code !== 'BAD_USER_INPUT');
    expect(refused, document).toEqual([]);
    const isNamed = !NAMELESS.some((field) => data && field in data);
    if (isNamed && data && Object.values(data).some((value) => value !== null))
      expect(text, document).toContain(mine.name);
  }
  for (const document of connections(createSchema())) {
    for (const after of others.cursors) await look(document, { after });
  }
});

const prints = (tenant: Tenant) =>
  fingerprint(
    app.sql,
    tenantTables.map(({ name }) => name),
    tenant.workspaceId,
  );

/** What an operation with this id found or did; empty when it says that there is no such thing. */
async function found(tenant: Tenant, place: IdPlace, id: string): Promise<unknown[]> {
  const { document, variables } = place.operation(id);
  const client = tenant.connected.workspace.as('OWNER');
  if (place.root === 'subscription') {
    const watched = client.watch(document, variables, () => true).catch((error: Error) => error);
    const seen = await watched;
    return seen instanceof Error && seen.message.includes('NOT_FOUND') ? [] : [seen];
  }
  const { data, errors } = await client.send(document, variables);
  const codes = errors.map(({ extensions }) => String(extensions?.['code']));
  if (codes.some((code) => !NOT_THERE.includes(code))) return [errors];
  const answer = data?.[place.field] ?? null;
  if (place.root === 'mutation') {
    const refusals = (answer?.userErrors ?? []).map(({ code }: { code: string }) => code);
    return refusals.length > 0 && refusals.every((code: string) => NOT_THERE.includes(code)) ? [] : [answer];
  }
  return answer?.nodes ?? (answer === null ? [] : [answer]);
}
