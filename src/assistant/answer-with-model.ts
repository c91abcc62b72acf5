import type { Ctx } from '../features/kit/ctx.ts';
import { askModel } from '../features/workspaces/index.ts';
import { dayOfInstant } from '../lib/day.ts';
import type { ModelTool } from '../platform/model/model.ts';
import { cleanText } from './clean-text.ts';
import { conversationOf, larryPrompt } from './larry-prompt.ts';
import { unsupportedNumbers } from './numbers.ts';
import { jsonSchemaOf, toolsFor } from './registry.ts';
import type { Emit, TurnResult } from './turn.ts';
import { type LookedUp, nothingYet, useTools } from './use-tools.ts';

/** How often the model may say something, tools asked for or not. */
const MOST_STEPS = 8;
const TURN_MS = 120_000;
const STEP_MS = 60_000;
/** With less there is no use in another step. */
const LEAST_MS = 1_000;
const MOST_OUTPUT_TOKENS = 2_000;

export type ModelAsk = {
  readonly question: string;
  /** Earlier turns of the conversation, oldest first. */
  readonly history: readonly { readonly question: string; readonly answer: string }[];
  /** Aborted when nobody wants an answer any more. */
  readonly signal: AbortSignal;
  /** Asked before each step: whether whoever asked still may. */
  readonly mayGoOn: () => Promise<boolean>;
};

export type ModelTurn =
  | { readonly ok: true; readonly result: TurnResult }
  /** `STOPPED`: nobody wants an answer, or nobody may have it. */
  | { readonly ok: false; readonly why: NonNullable<TurnResult['fallback']> | 'STOPPED' };

/** Lets the model look things up until it answers. What it looks up, it looks up with the rights of whoever asks. */
export async function answerWithModel(ctx: Ctx, ask: ModelAsk, emit: Emit): Promise<ModelTurn> {
  const until = performance.now() + TURN_MS;
  const system = larryPrompt(dayOfInstant(ctx.clock.now().getTime()), MOST_STEPS);
  const tools = toolsFor(ctx.actor).map(
    (tool): ModelTool => ({
      ...{ name: tool.name, description: tool.description },
      inputSchema: jsonSchemaOf(tool).input,
    }),
  );
  const messages = conversationOf(ask.history, ask.question);
  const lookedUp = nothingYet();
  for (let step = 1; step <= MOST_STEPS; step++) {
    const leftMs = until - performance.now();
    if (leftMs < LEAST_MS) return { ok: false, why: 'TIMEOUT' };
    if (ask.signal.aborted || !(await ask.mayGoOn())) return { ok: false, why: 'STOPPED' };
    let hasSpoken = false;
    const answer = await askModel(ctx, {
      ...{ system, messages, tools, outputSchema: null, maxOutputTokens: MOST_OUTPUT_TOKENS },
      timeoutMs: Math.min(STEP_MS, leftMs),
      signal: ask.signal,
      onText: (piece) => {
        const text = cleanText(piece);
        if (text === '') return;
        hasSpoken = true;
        emit({ kind: 'TEXT', text });
      },
    });
    if (ask.signal.aborted) return { ok: false, why: 'STOPPED' };
    if (!answer.ok) {
      const { code } = answer.failure;
      return { ok: false, why: code === 'NOT_SET_UP' ? 'UNREACHABLE' : code };
    }
    if (answer.calls.length === 0) return answered(answer.text, ask, lookedUp);
    // What it says before it has looked is not the answer.
    if (hasSpoken) emit({ kind: 'TEXT_WITHDRAWN' });
    const results = await useTools(ctx, answer.calls, lookedUp, emit);
    messages.push({ role: 'assistant', text: answer.text, calls: answer.calls }, { role: 'results', results });
  }
  return { ok: false, why: 'TOO_MANY_STEPS' };
}

function answered(text: string, { question, history }: ModelAsk, { uses, proposals }: LookedUp): ModelTurn {
  const answer = cleanText(text).trim();
  // Nothing that can be seen: no answer.
  if (answer === '') return { ok: false, why: 'MALFORMED' };
  const said = [question, ...history.map((turn) => turn.question)];
  const result: TurnResult = {
    ...{ source: 'MODEL', answer, restsOn: uses, proposals, fallback: null },
    unsupportedNumbers: unsupportedNumbers(answer, uses, said),
  };
  return { ok: true, result };
}
