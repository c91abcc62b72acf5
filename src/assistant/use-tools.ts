import type { Ctx } from '../features/kit/ctx.ts';
import { visible } from '../lib/text.ts';
import type { ModelCall, ModelCallResult } from '../platform/model/model.ts';
import { callTool } from './call-tool.ts';
import { cleanText } from './clean-text.ts';
import type { Proposal, ToolOutcome } from './tool.ts';
import type { Emit, ToolUse } from './turn.ts';

/** For one question. */
const MOST_CALLS = 16;
/** Characters of all results together, which a model reads anew with each step. */
const MOST_DATA = 100_000;
/** Each holds a connection, of which a worker has four for all its turns. */
const MOST_AT_ONCE = 2;

/** What was looked up for a question so far. */
export type LookedUp = {
  readonly uses: ToolUse[];
  readonly proposals: Proposal[];
  /** Of what is in `uses`. */
  characters: number;
};

export const nothingYet = (): LookedUp => ({ uses: [], proposals: [], characters: 0 });

/** Makes the calls a model asked for, some at a time, and gives back what it is told of them, in their order. */
export async function useTools(
  ctx: Ctx,
  calls: readonly ModelCall[],
  soFar: LookedUp,
  emit: Emit,
): Promise<ModelCallResult[]> {
  const first = soFar.uses.length;
  const allowed = calls.slice(0, Math.max(0, MOST_CALLS - first));
  const answers = await inParallel(allowed, MOST_AT_ONCE, async ({ tool, input }, index) => {
    const use = { id: `t${first + index + 1}`, tool: visible(tool, 64), input: plain(input) };
    emit({ kind: 'TOOL_STARTED', ...use });
    const outcome = withinRoom(await callTool(ctx, tool, input), soFar);
    emit({ kind: 'TOOL_FINISHED', use: { ...use, outcome: kept(outcome) } });
    return { use, outcome };
  });
  return calls.map(({ id }, index): ModelCallResult => {
    const answer = answers[index];
    if (!answer) return { id, content: JSON.stringify({ refused: NO_MORE }), isError: true };
    const { use, outcome } = answer;
    soFar.uses.push({ ...use, outcome: kept(outcome) });
    if (outcome.ok) soFar.proposals.push(...outcome.found.proposals);
    return { id, content: JSON.stringify(told(use.id, outcome)), isError: !outcome.ok };
  });
}

const NO_MORE = 'No more tools may be used for this question: answer with what there is.';

/** The first results that come are let through, until there is no room for another. */
function withinRoom(outcome: ToolOutcome<unknown>, soFar: LookedUp): ToolOutcome<unknown> {
  if (!outcome.ok) return outcome;
  const size = JSON.stringify(outcome.found.data).length;
  if (soFar.characters + size > MOST_DATA) return { ok: false, code: 'TOO_LARGE', message: NO_MORE };
  soFar.characters += size;
  return outcome;
}

function kept(outcome: ToolOutcome<unknown>): ToolUse['outcome'] {
  if (!outcome.ok) return outcome;
  const { proposals: _, ...found } = outcome.found;
  return { ok: true, ...found };
}

/** One JSON object, in which whatever somebody else wrote is inside a string. */
const told = (result: string, outcome: ToolOutcome<unknown>): object =>
  outcome.ok
    ? {
        ...{ result, days: outcome.found.days, freshness: outcome.found.freshness },
        ...{ truncated: outcome.found.truncated, data: outcome.found.data },
        ...(outcome.found.proposals.length > 0 && { proposed: outcome.found.proposals.map(({ summary }) => summary) }),
      }
    : { result, refused: outcome.code, message: outcome.message };

const DEEPEST = 8;
const LONGEST = 4_000;

/** Arguments as they are shown; arguments that no tool has the likes of are not. */
function plain(input: unknown): unknown {
  const isPlain = typeof input === 'object' && input !== null && !Array.isArray(input) && depthWithin(input, DEEPEST);
  const text = isPlain ? JSON.stringify(input) : '{}';
  const clean = (_: string, value: unknown) => (typeof value === 'string' ? cleanText(value) : value);
  return text.length <= LONGEST ? JSON.parse(text, clean) : {};
}

const depthWithin = (value: unknown, most: number): boolean =>
  typeof value !== 'object' ||
  value === null ||
  (most > 0 && Object.values(value).every((inner) => depthWithin(inner, most - 1)));

/** In the order of the items. One that fails lets those under way end first. */
async function inParallel<T, R>(
  items: readonly T[],
  most: number,
  work: (item: T, index: number) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  const queue = [...items.entries()];
  const worker = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) results[next[0]] = await work(next[1], next[0]);
  };
  const ended = await Promise.allSettled(Array.from({ length: Math.min(most, items.length) }, worker));
  for (const one of ended) if (one.status === 'rejected') throw one.reason;
  return results;
}
