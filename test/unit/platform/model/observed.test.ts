import { expect, test } from 'vitest';
import { createMetrics } from '../../../../src/platform/metrics.ts';
import { observedModel } from '../../../../src/platform/model/observed-model.ts';
import { createFakeModel } from '../../../kit/fake-model.ts';
import { plays } from '../../../kit/model-behaviours.ts';

test('answers are counted by what came of them, and tokens by direction', async () => {
  const metrics = createMetrics({ ofProcess: false });
  const model = observedModel(
    createFakeModel(plays.text('Fine.'), plays.refusal(), plays.unauthorised()),
    metrics.modelAnswer,
  );
  for (let asked = 0; asked < 4; asked++) {
    await model.answer({
      system: '',
      messages: [],
      tools: [],
      outputSchema: null,
      maxOutputTokens: 10,
      timeoutMs: 1_000,
      signal: null,
      onText: null,
    });
  }
  const lines = (await metrics.text()).split('\n').filter((line) => /model_(tokens_total|.*_count)/.test(line));
  expect(lines.filter((line) => !line.startsWith('#'))).toEqual([
    'tributary_model_answer_duration_seconds_count{outcome="ANSWERED"} 1',
    'tributary_model_answer_duration_seconds_count{outcome="REFUSED"} 1',
    'tributary_model_answer_duration_seconds_count{outcome="KEY_REFUSED"} 2',
    'tributary_model_tokens_total{direction="read"} 200',
    'tributary_model_tokens_total{direction="written"} 40',
  ]);
});
