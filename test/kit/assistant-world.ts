import { callTool } from '../../src/assistant/call-tool.ts';
import { jsonSchemaOf, TOOLS } from '../../src/assistant/registry.ts';
import type { ToolFinding } from '../../src/assistant/tool.ts';
import { type Ctx, ctxFor } from '../../src/features/kit/ctx.ts';
import { authenticate } from '../../src/features/workspaces/index.ts';
import { addDays, daysOf } from '../../src/lib/day.ts';
import { type TestApp, YESTERDAY } from './app.ts';
import { type ConnectedWorkspace, connectWorkspace, giveAccounts, type UsageRow } from './connected-workspace.ts';
import type { Role } from './roles.ts';

/** So many days before yesterday. */
export const ago = (days: number): string => addDays(YESTERDAY, -days);

export const ACCOUNTS = [
  {
    externalCrmId: 'C-1',
    name: 'Acme Anvils Ltd',
    plan: 'Pro',
    owner: 'Ada',
    arr: 120_000,
    seats: 40,
    renewalOn: '2026-04-01',
  },
  { externalCrmId: 'C-2', name: 'Blue Harbor Shipping', plan: 'Pro', owner: 'Bo', arr: 60_000 },
  { externalCrmId: 'C-3', name: 'Blue Harvest Foods', plan: 'Free', owner: 'Ada' },
  { externalCrmId: 'C-4', name: 'Zoë & Söhne GmbH', owner: 'Bo', arr: 900 },
  { externalCrmId: 'C-5', name: 'Store 12', owner: 'Bo' },
  { externalCrmId: 'C-6', name: 'Store 13', owner: 'Bo' },
  { externalCrmId: 'C-7', name: 'Twin', owner: null },
  { externalCrmId: 'C-8', name: 'TWIN', owner: null },
] as const;

const HISTORY = { from: ago(89), to: YESTERDAY };

/** Calls of a day: C-1 falls in the last week, C-2 grows over months, C-3 fell to nothing a month ago, the others are steady. */
const callsOf = (id: string, daysAgo: number): number => {
  if (id === 'C-1') return daysAgo < 7 ? 20 : 100;
  if (id === 'C-2') return 200 - daysAgo;
  if (id === 'C-3') return daysAgo < 30 ? 0 : 50;
  return 30;
};

export type AssistantWorld = ConnectedWorkspace & {
  readonly ids: Readonly<Record<string, string>>;
  readonly ctxAs: (role: Role) => Promise<Ctx>;
};

const BACKFILL = `mutation ($input: BackfillUsageInput!) { backfillUsage(input: $input) { userErrors { message } } }`;
const BILL = `mutation ($input: RecordBillingSnapshotInput!) { recordBillingSnapshot(input: $input) { userErrors { message } } }`;

/** A workspace with three months of usage, health, signals of several kinds and an id that no account has. */
export async function createAssistantWorld(
  app: TestApp,
  accounts: readonly object[] = ACCOUNTS,
): Promise<AssistantWorld> {
  const connected = await connectWorkspace(app, 'Wonderland');
  const { admin, workspace } = connected;
  await giveAccounts(admin, accounts as typeof ACCOUNTS);
  const rows = daysOf(HISTORY).flatMap((day, index): UsageRow[] => {
    const daysAgo = 89 - index;
    const used = ['C-1', 'C-2', 'C-3', 'C-4', 'C-5', 'C-6'].map((id, place) => ({
      ...{ id, day, api_calls: callsOf(id, daysAgo), active_seats: 5 + place },
    }));
    return daysAgo < 3 ? [...used, { id: 'blue harbor shipping', day, api_calls: 4, active_seats: 1 }] : used;
  });
  connected.serve(rows);
  await connected.track([{ name: 'api_calls' }, { name: 'active_seats', aggregation: 'LAST' }]);
  await succeed(BACKFILL, { from: HISTORY.from, to: ago(30) });
  await succeed(BILL, {
    snapshots: [
      { externalCrmId: 'C-4', day: YESTERDAY, mrr: 75, payment: 'FAILED', subscription: 'ACTIVE', overdueDays: 3 },
    ],
  });
  await app.ports.queue.drain();
  const found = await admin.ask('{ accounts(first: 100) { nodes { id externalCrmId } } }');
  const ids = Object.fromEntries(
    found.accounts.nodes.map((one: { id: string; externalCrmId: string }) => [one.externalCrmId, one.id]),
  );
  return { ...connected, ids, ctxAs: (role) => contextOf(app, workspace.keys[role]) };

  async function succeed(mutation: string, input: object) {
    const [payload] = Object.values(await admin.ask<Record<string, { userErrors: unknown[] }>>(mutation, { input }));
    if (payload?.userErrors.length !== 0) throw new Error(JSON.stringify(payload));
    await app.ports.queue.drain();
  }
}

async function contextOf(app: TestApp, key: string): Promise<Ctx> {
  const actor = await authenticate(app.ports, key);
  if (!actor) throw new Error('the key does not work');
  return ctxFor(app.ports, actor);
}

// biome-ignore lint/suspicious/noExplicitAny: tests read data the way an assistant would; expectations check its shape.
type Loose = any;

/** What a tool finds; a refusal fails the test. */
export async function find(ctx: Ctx, name: string, input: unknown = {}): Promise<ToolFinding<Loose>> {
  const outcome = await callTool(ctx, name, input);
  if (!outcome.ok)
    throw new Error(`${name}(${JSON.stringify(input)}) was refused: ${outcome.code}: ${outcome.message}`);
  return outcome.found as ToolFinding<Loose>;
}

/** Why a tool refuses, as `CODE: message`; an answer fails the test. */
export async function refusal(ctx: Ctx, name: string, input: unknown = {}): Promise<string> {
  const outcome = await callTool(ctx, name, input);
  if (outcome.ok)
    throw new Error(`${name}(${JSON.stringify(input)}) answered: ${JSON.stringify(outcome.found.data).slice(0, 500)}`);
  return `${outcome.code}: ${outcome.message}`;
}

export { jsonSchemaOf, TOOLS };
