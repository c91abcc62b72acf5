import { setTimeout as sleep } from 'node:timers/promises';
import type { Model, ModelAnswer, ModelFailureCode, ModelRequest } from '../../src/platform/model/model.ts';
import { type ModelBehaviour, piecesOf, plays } from './model-behaviours.ts';

type Turn = ModelBehaviour | ((request: ModelRequest) => ModelBehaviour | Promise<ModelBehaviour>);

export type FakeModel = Model & {
  /** Everything that was asked, oldest first. */
  readonly requests: ModelRequest[];
  /** Behaviours in turn; the last one stays. */
  readonly play: (...turns: readonly [Turn, ...Turn[]]) => void;
};

/** The model's port without a network or a protocol: behaviours come to what they come to, and nothing is tried again. */
export function createFakeModel(...first: readonly Turn[]): FakeModel {
  const requests: ModelRequest[] = [];
  let turns: readonly Turn[] = first.length > 0 ? first : [plays.text('Hello.')];
  return {
    name: 'claude-test',
    requests,
    play: (...next) => {
      turns = next;
    },
    answer: async (request) => {
      requests.push(request);
      const [turn = plays.silence(), ...later] = turns;
      if (later.length > 0) turns = later;
      const deadline = AbortSignal.timeout(request.timeoutMs);
      const signal = request.signal ? AbortSignal.any([deadline, request.signal]) : deadline;
      if (signal.aborted) return no('CANCELLED');
      try {
        return await perform(typeof turn === 'function' ? await turn(request) : turn, request, signal);
      } catch (error) {
        if (!signal.aborted) throw error;
        return no(deadline.aborted ? 'TIMEOUT' : 'CANCELLED');
      }
    },
  };
}

const NOTHING = { inputTokens: 0, outputTokens: 0 };
const no = (code: ModelFailureCode, usage = NOTHING): ModelAnswer => ({
  ok: false,
  failure: { code, message: `Played: ${code}.` },
  usage,
});

const STATUSES: Readonly<Record<number, ModelFailureCode>> = {
  400: 'MALFORMED',
  401: 'KEY_REFUSED',
  403: 'KEY_REFUSED',
  429: 'RATE_LIMITED',
};
const STOPS: Readonly<Record<string, ModelFailureCode>> = { refusal: 'REFUSED', max_tokens: 'TOO_LONG' };

async function perform(said: ModelBehaviour, request: ModelRequest, signal: AbortSignal): Promise<ModelAnswer> {
  switch (said.kind) {
    case 'silence':
      return sleep(request.timeoutMs + 60_000, no('TIMEOUT'), { signal, ref: false });
    case 'status':
      return no(STATUSES[said.status] ?? 'OVERLOADED');
    case 'late-error':
      await tell(request, said.text, 0, signal);
      return no('OVERLOADED');
    case 'nonsense':
    case 'endless':
      return no('MALFORMED');
    case 'answer':
      return answer(said, request, signal);
  }
}

async function answer(
  said: Extract<ModelBehaviour, { kind: 'answer' }>,
  request: ModelRequest,
  signal: AbortSignal,
): Promise<ModelAnswer> {
  const { text, usage, stopReason, ending } = said;
  if (text.length > 16 * request.maxOutputTokens + 10_000) return no('MALFORMED');
  await tell(request, text, said.pauseMs, signal);
  if (ending === 'stall') return sleep(request.timeoutMs + 60_000, no('TIMEOUT'), { signal, ref: false });
  if (ending === 'cut') return no('UNREACHABLE');
  if (ending === 'missing') return no('MALFORMED');
  const stopped = STOPS[stopReason];
  if (stopped) return no(stopped, usage);
  if (!['end_turn', 'tool_use', 'stop_sequence'].includes(stopReason)) return no('MALFORMED', usage);
  try {
    const calls = said.calls.map(({ id, tool, json }) => ({ id, tool, input: JSON.parse(json) as unknown }));
    const isSound =
      calls.length <= 32 &&
      calls.every(({ input }) => typeof input === 'object' && input !== null && !Array.isArray(input)) &&
      new Set(calls.map(({ id }) => id)).size === calls.length &&
      said.calls.every(({ json }) => json.length <= 16_384) &&
      (calls.length > 0 ? request.tools.length > 0 : text.trim() !== '' && stopReason !== 'tool_use');
    if (!isSound) return no('MALFORMED', usage);
    if (calls.length === 0 && request.outputSchema) JSON.parse(text);
    return { ok: true, text, calls, usage };
  } catch {
    return no('MALFORMED', usage);
  }
}

async function tell(request: ModelRequest, text: string, pauseMs: number, signal: AbortSignal): Promise<void> {
  for (const piece of piecesOf(text)) {
    signal.throwIfAborted();
    request.onText?.(piece);
    if (pauseMs > 0) await sleep(pauseMs, undefined, { signal });
  }
}
