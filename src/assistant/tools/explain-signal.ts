import { z } from 'zod';
import { type Account, findAccountsById } from '../../features/accounts/index.ts';
import type { Ctx } from '../../features/kit/ctx.ts';
import { explain, explainCondition, findSignals, type Signal } from '../../features/signals/index.ts';
import type { DayWindow } from '../../lib/day.ts';
import { aboutAccount, answered, type Chosen, readFreshness, refused, shown } from './answers.ts';
import { defineTool } from './define-tool.ts';
import { EXPLAIN_SIGNAL } from './inputs.ts';
import { number, text } from './outputs.ts';
import { daysOfEvidence, factsOf, metricsOf } from './signal-facts.ts';
import { aboutSignal, SIGNAL, shownSignal } from './signals.ts';

export const OUTPUT = z.strictObject({
  signal: SIGNAL,
  facts: z
    .array(
      z.strictObject({
        name: text('What it is.'),
        value: z.union([z.number(), z.string()]).nullable().describe('The figure; null when it is not known.'),
        unit: text('The unit of the figure, or what kind of value it is.'),
      }),
    )
    .describe('The figures that fired it, as they were last seen.'),
  metrics: z
    .array(
      z.strictObject({
        metric: text('The metric’s name.'),
        value: number('In the later period: a sum, of gauges an average.'),
        previousValue: number('In the earlier period.'),
        changeRate: number('The change, where -0.3 means 30 % less.'),
      }),
    )
    .describe('The metrics that were compared; empty when none were.'),
  conditions: z
    .array(
      z.strictObject({
        kind: text('Which condition.'),
        state: z
          .enum(['HOLDS', 'DOES_NOT_HOLD', 'UNKNOWN'])
          .describe('Whether it holds; UNKNOWN: there is no source to tell.'),
        points: z.number().describe('What it counts, of 100.'),
        weight: z.number().describe('What it counts when it holds, of 100.'),
        explanation: text('The same in words.'),
      }),
    )
    .describe('The conditions of CHURN_RISK; empty for the others.'),
  sentences: z.array(z.string()).describe('The reason in sentences, for people.'),
});

export const explainSignal = defineTool({
  name: 'explain_signal',
  title: 'A signal explained',
  description:
    'Why one signal was raised: its evidence as facts with units, the metrics that were compared (rates: -0.3 means 30 % less), for ' +
    'CHURN_RISK the five conditions with their points, and the reason in sentences. Money is in the company’s own currency, which is ' +
    'not known. Takes the signal’s id; list_signals gives them.',
  access: 'MEMBER',
  input: EXPLAIN_SIGNAL,
  output: OUTPUT,
  run: async (ctx, input) => {
    const [found, freshness] = await Promise.all([chooseSignal(ctx, input.signal), readFreshness(ctx)]);
    if (!found.ok) return found;
    const { signal, account } = found.value;
    const { type, evidence } = signal;
    const conditions = evidence.kind === 'CHURN_RISK' ? evidence.conditions : [];
    const data = {
      signal: shownSignal(signal, account),
      facts: factsOf(evidence),
      metrics: metricsOf(evidence),
      conditions: conditions.map(({ kind, state, points, weight, value }) => ({
        ...{ kind, state, points, weight },
        explanation: shown(explainCondition({ kind, state, value }), 300),
      })),
      sentences: [shown(explain(type, evidence), 1_000)],
    };
    const days: DayWindow = daysOfEvidence(evidence) ?? { from: signal.raisedOn, to: signal.raisedOn };
    return answered(data, { days, freshness, about: [aboutSignal(signal, account), aboutAccount(account)] });
  },
});

/** The signal of this id with its account, or what to do about it. */
export async function chooseSignal(
  ctx: Ctx,
  id: string,
): Promise<Chosen<{ readonly signal: Signal; readonly account: Account }>> {
  const [signal] = await findSignals(ctx, [id.trim()]);
  const [account] = signal ? await findAccountsById(ctx, [signal.accountId]) : [];
  if (signal && account) return { ok: true, value: { signal, account } };
  const asked = JSON.stringify(shown(id, 80));
  return refused('NOT_FOUND', `signal: there is no signal with the id ${asked}. list_signals gives the ids there are.`);
}
