import type { Ctx } from '../kit/ctx.ts';
import { type AskModelCode, askModel } from '../workspaces/index.ts';
import type { Mapping } from './domain/mapping.ts';
import { maskSample } from './domain/model-suggestion/mask-sample.ts';
import { questionOf, SUGGEST_SYSTEM } from './domain/model-suggestion/prompt.ts';
import { parseJson } from './domain/parse-json.ts';
import type { StoredSample } from './model.ts';
import { CANDIDATES_SCHEMA, readCandidates } from './read-candidates.ts';

/** Why a suggestion is not the model's. */
export type ModelNote = Exclude<AskModelCode, 'CANCELLED'> | 'NO_CANDIDATE' | 'TOO_COSTLY' | 'NOT_BETTER';

export type Proposals =
  | { readonly ok: true; readonly mappings: readonly Mapping[] }
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
  if (!ctx.model || !answer.ok) return no('NOT_SET_UP', 'No model is set up.');
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
    // Nobody cancels it.
    return no(code === 'CANCELLED' ? 'TIMEOUT' : code, message);
  }
  const mappings = readCandidates(said.text, masked.unmask);
  if (!mappings) return no('MALFORMED', 'The model’s answer is not of the form that was asked for.');
  return mappings.length > 0 ? { ok: true, mappings } : no('NO_CANDIDATE', 'The model found no mapping.');
}

const no = (note: ModelNote, message: string): Proposals => ({ ok: false, note, message });
