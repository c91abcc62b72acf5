import { type DayWindow, windowEnding } from '../../lib/day.ts';
import { err, ok } from '../../lib/result.ts';
import { yesterday } from '../../platform/clock.ts';
import type { Ctx } from '../kit/ctx.ts';
import { type Outcome, type Refusal, refuse } from '../kit/refusal.ts';
import { checkTokenUrl, forgetTokens } from './access-tokens.ts';
import { askEndpoint, reasonAndCure } from './ask-endpoint.ts';
import { checkEndpoint } from './domain/check-endpoint.ts';
import { type Endpoint, endpointWarnings, type RequestSecrets } from './domain/endpoint.ts';
import { explainFailure, type FetchFailureCode } from './domain/explain-failure.ts';
import type { ProbeResult } from './domain/mapper-job.ts';
import { fillPlaceholders } from './domain/placeholders.ts';
import type { AskFailure } from './explain-thrown.ts';
import { SAMPLE_BYTES, type StoredSample } from './model.ts';

/** Why an endpoint that is tried is not taken. */
export type TryEndpointCode =
  | 'INVALID_INPUT'
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

export type Connection = { readonly endpoint: Endpoint; readonly secrets: RequestSecrets };

/** What came of trying; `test` is null when no call was made. */
export type Tried<T, Code extends string> = Outcome<T, Code> & { readonly test: ConnectionTest | null };

/** How many days, ending yesterday, an endpoint is tried with. */
export const TEST_DAYS = 7;

/** Calls the endpoint for the last 7 days and, when it answers with JSON, returns a sample of the answer. */
export async function tryEndpoint(ctx: Ctx, connection: Connection): Promise<Tried<StoredSample, TryEndpointCode>> {
  const window = windowEnding(yesterday(ctx.clock), TEST_DAYS);
  const refusals = checkInput(ctx, connection, window);
  if (refusals.length > 0) return { ...err(refusals), test: null };
  // A kept token would hide that the credentials are no good any more, or that they allow more than before.
  forgetTokens(ctx);
  const asked = await askEndpoint<Extract<ProbeResult, { ok: true }>>(ctx, {
    ...connection,
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
    warnings: [...endpointWarnings(connection.endpoint.url, connection.secrets), ...asked.notices],
  };
  if (!outcome.ok) return { ...refuseFailure(outcome.error), test };
  return { ...ok({ ...outcome.value.sample, fetchedAt: ctx.clock.now() }), test };
}

function checkInput(ctx: Ctx, { endpoint, secrets }: Connection, window: DayWindow): Refusal<TryEndpointCode>[] {
  const problems = checkEndpoint(endpoint, secrets);
  if (problems.length > 0) {
    return problems.map(({ field, message }) => ({ code: 'INVALID_INPUT', message, field: ['input', ...field] }));
  }
  const failure = ctx.outbound.check(fillPlaceholders(endpoint.url, { window }, 'URL'));
  if (failure) return [...refuseFailure({ ...explainFailure(failure), retry: null }).error];
  const tokenFailure = checkTokenUrl(ctx, secrets.auth);
  return tokenFailure ? [...refuseFailure(tokenFailure).error] : [];
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
    case 'PAGING_FAILED':
    case 'PAGING_LOOP':
    case 'TOO_MANY_PAGES':
      throw new Error(`a probe cannot fail with ${code}`);
    default:
      return refuse<TryEndpointCode>(code, reasonAndCure(failure), [
        'input',
        ...(failure.field ?? [FIELD_AT_FAULT[code] ?? 'url']),
      ]);
  }
}
