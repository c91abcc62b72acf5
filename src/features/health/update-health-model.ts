import { isDeepStrictEqual } from 'node:util';
import { ok } from '../../lib/result.ts';
import { forbidden } from '../kit/authorize.ts';
import type { Ctx } from '../kit/ctx.ts';
import { type Outcome, refuse } from '../kit/refusal.ts';
import { listMetrics } from '../usage/index.ts';
import { dispatchEvaluation, recordChange, requestEvaluation } from '../workspaces/index.ts';
import type { ModelInput } from './domain/merge-model.ts';
import { draftModel } from './draft-model.ts';
import { DEFAULT_MODEL, type HealthModel, type ModelVersion } from './model.ts';
import { insertModel, lockModels, selectModel } from './store/models.ts';

export type UpdateHealthModelCode = 'FORBIDDEN' | 'INVALID_INPUT' | 'VERSION_CONFLICT';

export type UpdateHealthModelInput = {
  readonly model: ModelInput;
  /** The version that the caller has seen; null when it does not matter. */
  readonly expectedVersion: number | null;
};

type Updated = Outcome<ModelVersion, UpdateHealthModelCode>;

/** Saves what is given, put over the current model, as the next version. The same again is no new version. */
export async function updateHealthModel(ctx: Ctx, input: UpdateHealthModelInput): Promise<Updated> {
  const no = forbidden(ctx.actor, 'ADMIN');
  if (no) return no;
  const { workspaceId, workspace, keyId } = ctx.actor;
  const metrics = (await listMetrics(ctx)).map(({ name }) => name);
  let isNew = false;
  const updated = await ctx.db.orm.transaction(async (tx): Promise<Updated> => {
    await lockModels(tx, workspaceId);
    const current = (await selectModel(tx, workspaceId, null)) ?? { version: 0, model: DEFAULT_MODEL, savedAt: null };
    if (input.expectedVersion !== null && input.expectedVersion !== current.version) {
      const message = `The model is at version ${current.version} now: look at it, and give that as expectedVersion.`;
      return refuse('VERSION_CONFLICT', message, ['input', 'expectedVersion']);
    }
    const draft = draftModel(current.model, input.model, metrics);
    if (!draft.ok) return draft;
    const model = draft.value;
    if (isDeepStrictEqual(model, current.model)) return ok(current);
    const saved = { version: current.version + 1, model, savedAt: ctx.clock.now() };
    await insertModel(tx, workspaceId, { ...saved, apiKeyId: keyId });
    await requestEvaluation(tx, ctx);
    const details = {
      version: saved.version,
      changed: changedParts(current.model, model),
      before: current.model,
      after: model,
    };
    await recordChange(tx, ctx, { action: 'HEALTH_MODEL_UPDATED', subject: workspace, details });
    isNew = true;
    return ok(saved);
  });
  if (isNew) await dispatchEvaluation(ctx);
  return updated;
}

const PARTS = {
  weights: 'weights',
  bands: 'bands',
  missingPillarPolicy: 'missing pillars',
  metrics: 'metrics',
  segments: 'segments',
} as const satisfies Record<keyof HealthModel, string>;

const changedParts = (before: HealthModel, after: HealthModel): string =>
  (Object.keys(PARTS) as (keyof HealthModel)[])
    .filter((part) => !isDeepStrictEqual(before[part], after[part]))
    .map((part) => PARTS[part])
    .join(', ');
