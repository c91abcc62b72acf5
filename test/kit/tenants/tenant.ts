import type { Sql } from 'postgres';
import { type TestApp, YESTERDAY } from '../app.ts';
import { type ConnectedWorkspace, connectWorkspace, giveAccounts } from '../connected-workspace.ts';
import { giveConversation } from './conversations.ts';
import { giveHealth } from './health.ts';
import { giveModelBudget } from './model-budget.ts';
import { giveSignals } from './signals.ts';
import { giveWebhooks } from './webhooks.ts';

/** A workspace with something in every table, all of it bearing its name. */
export type Tenant = {
  readonly name: string;
  readonly workspaceId: number;
  readonly connected: ConnectedWorkspace;
  /** One id of every kind that the API gives out. */
  readonly ids: Readonly<Record<string, string>>;
  readonly cursors: readonly string[];
};

const LINK = `mutation ($input: LinkExternalAccountInput!) { linkExternalAccount(input: $input) {
  userErrors { code message } } }`;
const IDS = `{ viewer { workspace { id } } apiKeys { id role } account(externalCrmId: "NAME-1") { id }
  customApi { id syncRuns(first: 1) { nodes { id } edges { cursor } } }
  auditLog(first: 1) { nodes { id } edges { cursor } }
  accounts(first: 1) { edges { cursor } } unmatchedAccounts(first: 1) { edges { cursor } } }`;

const VIEW = `mutation ($input: CreateSavedViewInput!) { createSavedView(input: $input) {
  savedView { id } userErrors { message } } }`;

/** Made through the API, as customers make theirs. */
export async function createTenant(app: TestApp, name: string): Promise<Tenant> {
  const connected = await connectWorkspace(app, name);
  const { workspace, admin } = connected;
  const owner = workspace.as('OWNER');
  await owner.ask(
    'mutation ($label: String!) { createApiKey(input: { label: $label, role: MEMBER }) { userErrors { code } } }',
    { label: `${name} key` },
  );
  const id = (number: number) => `${name}-${number}`;
  await giveAccounts(
    admin,
    [1, 2].map((number) => ({ externalCrmId: id(number), plan: name, attributes: { of: name } })),
  );
  connected.serve([1, 7, 8, 9].map((number) => ({ id: id(number), day: YESTERDAY, [`${name} calls`]: number })));
  const metric = { name: `${name.toLowerCase()}_calls`, path: `"${name} calls"` };
  await connected.track([metric]);
  const { linkExternalAccount } = await admin.ask(LINK, { input: { externalId: id(9), externalCrmId: id(2) } });
  if (linkExternalAccount.userErrors.length > 0) throw new Error(JSON.stringify(linkExternalAccount));
  const health = await giveHealth(admin, name);
  const view = { name: `${name} view`, filter: { plan: name }, columns: [{ field: 'USAGE', metric: metric.name }] };
  const { createSavedView } = await admin.ask(VIEW, { input: view });
  await giveModelBudget(workspace.ctx);
  const webhooks = await giveWebhooks(app, connected, name);
  const signal = await giveSignals(app, admin, name);
  const conversation = await giveConversation(app, owner, name);
  const found = await owner.ask(IDS.replace('NAME', name));
  const { customApi, auditLog } = found;
  const pages = [customApi.syncRuns, auditLog, found.accounts, found.unmatchedAccounts];
  return {
    name,
    workspaceId: workspace.ctx.actor.workspaceId,
    connected,
    ids: {
      Workspace: found.viewer.workspace.id,
      // The one that acted, which the audit log can be asked for.
      ApiKey: found.apiKeys.find(({ role }: { role: string }) => role === 'OWNER').id,
      Account: found.account.id,
      CustomApi: customApi.id,
      SyncRun: customApi.syncRuns.nodes[0].id,
      AuditEvent: auditLog.nodes[0].id,
      SavedView: createSavedView.savedView.id,
      ...health,
      ...webhooks,
      Signal: signal.id,
      ...conversation.ids,
    },
    cursors: [...pages.map(({ edges }) => edges[0].cursor), signal.cursor, conversation.cursor],
  };
}

/** Changes with anything of the tenant's. */
export async function fingerprint(sql: Sql, tables: readonly string[], workspaceId: number): Promise<string[]> {
  const prints: string[] = [];
  for (const table of tables) {
    const [row] = await sql.unsafe(
      `SELECT md5(string_agg(t::text, ',' ORDER BY t::text)) AS print, count(*)::int AS count FROM ${table} t
       WHERE workspace_id = $1`,
      [workspaceId],
    );
    prints.push(`${table}: ${row?.['count']} rows, ${row?.['print']}`);
  }
  return prints;
}
