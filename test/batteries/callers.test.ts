import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp, type TestWorkspace } from '../kit/app.ts';
import { report } from '../kit/battery.ts';
import type { TestClient } from '../kit/client.ts';
import { MUTATIONS_NEED, QUERIES_NEED, ROLES, type Role, suffices } from '../kit/roles.ts';
import { type SampleOperation, sampleOperations } from '../kit/sample-operations.ts';
import { openSocket } from '../kit/socket.ts';
import { listTables } from '../kit/tenants/catalogue.ts';
import { createTenant, fingerprint, type Tenant } from '../kit/tenants/tenant.ts';

// Every operation of the schema against every kind of caller. Made from the schema each time, so that a new one is tried
// without a word here; a new mutation has to say in test/kit/roles.ts who may make it.

const QUIET_MS = 1_000;
/** Nothing happens here while they are watched; test/api/signals does that. */
const NEWS_ALONE = ['signalRaised'];

let app: TestApp;
let ours: Tenant;
let other: Tenant;
/** Where callers who may do something do it, so that `ours` stays as it is. */
let playground: TestWorkspace;
let operations: SampleOperation[];
let tables: string[];
const counts = { operations: 0, callers: 0, tried: 0, 'let in wrongly': 0, 'kept out wrongly': 0 };

beforeAll(async () => {
  app = await startTestApp();
  ours = await createTenant(app, 'OURS');
  other = await createTenant(app, 'OTHER');
  playground = await app.workspace();
  const ids = Object.values(ours.ids);
  expect(ids.length).toBeGreaterThan(5);
  operations = sampleOperations(ids);
  counts.operations = new Set(operations.map(({ field }) => field)).size;
  expect(counts.operations).toBeGreaterThan(20);
  tables = (await listTables(app.sql))
    .filter(({ columns }) => columns.includes('workspace_id'))
    .map(({ name }) => name);
});
afterAll(async () => {
  report('every operation against every kind of caller', counts);
  await Promise.all([ours.connected.close(), other.connected.close()]);
  await app.close();
});

const print = () => fingerprint(app.sql, tables, ours.workspaceId);
const neededFor = ({ root, field }: SampleOperation): Role =>
  (root === 'mutation' ? MUTATIONS_NEED[field] : QUERIES_NEED[field]) ?? (root === 'mutation' ? 'OWNER' : 'MEMBER');
const called = (who: string, { root, field, variables }: SampleOperation): string =>
  `${who}: ${root} ${field} ${JSON.stringify(variables)}`;

type Outcome = { readonly data: unknown; readonly codes: string[]; readonly text: string };

/** What came of an operation; of a subscription, with its first event. */
async function outcomeOf(client: TestClient, key: string, one: SampleOperation): Promise<Outcome> {
  counts.tried++;
  if (one.root === 'subscription') return firstEvent(key, one);
  const { data, errors } = await client.send(one.query, one.variables);
  const payload = data?.[one.field];
  const codes = [
    ...errors.map(({ extensions }) => String(extensions?.['code'])),
    ...(payload?.userErrors ?? []).map(({ code }: { code: string }) => code),
  ];
  return { data: payload ?? null, codes, text: JSON.stringify({ data, errors }) };
}

async function firstEvent(key: string, { query, variables, field }: SampleOperation): Promise<Outcome> {
  const { subscribe, next, socket } = await openSocket(app.url, `Bearer ${key}`);
  subscribe('1', query, variables);
  // What tells of news alone has none here; a refusal comes at once.
  const { payload } = await Promise.race([next(), sleep(QUIET_MS, { payload: {} })]);
  socket.terminate();
  const errors = Array.isArray(payload) ? payload : ((payload as { errors?: object[] })?.errors ?? []);
  const codes = errors.map(({ extensions }: { extensions?: { code?: string } }) => String(extensions?.code));
  const data = (payload as { data?: Record<string, unknown> })?.data?.[field] ?? null;
  return { data, codes, text: JSON.stringify(payload) };
}

test('whoever has no working key is let in nowhere', async () => {
  const { keys } = ours.connected.workspace;
  const before = await print();
  const created = await ours.connected.workspace
    .as('OWNER')
    .ask('mutation { createApiKey(input: { label: "soon gone", role: OWNER }) { secret apiKey { id } } }');
  const { secret, apiKey } = created.createApiKey;
  await ours.connected.workspace
    .as('OWNER')
    .ask('mutation ($id: ID!) { revokeApiKey(input: { id: $id }) { apiKey { id } } }', apiKey);
  const settled = await print();
  expect(settled).not.toEqual(before);
  const nobodies: Record<string, string | undefined> = {
    'a stranger': undefined,
    'a header without a scheme': keys.OWNER,
    'a header of another scheme': `Basic ${Buffer.from(`${keys.OWNER}:`).toString('base64')}`,
    'a header without a key': 'Bearer ',
    'an unknown key': 'Bearer trb_0000000000000000000000000000000000000000000',
    'a key’s public id': `Bearer ${ours.ids['ApiKey']}`,
    'a revoked key': `Bearer ${secret}`,
  };
  counts.callers += Object.keys(nobodies).length;
  for (const [who, authorization] of Object.entries(nobodies)) {
    for (const one of operations) {
      const response = await fetch(`${app.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(authorization ? { authorization } : {}) },
        body: JSON.stringify({ query: one.query, variables: one.variables }),
      });
      expect({ status: response.status, body: await response.json() }, called(who, one)).toEqual({
        status: 401,
        body: { errors: [{ message: expect.any(String), extensions: { code: 'UNAUTHENTICATED' } }] },
      });
      counts.tried++;
    }
    for (const one of operations.filter(({ root }, index) => root === 'subscription' || index % 5 === 0)) {
      const opened = await openSocket(app.url, authorization, false);
      opened.subscribe('1', one.query, one.variables);
      const [code] = await opened.closed;
      expect([4401, 4403], `${called(who, one)} over a socket`).toContain(code);
      counts.tried++;
    }
  }
  expect(await print(), 'the workspace is as it was').toEqual(settled);
});

test.each(ROLES)('%s does what the role may, and nothing else', async (role) => {
  counts.callers++;
  const { workspace } = ours.connected;
  const before = await print();
  for (const one of operations) {
    const may = suffices(role, neededFor(one));
    // What changes something is tried where it may; what is only read, on what there is to read.
    const place = may && one.root === 'mutation' ? playground : workspace;
    const { data, codes, text } = await outcomeOf(place.as(role), place.keys[role], one);
    const label = `${called(role, one)} answered ${text}`;
    if (may) {
      expect(codes, label).not.toContain('FORBIDDEN');
      expect(
        codes.filter((code) => /UNAUTH|INTERNAL|GRAPHQL/.test(code)),
        label,
      ).toEqual([]);
    } else {
      expect(codes, label).toEqual(['FORBIDDEN']);
      if (one.root !== 'mutation') expect(data, label).toBeNull();
    }
  }
  expect(await print(), 'the workspace is as it was').toEqual(before);
});

test('each query finds something for somebody: otherwise nothing would be proved', async () => {
  const owner = ours.connected.workspace;
  const found = new Set<string>();
  for (const one of operations.filter(({ root }) => root !== 'mutation')) {
    const { data } = await outcomeOf(owner.as('OWNER'), owner.keys.OWNER, one);
    if (data !== null) found.add(one.field);
  }
  const all = new Set(operations.filter(({ root }) => root !== 'mutation').map(({ field }) => field));
  expect([...all].filter((field) => !found.has(field) && !NEWS_ALONE.includes(field))).toEqual([]);
});

test('the owner of another workspace, who knows our ids, finds and changes nothing of ours', async () => {
  counts.callers++;
  const before = await print();
  const { workspace } = other.connected;
  for (const one of operations) {
    const { data, codes, text } = await outcomeOf(workspace.as('OWNER'), workspace.keys.OWNER, one);
    const label = `${called('another owner', one)} answered ${text}`;
    const sent = JSON.stringify(one.variables);
    const told = Object.values(ours.ids).filter((id) => text.includes(id) && !sent.includes(id));
    expect(told, label).toEqual([]);
    expect(
      codes.filter((code) => /FORBIDDEN|UNAUTH|INTERNAL|GRAPHQL/.test(code)),
      label,
    ).toEqual([]);
    // With one of our ids: as if there were no such thing.
    if (Object.values(ours.ids).some((id) => sent.includes(id))) {
      if (one.root !== 'mutation') expect(data, label).toBeNull();
      else expect(codes.length, label).toBeGreaterThan(0);
      expect(
        codes.filter((code) => !/NOT_FOUND|UNKNOWN|BAD_USER_INPUT|INVALID_INPUT/.test(code)),
        label,
      ).toEqual([]);
    }
  }
  expect(await print(), 'our workspace is as it was').toEqual(before);
});
