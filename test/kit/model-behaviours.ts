/** What a scripted model does when it is asked: well, badly, or not at all. The stand-in and the fake play the same. */
export type ModelBehaviour =
  | {
      readonly kind: 'answer';
      readonly text: string;
      readonly calls: readonly ScriptedCall[];
      readonly stopReason: string;
      readonly usage: ScriptedUsage;
      /** Between pieces of a stream. */
      readonly pauseMs: number;
      /** `cut` drops the connection before the end, `missing` closes it in good order, `stall` leaves it open. */
      readonly ending: 'complete' | 'cut' | 'missing' | 'stall';
    }
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly headers: Readonly<Record<string, string>>;
      /** What the error says besides. */
      readonly message: string;
    }
  | { readonly kind: 'silence' }
  /** An error inside a stream that began well, by the type the Messages API gives it, such as `overloaded_error`. */
  | { readonly kind: 'late-error'; readonly type: string; readonly text: string }
  /** Bytes of no known form, with status 200. */
  | { readonly kind: 'nonsense'; readonly body: string }
  /** Text without end: about a megabyte at a time for as long as somebody listens. */
  | { readonly kind: 'endless' };

/** `json` is what is sent for the input: it need not be JSON. */
export type ScriptedCall = { readonly id: string; readonly tool: string; readonly json: string };
export type ScriptedUsage = { readonly inputTokens: number; readonly outputTokens: number };

type Answer = Extract<ModelBehaviour, { kind: 'answer' }>;
type Extras = Partial<Omit<Answer, 'kind'>>;

const answer = (extras: Extras): ModelBehaviour => ({
  kind: 'answer',
  text: '',
  calls: [],
  stopReason: (extras.calls?.length ?? 0) > 0 ? 'tool_use' : 'end_turn',
  usage: { inputTokens: 100, outputTokens: 20 },
  pauseMs: 0,
  ending: 'complete',
  ...extras,
});

const status = (code: number, headers: Readonly<Record<string, string>> = {}, message = ''): ModelBehaviour => ({
  kind: 'status',
  status: code,
  headers,
  message,
});

export const plays = {
  /** Prose; streamed word by word to whoever asked for a stream. */
  text: (text: string, extras: Extras = {}) => answer({ text, ...extras }),
  /** A structured answer: the value as JSON. Give what does not fit the schema to play a model that ignores it. */
  json: (value: unknown, extras: Extras = {}) => answer({ text: JSON.stringify(value), ...extras }),
  /** Asks for tools, after some prose if `text` is among the extras. Ids are `call_1`, `call_2` … */
  calls: (calls: readonly { readonly tool: string; readonly input: unknown }[], extras: Extras = {}) =>
    answer({
      calls: calls.map(({ tool, input }, at) => ({ id: `call_${at + 1}`, tool, json: JSON.stringify(input) })),
      ...extras,
    }),
  /** Asks for tools with ids and inputs as they are written here. */
  rawCalls: (calls: readonly ScriptedCall[], extras: Extras = {}) => answer({ calls, ...extras }),
  refusal: () => answer({ text: 'I cannot', stopReason: 'refusal' }),
  /** Out of room: `max_tokens`. */
  tooLong: (text = 'and so on and') => answer({ text, stopReason: 'max_tokens' }),
  /** One word in each `pauseMs`. */
  drip: (text: string, pauseMs: number) => answer({ text, pauseMs }),
  /** The connection is lost after the text. */
  reset: (text = 'half of') => answer({ text, ending: 'cut' }),
  /** The stream ends in good order, but before its end. */
  truncated: (text = 'half of') => answer({ text, ending: 'missing' }),
  /** Begins, and then says nothing more. */
  stalled: (text = 'half of') => answer({ text, ending: 'stall' }),
  overloaded: () => status(529),
  rateLimited: (retryAfterSeconds: number) => status(429, { 'retry-after': String(retryAfterSeconds) }),
  unauthorised: () => status(401),
  badRequest: () => status(400),
  failing: () => status(500),
  status,
  silence: (): ModelBehaviour => ({ kind: 'silence' }),
  lateError: (type: string, text = 'half of'): ModelBehaviour => ({ kind: 'late-error', type, text }),
  nonsense: (body = '<html>Bad gateway</html>'): ModelBehaviour => ({ kind: 'nonsense', body }),
  giant: (bytes = 100_000_000) => answer({ text: 'x'.repeat(bytes) }),
  endless: (): ModelBehaviour => ({ kind: 'endless' }),
} as const;

/** Words with the spaces behind them. */
export const piecesOf = (text: string): string[] => text.match(/\S+\s*|\s+/g) ?? [];
