/** The port: a language model. What it answers is a stranger's word; nothing it says is acted on unchecked. */
export type Model = {
  /** The model's name as its maker spells it, for the record of what was asked. */
  readonly name: string;
  /** One answer to a conversation so far. Never throws for what the other side does; ends early when `signal` aborts. */
  readonly answer: (request: ModelRequest) => Promise<ModelAnswer>;
};

export type ModelRequest = {
  /** Who it is and what it must not do; the same for every request of a kind, so that it can be cached. */
  readonly system: string;
  readonly messages: readonly ModelMessage[];
  /** What it may ask for; none when empty. */
  readonly tools: readonly ModelTool[];
  /** JSON Schema of the whole answer; null for prose. What is answered is JSON then: that it fits is for the caller to see. */
  readonly outputSchema: JsonSchema | null;
  readonly maxOutputTokens: number;
  /** For the whole answer, tries included. */
  readonly timeoutMs: number;
  readonly signal: AbortSignal | null;
  /** Pieces of prose as they come; a try that failed after some is not tried again. */
  readonly onText: ((piece: string) => void) | null;
};

export type JsonSchema = Readonly<Record<string, unknown>>;

export type ModelMessage =
  | { readonly role: 'user'; readonly text: string }
  | { readonly role: 'assistant'; readonly text: string; readonly calls: readonly ModelCall[] }
  | { readonly role: 'results'; readonly results: readonly ModelCallResult[] };

export type ModelCall = { readonly id: string; readonly tool: string; readonly input: unknown };
export type ModelCallResult = { readonly id: string; readonly content: string; readonly isError: boolean };
export type ModelTool = { readonly name: string; readonly description: string; readonly inputSchema: JsonSchema };

export type ModelAnswer =
  | {
      readonly ok: true;
      readonly text: string;
      /** Not empty: it waits for their results. Inputs are objects; that tools of these names exist is for the caller to see. */
      readonly calls: readonly ModelCall[];
      readonly usage: ModelUsage;
    }
  | { readonly ok: false; readonly failure: ModelFailure; readonly usage: ModelUsage };

/** Tokens, as the model's maker counts and bills them; zero where nothing was said. */
export type ModelUsage = { readonly inputTokens: number; readonly outputTokens: number };

/** What the operator lets each workspace use of it in a UTC day. Tokens are those read and those written together. */
export type ModelLimits = { readonly callsPerDay: number; readonly tokensPerDay: number };

export const MODEL_FAILURES = [
  'UNREACHABLE',
  'TIMEOUT',
  'OVERLOADED',
  'RATE_LIMITED',
  'KEY_REFUSED',
  'REFUSED',
  'TOO_LONG',
  'MALFORMED',
  'CANCELLED',
] as const;
export type ModelFailureCode = (typeof MODEL_FAILURES)[number];
/** `message` is for the operator: it holds no key, and nothing of what was asked or answered. */
export type ModelFailure = { readonly code: ModelFailureCode; readonly message: string };
