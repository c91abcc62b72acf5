import type { Sql } from 'postgres';
import { addDays } from '../../src/lib/day.ts';
import { type TestApp, YESTERDAY } from './app.ts';
import { giveAccounts } from './connected-workspace.ts';
import { seeded } from './random.ts';

/** One row of the account table as a test knows it, to sort and filter by itself. */
export type TableRow = {
  readonly id: string;
  readonly externalCrmId: string;
  readonly name: string;
  readonly plan: string | null;
  readonly region: string | null;
  readonly owner: string | null;
  readonly seats: number | null;
  readonly arr: number | null;
  readonly renewalOn: string | null;
  readonly createdAt: string;
  readonly usage: readonly (number | null)[] | null;
  readonly usageChange: readonly (number | null)[] | null;
  readonly activityIndex: number | null;
  readonly activityChange: number | null;
  readonly lastUsedOn: string | null;
  readonly healthScore: number | null;
  readonly healthBand: 'POOR' | 'STABLE' | 'HEALTHY' | null;
  readonly healthChange: number | null;
  readonly openSignals: number;
  readonly worstSeverity: number | null;
};

export const TABLE_METRICS = ['calls', 'seats used', 'tickets'] as const;
const AWKWARD = [0, -0.1, 0.1 + 0.2, 1 / 3, 1e300, -1e-300, 5, 5.000000000000001];

/** Accounts with every kind of value, ties and nulls in every column; nothing but the accounts comes through the API. */
export async function giveTable(
  app: TestApp,
  workspace: Awaited<ReturnType<TestApp['workspace']>>,
  count: number,
  seed = 1,
): Promise<TableRow[]> {
  const random = seeded(seed);
  const below = (limit: number) => Math.floor(random() * limit);
  const maybe = <T>(value: T): T | null => (random() < 0.25 ? null : value);
  const number = () => (random() < 0.3 ? (AWKWARD[below(AWKWARD.length)] ?? 0) : random() * 1_000 - 100);
  await giveAccounts(
    workspace.as('MEMBER'),
    Array.from({ length: count }, (_, index) => ({
      externalCrmId: `${['a', 'B', 'é', '-'][index % 4]}${index}`,
      name: `${['Zoë', 'zoe', 'Ångström', '"quoted"', '=1+1', '\u{1f600}'][below(6)]}`,
      plan: maybe(['free', 'Pro', 'pro'][below(3)]),
      region: maybe(['EU', 'us'][below(2)]),
      owner: maybe(`owner${below(6)}@example.com`),
      seats: maybe(below(20)),
      arr: maybe(number()),
      renewalOn: maybe(addDays(YESTERDAY, below(200) - 50)),
    })),
  );
  await app.ports.queue.drain();
  const { workspaceId } = workspace.ctx.actor;
  await app.sql`INSERT INTO usage_metrics ${app.sql(
    TABLE_METRICS.map((name, slot) => ({
      workspace_id: workspaceId,
      slot,
      name,
      aggregation: ['SUM', 'LAST', 'MAX'][slot] ?? 'SUM',
      created_at: new Date(0),
    })),
  )}`;
  const accounts = await app.sql<
    { id: string }[]
  >`SELECT id FROM accounts WHERE workspace_id = ${workspaceId} ORDER BY id`;
  for (const { id } of accounts) {
    // Arrays made before the last metric came are shorter.
    const slots = random() < 0.2 ? 2 : 3;
    const values = () => Array.from({ length: slots }, () => maybe(number()));
    const isUsed = random() < 0.8;
    const score = maybe(below(101));
    await writeStanding(app.sql, workspaceId, id, {
      usage: isUsed ? values() : null,
      usageBefore: isUsed ? values() : null,
      usageChange: isUsed ? values() : null,
      activityIndex: isUsed ? Math.abs(number()) : null,
      activityChange: isUsed ? maybe(number()) : null,
      lastUsedOn: isUsed ? addDays(YESTERDAY, -below(60)) : null,
      healthScore: score,
      healthBand: score === null ? null : score < 50 ? 'POOR' : score < 70 ? 'STABLE' : 'HEALTHY',
      healthChange: score === null ? null : below(21) - 10,
      openSignals: below(3),
    });
  }
  return readTable(app.sql, workspaceId);
}

type Written = Partial<Omit<TableRow, 'usage'>> & {
  readonly usage: readonly (number | null)[] | null;
  readonly usageBefore: readonly (number | null)[] | null;
};

async function writeStanding(sql: Sql, workspaceId: number, id: string, row: Written): Promise<void> {
  const list = (values: readonly (number | null)[] | null | undefined) =>
    values ? `{${values.map((value) => value ?? 'NULL').join(',')}}` : null;
  await sql`
    UPDATE account_standings SET usage = ${list(row.usage)}::text::float8[], usage_before = ${list(row.usageBefore)}::text::float8[],
      usage_change = ${list(row.usageChange)}::text::float8[], activity_index = ${row.activityIndex ?? null},
      activity_change = ${row.activityChange ?? null}, last_used_on = ${row.lastUsedOn ?? null},
      health_score = ${row.healthScore ?? null}, health_band = ${row.healthBand ?? null},
      health_change = ${row.healthChange ?? null}, open_signals = ${row.openSignals ?? 0},
      worst_severity = ${row.openSignals ? 1 + (id.charCodeAt(id.length - 1) % 4) : null}
    WHERE workspace_id = ${workspaceId} AND account_id = ${id}`;
}

/** Everything as it stands, without the product's help. */
export async function readTable(sql: Sql, workspaceId: number): Promise<TableRow[]> {
  const rows = await sql`
    SELECT jsonb_build_object('id', a.id, 'externalCrmId', a.external_crm_id, 'name', a.name, 'plan', a.plan,
      'region', a.region, 'owner', a.owner, 'seats', a.seats, 'arr', a.arr, 'renewalOn', a.renewal_on,
      'createdAt', to_char(a.created_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'usage', s.usage, 'usageChange', s.usage_change,
      'activityIndex', s.activity_index, 'activityChange', s.activity_change, 'lastUsedOn', s.last_used_on,
      'healthScore', s.health_score, 'healthBand', s.health_band, 'healthChange', s.health_change,
      'openSignals', s.open_signals, 'worstSeverity', s.worst_severity)::text AS row
    FROM accounts a JOIN account_standings s ON s.workspace_id = a.workspace_id AND s.account_id = a.id
    WHERE a.workspace_id = ${workspaceId} ORDER BY a.id`;
  return rows.map(({ row }) => JSON.parse(row));
}

type Key = string | number | null;

/** Nulls last either way; text by code point; ties by id. */
export function sortTable(
  rows: readonly TableRow[],
  read: (row: TableRow) => Key,
  direction: 'ASC' | 'DESC',
): TableRow[] {
  const sign = direction === 'ASC' ? 1 : -1;
  return [...rows].sort((a, b) => {
    const [left, right] = [read(a), read(b)];
    if (left === right) return compare(a.id, b.id);
    if (left === null || right === null) return left === null ? 1 : -1;
    return sign * compare(left, right);
  });
}

const compare = (a: string | number, b: string | number): number =>
  typeof a === 'number' && typeof b === 'number' ? a - b : Buffer.compare(Buffer.from(`${a}`), Buffer.from(`${b}`));
