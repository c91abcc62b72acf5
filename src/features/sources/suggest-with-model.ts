import type { Ctx } from '../kit/ctx.ts';
import { type AskModelCode, askModel } from '../workspaces/index.ts';
import type { ProposedMapping } from './domain/mapper-job.ts';
import { maskSample } from './domain/model-suggestion/mask-sample.ts';
import { questionOf, SUGGEST_SYSTEM } from './domain/model-suggestion/prompt.ts';
import { parseJson } from './domain/parse-json.ts';
import type { StoredSample } from './model.ts';
import { CANDIDATES_SCHEMA, readCandidates } from './read-candidates.ts';

/** Why a suggestion is not the model's. */
export type ModelNote = Exclude<AskModelCode, 'CANCELLED'> | 'NO_CANDIDATE' | 'TOO_COSTLY' | 'NOT_BETTER';

export type Proposals =
  | { readonly ok: true; readonly mappings: readonly ProposedMapping[] }
  | { readonly ok: false; readonly note: ModelNote; readonly message: string };

/** Somebody waits for it. */
const MODEL_MS = 20_000;
const MAX_OUTPUT_TOKENS = 6_000;

/**
 * Asks the model for mappings of the sample. It sees names of fields and shapes of values, and the descriptions; what it says is
 * taken for mappings or for nothing.
 */
export async function proposeMappings(
  ctx: Ctx,
  sample: StoredSample,
  { descriptions, knownIds }: { readonly descriptions: readonly string[]; readonly knownIds: readonly string[] },
): Promise<Proposals> {
  const answer = parseJson(sample.json);
  if (!ctx.model || !answer.ok) return no(...FAILURES.NOT_SET_UP);
  const masked = maskSample(answer.value, { known: new Set(knownIds), descriptions });
  const said = await askModel(ctx, {
    system: SUGGEST_SYSTEM,
    messages: [{ role: 'user', text: questionOf(descriptions, masked.json) }],
    tools: [],
    outputSchema: CANDIDATES_SCHEMA,
    maxOutputTokens: MAX_OUTPUT_TOKENS,
    timeoutMs: MODEL_MS,
    signal: null,
    onText: null,
  });
  if (!said.ok) {
    const { code, message } = said.failure;
    // What else is said is for the operator, and in the log.
    return code === 'BUDGET_EXHAUSTED' ? no(code, message) : no(...FAILURES[code]);
  }
  const mappings = readCandidates(said.text, { described: descriptions.length, unmask: masked.unmask });
  if (!mappings) return no(...FAILURES.MALFORMED);
  return mappings.length > 0 ? { ok: true, mappings } : no('NO_CANDIDATE', 'The model found no mapping.');
}

const FAILURES: Readonly<Record<Exclude<AskModelCode, 'BUDGET_EXHAUSTED'>, readonly [ModelNote, string]>> = {
  NOT_SET_UP: ['NOT_SET_UP', 'The operator of this server has set up no model.'],
  UNREACHABLE: ['UNREACHABLE', 'The model’s service could not be reached.'],
  TIMEOUT: ['TIMEOUT', `The model did not answer within ${MODEL_MS / 1_000} s.`],
  OVERLOADED: ['OVERLOADED', 'The model’s service is overloaded: try again later.'],
  RATE_LIMITED: ['RATE_LIMITED', 'The model’s service takes no more requests for now: try again later.'],
  KEY_REFUSED: ['KEY_REFUSED', 'The model’s service refuses the key of this server: tell its operator.'],
  REFUSED: ['REFUSED', 'The model refused to answer.'],
  TOO_LONG: ['TOO_LONG', 'The model’s answer became too long: describe fewer metrics.'],
  MALFORMED: ['MALFORMED', 'The model’s answer is not of the form that was asked for.'],
  // Nobody cancels it.
  CANCELLED: ['TIMEOUT', 'The model’s answer was not waited for.'],
};

const no = (note: ModelNote, message: string): Proposals => ({ ok: false, note, message });
