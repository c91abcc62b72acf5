import { ok } from '../../lib/result.ts';
import { forbidden } from '../kit/authorize.ts';
import type { Ctx } from '../kit/ctx.ts';
import type { Outcome } from '../kit/refusal.ts';
import { listMetrics } from '../usage/index.ts';
import { currentModel } from './current-model.ts';
import type { ModelInput } from './domain/merge-model.ts';
import { createPreview, type ModelPreview } from './domain/preview.ts';
import { draftModel } from './draft-model.ts';

export type PreviewHealthModelCode = 'FORBIDDEN' | 'INVALID_INPUT';

/** What a change of the model would do to the scores, from the profiles and facts there are; nothing is saved. */
export async function previewHealthModel(
  ctx: Ctx,
  input: { readonly model: ModelInput },
): Promise<Outcome<ModelPreview, PreviewHealthModelCode>> {
  const no = forbidden(ctx.actor, 'ADMIN');
  if (no) return no;
  const { model } = await currentModel(ctx);
  const metrics = (await listMetrics(ctx)).map(({ name }) => name);
  const draft = draftModel(model, input.model, metrics);
  if (!draft.ok) return draft;
  return ok(createPreview().read());
}
