import type { Sql } from 'postgres';
import type { Ctx } from '../../src/features/kit/ctx.ts';
import { evaluateSignals } from '../../src/features/signals/index.ts';
import type { ProfileBasis, UsageCoverage } from '../../src/features/usage/index.ts';
import { addDays, type Day } from '../../src/lib/day.ts';
import { YESTERDAY } from './app.ts';

export type GivenAccount = {
  readonly id: string;
  readonly owner?: string | null;
  readonly arr?: number | null;
  readonly renewalOn?: Day | null;
};

/** Puts accounts into the database as they would be there, without their evaluation. */
export async function putAccounts(sql: Sql, workspaceId: number, accounts: readonly GivenAccount[]): Promise<void> {
  const text = JSON.stringify(accounts);
  await sql`
    INSERT INTO accounts (workspace_id, id, external_crm_id, name, owner, arr, renewal_on, attributes, created_at, updated_at)
    SELECT ${workspaceId}, j.id, j.id, 'Account ' || j.id, j.owner, j.arr, j."renewalOn", '{}', now(), now()
    FROM jsonb_to_recordset(${text}::text::jsonb) AS j (id text, owner text, arr float8, "renewalOn" date)
    ON CONFLICT (workspace_id, id) DO UPDATE SET owner = excluded.owner, arr = excluded.arr, renewal_on = excluded.renewal_on`;
  await sql`
    INSERT INTO account_standings (workspace_id, account_id)
    SELECT ${workspaceId}, j.id FROM jsonb_to_recordset(${text}::text::jsonb) AS j (id text) ON CONFLICT DO NOTHING`;
}

export type GivenProfile = {
  readonly id: string;
  readonly weeks: readonly (readonly number[])[];
  readonly silentDays?: number;
};

/** Profiles by metric and week, the latest first; earlier weeks are like the last one given. */
export async function putProfiles(sql: Sql, workspaceId: number, profiles: readonly GivenProfile[]): Promise<void> {
  const rows = profiles.map(({ id, weeks, silentDays = 0 }) => {
    const filled = weeks.map((values) => Array.from({ length: 26 }, (_, week) => values[week] ?? values.at(-1) ?? 0));
    const weekDays = Array.from({ length: 26 }, (_, week) => (filled.some((one) => (one[week] ?? 0) > 0) ? 7 : 0));
    return {
      id,
      last: addDays(YESTERDAY, -silentDays),
      days: `{${weekDays}}`,
      weeks: `{${filled.flat()}}`,
      recent: `{${filled.map((one) => (one[0] ?? 0) * 4)}}`,
    };
  });
  await sql`
    INSERT INTO usage_profiles (workspace_id, account_id, first_used_on, last_used_on, used_days, week_days, weeks, recent, before)
    SELECT ${workspaceId}, j.id, '2025-01-01', j.last, 100, j.days::float8[], j.weeks::float8[], j.recent::float8[], j.recent::float8[]
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) AS j (id text, last date, days text, weeks text, recent text)
    ON CONFLICT (workspace_id, account_id) DO UPDATE SET last_used_on = excluded.last_used_on, week_days = excluded.week_days,
      weeks = excluded.weeks, recent = excluded.recent, before = excluded.before`;
}

export type GivenBill = {
  readonly id: string;
  readonly day?: Day;
  readonly mrr?: number;
  readonly subscription?: string;
  readonly payment?: string;
  readonly overdueDays?: number;
};

export async function putBills(sql: Sql, workspaceId: number, bills: readonly GivenBill[]): Promise<void> {
  const rows = bills.map((bill) => ({
    ...{ day: YESTERDAY, mrr: 100, subscription: 'ACTIVE', payment: 'PAID', overdueDays: 0 },
    ...bill,
  }));
  await sql`
    INSERT INTO billing_snapshots (workspace_id, account_id, day, mrr, subscription, payment, overdue_days, recorded_at)
    SELECT ${workspaceId}, j.id, j.day, j.mrr, j.subscription, j.payment, j."overdueDays", now()
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) AS j (id text, day date, mrr float8, subscription text,
      payment text, "overdueDays" int)
    ON CONFLICT (workspace_id, account_id, day) DO UPDATE SET mrr = excluded.mrr, subscription = excluded.subscription,
      payment = excluded.payment, overdue_days = excluded.overdue_days`;
}

export const basisOf = (...names: readonly string[]): ProfileBasis => ({
  asOf: YESTERDAY,
  coveredDays: new Array(26).fill(7),
  metrics: names.map((name, slot) => ({ slot, name, aggregation: 'SUM' })),
});

export const coverageOf = (state: 'CURRENT' | 'STALE' = 'CURRENT', metrics?: readonly string[]): UsageCoverage => ({
  state,
  through: YESTERDAY,
  days: [],
  ...(metrics ? { metrics } : {}),
});

export const evaluate = (ctx: Ctx, state: 'CURRENT' | 'STALE' = 'CURRENT', names: readonly string[] = ['calls']) =>
  evaluateSignals(ctx, coverageOf(state, names), basisOf(...names));
