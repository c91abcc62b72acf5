import { err, ok, type Result } from '../../lib/result.ts';
import type { Ctx } from '../kit/ctx.ts';
import { knownExternalIds } from '../usage/index.ts';
import { takeTurn } from './ask-endpoint.ts';
import {
  CHANNEL,
  type MapperJob,
  type SampleWork,
  type SuggestDone,
  type SuggestJob,
  type SuggestResult,
  type ValuesResult,
} from './domain/mapper-job.ts';
import { explainThrown } from './explain-thrown.ts';
import type { StoredSample } from './model.ts';

/** Far more than a sample of 8 KB takes; expressions that a model made may take for ever. */
const SEARCH_MS = 10_000;
/** An answer names more accounts than a sample can. */
const MOST_VALUES = 2_000;

export type SearchFailure = {
  readonly code: 'NO_ROWS_FOUND' | 'NOT_JSON' | 'ANSWER_TOO_COSTLY';
  readonly message: string;
  readonly hint: string;
};
export type Found = SuggestDone & {
  /** The distinct account ids that its mapping gives, as binary COPY streams. */
  readonly ids: readonly Uint8Array[];
};

/** Those of the sample's values and keys that are ids of accounts of the workspace. */
export async function knownIdsIn(ctx: Ctx, sample: StoredSample): Promise<Result<readonly string[], SearchFailure>> {
  const found = await runOn<ValuesResult>(ctx, sample, { kind: 'values', limit: MOST_VALUES });
  if (!found.ok) return found;
  return ok(await knownExternalIds(ctx, found.value.values));
}

export async function searchSample(
  ctx: Ctx,
  sample: StoredSample,
  job: Omit<SuggestJob, 'kind'>,
): Promise<Result<Found, SearchFailure>> {
  const ids: Uint8Array[] = [];
  const found = await runOn<SuggestResult>(ctx, sample, { kind: 'suggest', ...job }, (channel, bytes) => {
    if (channel === CHANNEL.accounts) ids.push(bytes);
  });
  return found.ok ? ok({ ...found.value, ids }) : found;
}

type Ended = ValuesResult | SuggestResult;

async function runOn<R extends Ended>(
  ctx: Ctx,
  { json }: StoredSample,
  work: SampleWork,
  onData: (channel: number, bytes: Uint8Array) => void = () => {},
): Promise<Result<Extract<R, { ok: true }>, SearchFailure>> {
  // Of lines the sample is the list.
  const job: MapperJob = { ...work, lines: false, paging: null };
  const run = () => ctx.mappers.run({ job, body: bodyOf(json), timeoutMs: SEARCH_MS, onData }) as Promise<R>;
  try {
    const result = await takeTurn(ctx.actor.workspaceId, run);
    return result.ok ? ok(result as Extract<R, { ok: true }>) : err(known(result.error));
  } catch (error) {
    return err(known(explainThrown(error)));
  }
}

async function* bodyOf(json: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(json);
}

function known({
  code,
  message,
  hint,
}: {
  readonly code: string;
  readonly message: string;
  readonly hint: string;
}): SearchFailure {
  if (code === 'NO_ROWS_FOUND' || code === 'NOT_JSON' || code === 'ANSWER_TOO_COSTLY') return { code, message, hint };
  throw new Error(`a search of a sample cannot fail with ${code}`);
}
