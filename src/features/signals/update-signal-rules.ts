import { ok } from '../../lib/result.ts';
import { forbidden } from '../kit/authorize.ts';
import type { Ctx } from '../kit/ctx.ts';
import type { Outcome, Refusal } from '../kit/refusal.ts';
import { refuse } from '../kit/refusal.ts';
import { dispatchEvaluation, recordChange, requestEvaluation } from '../workspaces/index.ts';
import { currentRules, type SavedRules } from './current-rules.ts';
import { checkRules } from './domain/check-rules.ts';
import { patchRules, type RulesPatch } from './domain/rules.ts';
import { insertRules } from './store/index.ts';

export type UpdateSignalRulesCode = 'FORBIDDEN' | 'INVALID_INPUT' | 'VERSION_CONFLICT';

const conflict = (version: number) =>
  refuse('VERSION_CONFLICT', `The rules are at version ${version} by now: look at them again.`, [
    'input',
    'expectedVersion',
  ]);

/** Saves a new version of the rules, in which what is left out stays as it was, and has the workspace evaluated by it. */
export async function updateSignalRules(
  ctx: Ctx,
  patch: RulesPatch,
  expectedVersion: number | null,
): Promise<Outcome<SavedRules, UpdateSignalRulesCode>> {
  const no = forbidden(ctx.actor, 'ADMIN');
  if (no) return no;
  const before = await currentRules(ctx);
  if (expectedVersion !== null && expectedVersion !== before.version) return conflict(before.version);
  const rules = patchRules(before.rules, patch);
  const problems = checkRules(rules).map(
    ({ field, message }): Refusal<'INVALID_INPUT'> => ({ code: 'INVALID_INPUT', message, field: ['input', ...field] }),
  );
  if (problems.length > 0) return { ok: false, error: problems };
  const saved = { version: before.version + 1, savedAt: ctx.clock.now(), rules };
  const isSaved = await ctx.db.orm.transaction(async (tx) => {
    const { workspaceId, workspace, keyId } = ctx.actor;
    if (!(await insertRules(tx, workspaceId, { ...saved, apiKeyId: keyId }))) return false;
    const details = { version: saved.version, before: before.rules, after: rules };
    await recordChange(tx, ctx, { action: 'SIGNAL_RULES_UPDATED', subject: workspace, details });
    await requestEvaluation(tx, ctx);
    return true;
  });
  if (!isSaved) return conflict(saved.version);
  await dispatchEvaluation(ctx);
  return ok(saved);
}
