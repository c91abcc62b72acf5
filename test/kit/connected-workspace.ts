import type { TestApp, TestWorkspace } from './app.ts';
import type { TestClient } from './client.ts';
import { type MisbehavingEndpoint, startMisbehavingEndpoint } from './misbehaving-endpoint.ts';

/** One row of the endpoint's answer; beside day and account id, its metrics by name. */
export type UsageRow = {
  readonly day: string;
  readonly id: string | number | null;
  readonly [metric: string]: unknown;
};
export type TrackedMetric = { readonly name: string; readonly aggregation?: 'SUM' | 'LAST' | 'MAX' };
export type EndedRun = { readonly id: string; readonly status: string; readonly rowsStored: number };

export type ConnectedWorkspace = {
  readonly workspace: TestWorkspace;
  /** With the role ADMIN. */
  readonly admin: TestClient;
  readonly endpoint: MisbehavingEndpoint;
  readonly customApiId: string;
  /** What the endpoint has from now on; it answers with the rows of the days it is asked for. */
  readonly serve: (rows: readonly UsageRow[]) => void;
  /** Saves a mapping of these metrics, each read from the field of its name, and waits for the history. */
  readonly track: (metrics: readonly TrackedMetric[], days?: number) => Promise<EndedRun>;
  /** Synchronises and waits for the end. */
  readonly sync: () => Promise<EndedRun>;
  readonly close: () => Promise<void>;
};

const CONNECT = `mutation ($input: ConnectCustomApiInput!) {
  connectCustomApi(input: $input) { customApi { id } userErrors { code message field } } }`;
const SAVE = `mutation ($input: SaveMappingAndBackfillInput!) {
  saveMappingAndBackfill(input: $input) { syncRun { id } userErrors { code message field } } }`;
const SYNC = 'mutation { syncNow { syncRun { id } userErrors { code message field } } }';
const UPSERT = `mutation ($input: UpsertAccountsInput!) {
  upsertAccounts(input: $input) { userErrors { code message field } } }`;

/** A fresh workspace connected through the API to an endpoint of its own; nothing is mapped yet. */
export async function connectWorkspace(app: TestApp, name?: string): Promise<ConnectedWorkspace> {
  const workspace = await app.workspace(name);
  const endpoint = await startMisbehavingEndpoint();
  const admin = workspace.as('ADMIN');
  const serve = (rows: readonly UsageRow[]) =>
    endpoint.respond((request, response) => {
      const { searchParams } = new URL(request.path, endpoint.url);
      const [from, to] = [searchParams.get('from') ?? '', searchParams.get('to') ?? ''];
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(rows.filter((row) => row.day >= from && row.day <= to)));
    });
  serve([]);
  const url = `${endpoint.url}/usage?from={start_date}&to={end_date}`;
  const connected = await succeed(admin, CONNECT, { url, auth: { none: true } });
  const ended = async ({ syncRun }: { syncRun: { id: string } }): Promise<EndedRun> => {
    await app.ports.queue.drain();
    const { syncRun: run } = await admin.ask('query ($id: ID!) { syncRun(id: $id) { id status rowsStored } }', syncRun);
    return run;
  };
  return {
    workspace,
    admin,
    endpoint,
    customApiId: connected.customApi.id,
    serve,
    track: async (metrics, days = 30) => ended(await succeed(admin, SAVE, { days, mapping: mappingOf(metrics) })),
    sync: async () => ended(await succeed(admin, SYNC, {})),
    close: endpoint.close,
  };
}

/** Gives the workspace these accounts; those without a name are called like their id. */
export async function giveAccounts(
  client: TestClient,
  accounts: readonly { readonly externalCrmId: string; readonly name?: string; readonly [field: string]: unknown }[],
): Promise<void> {
  await succeed(client, UPSERT, { accounts: accounts.map((one) => ({ name: one.externalCrmId, ...one })) });
}

export const mappingOf = (metrics: readonly TrackedMetric[]) => ({
  rowsPath: '@',
  datePath: 'day',
  dateFormat: 'YYYY_MM_DD',
  accountIdPath: 'id',
  metrics: metrics.map((metric) => ({ path: metric.name, ...metric })),
});

/** The payload of a mutation that must not be refused. */
async function succeed(client: TestClient, mutation: string, input: object) {
  const answer = await client.ask(mutation, { input });
  const payload = answer[Object.keys(answer)[0] ?? ''];
  if (payload.userErrors.length > 0) throw new Error(`refused: ${JSON.stringify(payload.userErrors, null, 2)}`);
  return payload;
}
