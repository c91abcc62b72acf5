import type { Model, ModelFailureCode, ModelUsage } from './model.ts';

/** What came of one answer, however many tries it took. */
export type ObserveModel = (outcome: 'ANSWERED' | ModelFailureCode, usage: ModelUsage, seconds: number) => void;

/** The same model, and somebody who counts. */
export const observedModel = (model: Model, observe: ObserveModel): Model => ({
  name: model.name,
  answer: async (request) => {
    const begun = performance.now();
    const answer = await model.answer(request);
    const seconds = (performance.now() - begun) / 1_000;
    observe(answer.ok ? 'ANSWERED' : answer.failure.code, answer.usage, seconds);
    return answer;
  },
});
