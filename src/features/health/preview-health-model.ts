import { ok } from '../../lib/result.ts';
import { forbidden } from '../kit/authorize.ts';
import type { Ctx } from '../kit/ctx.ts';
import type { Outcome } from '../kit/refusal.ts';
import { listMetrics, readProfileBasis, readProfiles, type UsageCoverage } from '../usage/index.ts';
import { currentModel } from './current-model.ts';
import type { ModelInput } from './domain/merge-model.ts';
import { createPreview, type ModelPreview, type Outlook } from './domain/preview.ts';
import type { AccountScore } from './domain/score-account.ts';
import { draftModel } from './draft-model.ts';
import { scoreEach } from './score-each.ts';

export type PreviewHealthModelCode = 'FORBIDDEN' | 'INVALID_INPUT';

/**
 * What a change of the model would do to the scores, from the profiles and facts there are; nothing is saved. Both sides are
 * computed, so that only the model makes a difference.
 */
export async function previewHealthModel(
  ctx: Ctx,
  input: { readonly model: ModelInput },
  readCoverage: () => Promise<UsageCoverage>,
): Promise<Outcome<ModelPreview, PreviewHealthModelCode>> {
  const no = forbidden(ctx.actor, 'ADMIN');
  if (no) return no;
  const { model } = await currentModel(ctx);
  const metrics = (await listMetrics(ctx)).map(({ name }) => name);
  const draft = draftModel(model, input.model, metrics);
  if (!draft.ok) return draft;
  const scoring = {
    coverage: await readCoverage(),
    basis: await readProfileBasis(ctx),
    profiles: () => readProfiles(ctx),
    at: ctx.clock.now(),
    models: [model, draft.value],
  };
  const preview = createPreview();
  for await (const batch of scoreEach(ctx, scoring)) {
    for (const { account, scores } of batch) {
      const [before, after] = scores;
      if (before && after) preview.add(account.id, toOutlook(before), toOutlook(after));
    }
  }
  return ok(preview.read());
}

const toOutlook = ({ score, band, pillars }: AccountScore): Outlook => ({
  score,
  band,
  points: Object.fromEntries(
    pillars.map(({ pillar, inputs }) => [pillar, inputs.reduce((sum, { points }) => sum + points, 0)]),
  ),
});
