import { z } from 'zod';
import type { ModelCall, ModelRequest, ModelUsage } from './model.ts';

/** What was read so far, kept outside the reading: its usage counts even when the rest never comes. */
export type Draft = {
  text: string;
  readonly mostCharacters: number;
  readonly blocks: Map<number, Block>;
  stopReason: string | null;
  isComplete: boolean;
  readonly counts: { input: number; cacheWritten: number; cacheRead: number; output: number };
};
type Block = { readonly kind: 'text' | 'other' } | { readonly kind: 'call'; id: string; tool: string; json: string };

export class Malformed extends Error {
  override readonly name = 'Malformed';
}

/** More than any answer's average for a token; and some, because a short answer may be above the average. */
const mostCharactersOf = (tokens: number) => 16 * tokens + 10_000;

export const newDraft = (maxOutputTokens: number): Draft => ({
  text: '',
  mostCharacters: mostCharactersOf(maxOutputTokens),
  blocks: new Map(),
  stopReason: null,
  isComplete: false,
  counts: { input: 0, cacheWritten: 0, cacheRead: 0, output: 0 },
});

export const usageOf = ({ counts }: Draft): ModelUsage => ({
  inputTokens: counts.input + counts.cacheWritten + counts.cacheRead,
  outputTokens: counts.output,
});

// A stranger's figures: what is no count of tokens is taken for not said.
const tokens = z.int().min(0).max(1_000_000_000).nullish().catch(null);
const usage = z
  .object({
    input_tokens: tokens,
    cache_creation_input_tokens: tokens,
    cache_read_input_tokens: tokens,
    output_tokens: tokens,
  })
  .nullish()
  .catch(null);
const callBlock = z.object({ type: z.literal('tool_use'), id: z.string().min(1).max(200), name: z.string().max(200) });
const textBlock = z.object({ type: z.literal('text'), text: z.string() });
const index = z.int().min(0).max(10_000);

const event = z.object({ type: z.string() });
const started = z.object({ message: z.object({ usage }) });
const blockStarted = z.object({ index, content_block: z.object({ type: z.string() }).loose() });
const blockGrew = z.object({
  index,
  delta: z.object({ type: z.string(), text: z.string().optional(), partial_json: z.string().optional() }),
});
const ending = z.object({ delta: z.object({ stop_reason: z.string().nullish() }), usage });
const message = z.object({
  content: z.array(z.object({ type: z.string() }).loose()),
  stop_reason: z.string().nullish(),
  usage,
});

/** One event of a stream. Kinds of events and blocks that are not known are passed over, as the API asks of its clients. */
export function takeEvent(draft: Draft, said: unknown, tell: (piece: string) => void): void {
  switch (read(event, said).type) {
    case 'message_start':
      count(draft, read(started, said).message.usage);
      break;
    case 'content_block_start': {
      const { index: at, content_block: block } = read(blockStarted, said);
      if (draft.blocks.has(at)) throw new Malformed('two blocks of one number');
      open(draft, at, block, tell);
      break;
    }
    case 'content_block_delta':
      grow(draft, read(blockGrew, said), tell);
      break;
    case 'message_delta': {
      const { delta, usage: counted } = read(ending, said);
      draft.stopReason = delta.stop_reason ?? draft.stopReason;
      count(draft, counted);
      break;
    }
    case 'message_stop':
      draft.isComplete = true;
  }
}

/** A whole answer that was not streamed. */
export function takeMessage(draft: Draft, said: unknown): void {
  const { content, stop_reason, usage: counted } = read(message, said);
  count(draft, counted);
  for (const [at, block] of content.entries()) {
    const opened = open(draft, at, block, () => {});
    if (opened.kind === 'call') opened.json = JSON.stringify(block['input'] ?? null);
  }
  draft.stopReason = stop_reason ?? null;
  draft.isComplete = true;
}

function open(draft: Draft, at: number, block: { readonly type: string }, tell: (piece: string) => void): Block {
  const opened = newBlock(draft, block, tell);
  draft.blocks.set(at, opened);
  return opened;
}

function newBlock(draft: Draft, block: { readonly type: string }, tell: (piece: string) => void): Block {
  if (block.type === 'text') {
    append(draft, read(textBlock, block).text, tell);
    return { kind: 'text' };
  }
  if (block.type !== 'tool_use') return { kind: 'other' };
  const { id, name } = read(callBlock, block);
  return { kind: 'call', id, tool: name, json: '' };
}

function grow(draft: Draft, { index: at, delta }: z.infer<typeof blockGrew>, tell: (piece: string) => void): void {
  const block = draft.blocks.get(at);
  if (!block) throw new Malformed('a piece of a block that never began');
  if (block.kind === 'text' && delta.type === 'text_delta') append(draft, delta.text ?? '', tell);
  if (block.kind === 'call' && delta.type === 'input_json_delta') block.json += delta.partial_json ?? '';
}

function append(draft: Draft, piece: string, tell: (piece: string) => void): void {
  // PostgreSQL cannot hold it in a text, and no prose needs it.
  const text = piece.replaceAll('\u0000', '');
  if (text === '') return;
  if (draft.text.length + text.length > draft.mostCharacters) throw new Malformed('it is longer than was allowed');
  draft.text += text;
  tell(text);
}

/** What is said later in a stream counts from its beginning. */
function count({ counts }: Draft, said: z.infer<typeof usage>): void {
  counts.input = said?.input_tokens ?? counts.input;
  counts.cacheWritten = said?.cache_creation_input_tokens ?? counts.cacheWritten;
  counts.cacheRead = said?.cache_read_input_tokens ?? counts.cacheRead;
  counts.output = said?.output_tokens ?? counts.output;
}

/** More than anybody has tools to use at once. */
const MOST_CALLS = 32;
/** Larger inputs than any tool takes, and smaller than what nests so deep that it cannot be written down again. */
const MOST_INPUT_CHARACTERS = 16_384;

export function callsOf(draft: Draft, request: Pick<ModelRequest, 'tools'>): ModelCall[] {
  const calls = [...draft.blocks.values()].flatMap((block) => (block.kind === 'call' ? [block] : []));
  if (calls.length > 0 && request.tools.length === 0) throw new Malformed('it asks for tools where there are none');
  if (calls.length > MOST_CALLS) throw new Malformed('it asks for too many tools at once');
  if (new Set(calls.map(({ id }) => id)).size < calls.length) throw new Malformed('two calls of one id');
  return calls.map(({ id, tool, json }) => {
    if (json.length > MOST_INPUT_CHARACTERS) throw new Malformed('a call’s input is too long');
    const input: unknown = json === '' ? {} : JSON.parse(json);
    if (typeof input !== 'object' || input === null || Array.isArray(input))
      throw new Malformed('a call’s input is no object');
    return { id, tool, input };
  });
}

function read<T>(schema: z.ZodType<T>, said: unknown): T {
  const result = schema.safeParse(said);
  // Its issues would quote what was said.
  if (!result.success) throw new Malformed('not of the form of the Messages API');
  return result.data;
}
