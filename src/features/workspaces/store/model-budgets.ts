import { and, eq, sql } from 'drizzle-orm';
import type { Queryable } from '../../../db/client.ts';
import { modelBudgets, modelSpending } from '../../../db/tables/workspaces.ts';
import type { Day } from '../../../lib/day.ts';
import type { ModelBudgetSettings, ModelReservation, ModelSpending } from '../model.ts';

type Limits = { readonly callsPerDay: number; readonly tokensPerDay: number };

/** Counts one call more and sets its tokens aside, unless either is over a limit then: then false, and nothing is changed. */
export async function reserveSpending(
  db: Queryable,
  workspaceId: number,
  { day, tokens }: ModelReservation,
  most: Limits,
): Promise<boolean> {
  // One statement: whoever comes at the same time waits for the row, and is judged by what it says then.
  const rows = await db.execute(sql`
    WITH own AS (SELECT calls_per_day, tokens_per_day FROM model_budgets WHERE workspace_id = ${workspaceId}),
    most AS (SELECT least(${most.callsPerDay}::int, (SELECT calls_per_day FROM own)) AS calls,
      least(${most.tokensPerDay}::bigint, (SELECT tokens_per_day FROM own)) AS tokens)
    INSERT INTO model_spending AS s (workspace_id, day, calls, reserved_tokens)
    SELECT ${workspaceId}, ${day}::date, 1, ${tokens} FROM most WHERE calls >= 1 AND tokens >= ${tokens}
    ON CONFLICT (workspace_id, day) DO UPDATE
      SET calls = s.calls + 1, reserved_tokens = s.reserved_tokens + excluded.reserved_tokens
      WHERE s.calls < (SELECT calls FROM most) AND
        s.input_tokens + s.output_tokens + s.reserved_tokens + excluded.reserved_tokens <= (SELECT tokens FROM most)
    RETURNING s.day`);
  return rows.length === 1;
}

export type Settlement = {
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** Of what was set aside, how much is free again. */
  readonly released: number;
  /** False for a call that never was one. */
  readonly counts: boolean;
};

export async function settleSpending(
  db: Queryable,
  workspaceId: number,
  day: Day,
  { inputTokens, outputTokens, released, counts }: Settlement,
): Promise<void> {
  await db
    .update(modelSpending)
    .set({
      calls: sql`greatest(0, ${modelSpending.calls} - ${counts ? 0 : 1})`,
      inputTokens: sql`${modelSpending.inputTokens} + ${inputTokens}`,
      outputTokens: sql`${modelSpending.outputTokens} + ${outputTokens}`,
      reservedTokens: sql`greatest(0, ${modelSpending.reservedTokens} - ${released})`,
    })
    .where(and(eq(modelSpending.workspaceId, workspaceId), eq(modelSpending.day, day)));
}

const NOTHING_SET: ModelBudgetSettings = { callsPerDay: null, tokensPerDay: null };

export async function selectModelSpending(
  db: Queryable,
  workspaceId: number,
  day: Day,
): Promise<{ readonly settings: ModelBudgetSettings; readonly spending: ModelSpending }> {
  const { calls, inputTokens, outputTokens, reservedTokens } = modelSpending;
  const [settings = NOTHING_SET] = await settingsOf(db, workspaceId);
  const [spent] = await db
    .select({ calls, inputTokens, outputTokens, reservedTokens })
    .from(modelSpending)
    .where(and(eq(modelSpending.workspaceId, workspaceId), eq(modelSpending.day, day)));
  const tokens = spent ? spent.inputTokens + spent.outputTokens + spent.reservedTokens : 0;
  return { settings, spending: { calls: spent?.calls ?? 0, tokens } };
}

const settingsOf = (db: Queryable, workspaceId: number) =>
  db
    .select({ callsPerDay: modelBudgets.callsPerDay, tokensPerDay: modelBudgets.tokensPerDay })
    .from(modelBudgets)
    .where(eq(modelBudgets.workspaceId, workspaceId));

/** Null keeps what is there. */
export async function saveModelBudget(
  tx: Queryable,
  workspaceId: number,
  given: ModelBudgetSettings,
): Promise<{ readonly before: ModelBudgetSettings; readonly after: ModelBudgetSettings }> {
  await tx.insert(modelBudgets).values({ workspaceId }).onConflictDoNothing();
  const [before = NOTHING_SET] = await settingsOf(tx, workspaceId).for('update');
  const after = {
    callsPerDay: given.callsPerDay ?? before.callsPerDay,
    tokensPerDay: given.tokensPerDay ?? before.tokensPerDay,
  };
  await tx.update(modelBudgets).set(after).where(eq(modelBudgets.workspaceId, workspaceId));
  return { before, after };
}
