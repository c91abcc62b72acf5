import { type DayWindow, windowEnding } from '../../lib/day.ts';
import { err, ok, type Result } from '../../lib/result.ts';
import { yesterday } from '../../platform/clock.ts';
import { forbidden } from '../kit/authorize.ts';
import type { Ctx } from '../kit/ctx.ts';
import { type Outcome, type Refusal, refuse } from '../kit/refusal.ts';
import { type AskFailure, askEndpoint, reasonAndCure } from './ask-endpoint.ts';
import { checkEndpoint } from './domain/check-endpoint.ts';
import { type Endpoint, endpointWarnings, fillDates, type RequestSecrets } from './domain/endpoint.ts';
import { explainFailure, type FetchFailureCode } from './domain/explain-failure.ts';
import type { ProbeResult } from './domain/mapper-job.ts';
import { type CustomApi, SAMPLE_BYTES, type StoredSample } from './model.ts';
import { sealRequestSecrets } from './request-secrets.ts';
import { getCustomApi, lockCustomApi, saveConnection } from './store/index.ts';

export type ConnectCustomApiCode =
  | 'FORBIDDEN'
  | 'INVALID_INPUT'
  | 'ALREADY_CONNECTED'
  | Exclude<FetchFailureCode, 'CANCELLED'>
  | 'NOT_JSON'
  | 'ANSWER_TOO_COSTLY';

/** The call that was made to try the endpoint. */
export type ConnectionTest = {
  readonly requestedUrl: string;
  readonly window: DayWindow;
  readonly httpStatus: number | null;
  readonly durationMs: number;
  readonly responseBytes: number | null;
  readonly warnings: readonly string[];
};

type Connected = Outcome<CustomApi, ConnectCustomApiCode> & { readonly test: ConnectionTest | null };

/** How many days, ending yesterday, an endpoint is tried with. */
export const TEST_DAYS = 7;

/** Tries an endpoint and, when it answers with JSON, keeps it, its secrets sealed and a sample of the answer. */
export async function connectCustomApi(
  ctx: Ctx,
  input: { readonly endpoint: Endpoint; readonly secrets: RequestSecrets },
): Promise<Connected> {
  const no = forbidden(ctx.actor, 'ADMIN');
  if (no) return { ...no, test: null };
  const current = await getCustomApi(ctx.db.orm, ctx.actor, ctx.clock.now());
  if (current.mapping) return { ...alreadyConnected(), test: null };
  const window = windowEnding(yesterday(ctx.clock), TEST_DAYS);
  const refusals = checkInput(ctx, input.endpoint, input.secrets, window);
  if (refusals.length > 0) return { ...err(refusals), test: null };

  const asked = await askEndpoint<Extract<ProbeResult, { ok: true }>>(ctx, {
    ...input,
    window,
    job: { kind: 'probe', sampleBytes: SAMPLE_BYTES },
  });
  const { outcome } = asked;
  const test: ConnectionTest = {
    requestedUrl: asked.shownUrl,
    window,
    httpStatus: asked.httpStatus,
    durationMs: asked.durationMs,
    responseBytes: outcome.ok ? outcome.value.bytes : null,
    warnings: endpointWarnings(input.endpoint.url, input.secrets),
  };
  if (!outcome.ok) return { ...refuseFailure(outcome.error), test };
  const sample = { ...outcome.value.sample, fetchedAt: ctx.clock.now() };
  return { ...(await keep(ctx, input, sample)), test };
}

async function keep(
  ctx: Ctx,
  { endpoint, secrets }: { readonly endpoint: Endpoint; readonly secrets: RequestSecrets },
  sample: StoredSample,
): Promise<Result<CustomApi, readonly Refusal<'ALREADY_CONNECTED'>[]>> {
  const sealedRequest = sealRequestSecrets(ctx, secrets);
  return ctx.db.orm.transaction(async (tx) => {
    const current = await lockCustomApi(tx, ctx.actor, ctx.clock.now());
    // Asked again: somebody may have saved a mapping while the endpoint was being tried.
    if (current.mapping) return alreadyConnected();
    const connection = { ...endpoint, authKind: secrets.auth.kind, sealedRequest, sample };
    await saveConnection(tx, ctx.actor.workspaceId, connection, current.configVersion + 1);
    return ok(await getCustomApi(tx, ctx.actor, ctx.clock.now()));
  });
}

const alreadyConnected = () =>
  refuse(
    'ALREADY_CONNECTED',
    'A usage source with a saved mapping is connected. Disconnect it first; its history stays.',
  );

function checkInput(
  ctx: Ctx,
  endpoint: Endpoint,
  secrets: RequestSecrets,
  window: DayWindow,
): Refusal<ConnectCustomApiCode>[] {
  const problems = checkEndpoint(endpoint, secrets);
  if (problems.length > 0) {
    return problems.map(({ field, message }) => ({ code: 'INVALID_INPUT', message, field: ['input', ...field] }));
  }
  const failure = ctx.outbound.check(fillDates(endpoint.url, window));
  return failure ? [...refuseFailure(explainFailure(failure)).error] : [];
}

const FIELD_AT_FAULT: Partial<Record<AskFailure['code'], string>> = {
  CREDENTIALS_REFUSED: 'auth',
  TIMEOUT: 'timeoutSeconds',
  INVALID_HEADER: 'headers',
};

function refuseFailure(failure: AskFailure) {
  const { code } = failure;
  switch (code) {
    // Rows paths and expressions are not evaluated by a probe, and nothing cancels one.
    case 'CANCELLED':
    case 'ROWS_PATH_NO_DATA':
    case 'ROWS_PATH_NOT_A_LIST':
    case 'EXPRESSION_FAILED':
      throw new Error(`a probe cannot fail with ${code}`);
    default:
      return refuse<ConnectCustomApiCode>(code, reasonAndCure(failure), ['input', FIELD_AT_FAULT[code] ?? 'url']);
  }
}
