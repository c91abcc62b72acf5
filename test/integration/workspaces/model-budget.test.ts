import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Ctx } from '../../../src/features/kit/ctx.ts';
import {
  askModel,
  findModelBudget,
  reserveModelCall,
  settleModelCall,
  updateModelBudget,
} from '../../../src/features/workspaces/index.ts';
import type { ModelAnswer, ModelRequest } from '../../../src/platform/model/model.ts';
import { NOW, startTestApp, type TestApp } from '../../kit/app.ts';
import { createFakeModel } from '../../kit/fake-model.ts';
import { plays } from '../../kit/model-behaviours.ts';

const model = createFakeModel();
let app: TestApp;
let ctx: Ctx;
beforeAll(async () => {
  app = await startTestApp({ model, modelLimits: { callsPerDay: 10, tokensPerDay: 10_000 } });
});
beforeEach(async () => {
  app.clock.set(NOW);
  ctx = (await app.workspace()).ctx;
});
afterAll(() => app.close());

const used = async () => {
  const { callsUsed, tokensUsed } = (await findModelBudget(ctx)) ?? {};
  return { callsUsed, tokensUsed };
};
const answered = (inputTokens: number, outputTokens: number): ModelAnswer => ({
  ok: true,
  text: 'Fine.',
  calls: [],
  usage: { inputTokens, outputTokens },
});
const request: ModelRequest = {
  system: 'You answer.',
  messages: [{ role: 'user', text: 'How is Acme?' }],
  tools: [],
  outputSchema: null,
  maxOutputTokens: 500,
  timeoutMs: 10_000,
  signal: null,
  onText: null,
};
const ask = () => askModel(ctx, request);
const reserve = (maxTokens: number) => reserveModelCall(ctx, { maxTokens });

describe('what is left of a day', () => {
  test('however many ask at once, they get no more calls than there are', async () => {
    const all = await Promise.all(Array.from({ length: 20 }, () => reserve(10)));
    expect(all.filter(({ ok }) => ok)).toHaveLength(10);
    expect(await used()).toEqual({ callsUsed: 10, tokensUsed: 100 });
  });

  test('nor more tokens; what is set aside counts until it is settled', async () => {
    const all = await Promise.all(Array.from({ length: 20 }, () => reserve(3_000)));
    const [first, ...others] = all.flatMap((one) => (one.ok ? [one.reservation] : []));
    expect(others).toHaveLength(2);
    expect(await used()).toEqual({ callsUsed: 3, tokensUsed: 9_000 });
    expect((await reserve(1_001)).ok).toBe(false);
    if (!first) throw new Error('nothing was reserved');
    await settleModelCall(ctx, first, answered(150, 50));
    expect(await used()).toEqual({ callsUsed: 3, tokensUsed: 6_200 });
    expect((await reserve(3_800)).ok).toBe(true);
    expect((await reserve(1)).ok).toBe(false);
  });

  test('one call that asks for more than a day’s tokens is refused at once, and counts for nothing', async () => {
    expect(await reserve(10_001)).toEqual({ ok: false, resetsAt: new Date('2026-03-11T00:00:00Z') });
    expect(await used()).toEqual({ callsUsed: 0, tokensUsed: 0 });
  });

  test('one workspace’s use is nothing to another', async () => {
    await Promise.all(Array.from({ length: 10 }, () => reserve(1_000)));
    expect((await reserve(1)).ok).toBe(false);
    ctx = (await app.workspace()).ctx;
    expect((await reserve(1)).ok).toBe(true);
  });

  test('it begins anew at midnight UTC; a call over midnight is settled on the day it was made', async () => {
    app.clock.set('2026-03-10T23:59:59.999Z');
    const late = await reserve(10_000);
    if (!late.ok) throw new Error('nothing was reserved');
    expect(await reserve(1)).toEqual({ ok: false, resetsAt: new Date('2026-03-11T00:00:00Z') });
    app.clock.set('2026-03-11T00:00:00Z');
    expect(await used()).toEqual({ callsUsed: 0, tokensUsed: 0 });
    expect((await reserve(10_000)).ok).toBe(true);
    await settleModelCall(ctx, late.reservation, answered(1, 1));
    expect(await used()).toEqual({ callsUsed: 1, tokensUsed: 10_000 });
    app.clock.set('2026-03-10T23:59:59.999Z');
    expect(await used()).toEqual({ callsUsed: 1, tokensUsed: 2 });
  });

  test('the operator’s limits hold whatever the workspace set before they were lowered', async () => {
    await updateModelBudget(ctx, { callsPerDay: 8, tokensPerDay: null });
    const lowered = { ...ctx, modelLimits: { callsPerDay: 2, tokensPerDay: 10_000 } };
    expect(await findModelBudget(lowered)).toMatchObject({ callsPerDay: 2, mostCallsPerDay: 2 });
    const all = await Promise.all([1, 2, 3].map(() => reserveModelCall(lowered, { maxTokens: 1 })));
    expect(all.filter(({ ok }) => ok)).toHaveLength(2);
  });
});

describe('asking', () => {
  test('counts what the model says it cost', async () => {
    model.play(plays.text('Fine.', { usage: { inputTokens: 321, outputTokens: 45 } }));
    expect(await ask()).toMatchObject({ ok: true, text: 'Fine.' });
    expect(await used()).toEqual({ callsUsed: 1, tokensUsed: 366 });
  });

  test('sets aside the length of the question and of the longest answer', async () => {
    let meanwhile: unknown;
    model.play(async () => {
      meanwhile = await used();
      return plays.text('Fine.');
    });
    await askModel(ctx, { ...request, system: 'x'.repeat(3_000) });
    expect(meanwhile).toEqual({ callsUsed: 1, tokensUsed: expect.closeTo(1_540, -2) });
  });

  test('a refused answer costs what it cost', async () => {
    model.play(plays.refusal());
    expect(await ask()).toMatchObject({ ok: false, failure: { code: 'REFUSED' } });
    expect(await used()).toEqual({ callsUsed: 1, tokensUsed: 120 });
  });

  test('a call that never was one is given back', async () => {
    for (const behaviour of [plays.overloaded(), plays.rateLimited(1), plays.unauthorised(), plays.reset('')]) {
      model.play(behaviour);
      expect(await ask()).toMatchObject({ ok: false });
    }
    expect(await used()).toEqual({ callsUsed: 0, tokensUsed: 0 });
  });

  test('what was cut short counts as it was set aside: nobody says what it cost', async () => {
    model.play(plays.silence());
    expect(await askModel(ctx, { ...request, timeoutMs: 50 })).toMatchObject({ failure: { code: 'TIMEOUT' } });
    const { callsUsed, tokensUsed = 0 } = await used();
    expect(callsUsed).toBe(1);
    expect(tokensUsed).toBeGreaterThan(500);
  });

  test('nothing is asked beyond the budget, and the failure says when there is more', async () => {
    await updateModelBudget(ctx, { callsPerDay: 1, tokensPerDay: null });
    model.play(plays.text('Fine.'));
    expect(await ask()).toMatchObject({ ok: true });
    const asked = model.requests.length;
    expect(await ask()).toEqual({
      ok: false,
      failure: { code: 'BUDGET_EXHAUSTED', message: expect.stringContaining('2026-03-11T00:00:00.000Z') },
      usage: { inputTokens: 0, outputTokens: 0 },
    });
    expect(model.requests).toHaveLength(asked);
    await updateModelBudget(ctx, { callsPerDay: 2, tokensPerDay: null });
    expect(await ask()).toMatchObject({ ok: true });
  });

  test.each(['callsPerDay', 'tokensPerDay'])('%s 0 turns the model off', async (field) => {
    await updateModelBudget(ctx, { callsPerDay: null, tokensPerDay: null, [field]: 0 });
    const asked = model.requests.length;
    expect(await ask()).toMatchObject({ ok: false, failure: { code: 'BUDGET_EXHAUSTED' } });
    expect(model.requests).toHaveLength(asked);
  });

  test('without a model there is nothing to ask, and nothing is counted', async () => {
    const without = { ...ctx, model: null };
    expect(await askModel(without, request)).toMatchObject({ ok: false, failure: { code: 'NOT_SET_UP' } });
    expect(await findModelBudget(without)).toBeNull();
    expect(await used()).toEqual({ callsUsed: 0, tokensUsed: 0 });
  });
});
