import { windowEnding } from '../../lib/day.ts';
import { err, ok } from '../../lib/result.ts';
import { yesterday } from '../../platform/clock.ts';
import { forbidden } from '../kit/authorize.ts';
import type { Ctx } from '../kit/ctx.ts';
import { type Outcome, refuse } from '../kit/refusal.ts';
import { countMatchingAccounts, findMatchingAccounts } from '../usage/index.ts';
import { askEndpoint, reasonAndCure } from './ask-endpoint.ts';
import { checkMapping } from './domain/check-mapping.ts';
import { CREDENTIALS_UNREADABLE } from './domain/explain-failure.ts';
import { CHANNEL, type PreviewResult } from './domain/mapper-job.ts';
import type { Mapping } from './domain/mapping.ts';
import type { AskFailureCode } from './explain-thrown.ts';
import type { MappingPreview } from './model.ts';
import { openSource } from './request-secrets.ts';
import { TEST_DAYS } from './try-endpoint.ts';

export type PreviewMappingCode =
  | 'FORBIDDEN'
  | 'INVALID_INPUT'
  | 'NOT_CONNECTED'
  | 'INVALID_MAPPING'
  | 'CREDENTIALS_UNREADABLE'
  | Exclude<AskFailureCode, 'CANCELLED' | 'TOO_MANY_PAGES'>;

/** The one path that is evaluated on the answer as a whole; what is wrong with the others shows row by row. */
const ABOUT_ROWS_PATH: readonly AskFailureCode[] = ['ROWS_PATH_NO_DATA', 'ROWS_PATH_NOT_A_LIST', 'EXPRESSION_FAILED'];

/** Maps a fresh answer for the last 7 days and shows what would be stored. Stores nothing. */
export async function previewMapping(
  ctx: Ctx,
  input: { readonly mapping: Mapping; readonly first: number },
): Promise<Outcome<MappingPreview, PreviewMappingCode>> {
  const no = forbidden(ctx.actor, 'ADMIN');
  if (no) return no;
  if (input.first < 1 || input.first > 100) {
    return refuse('INVALID_INPUT', `first is 1 to 100, not ${input.first}.`, ['input', 'first']);
  }
  const {
    source: { endpoint },
    secrets,
  } = await openSource(ctx);
  if (!endpoint || !secrets) return refuse('NOT_CONNECTED', 'No endpoint is connected: call connectCustomApi first.');
  if (secrets === 'UNREADABLE') return refuse('CREDENTIALS_UNREADABLE', reasonAndCure(CREDENTIALS_UNREADABLE));
  const checked = checkMapping(input.mapping);
  if (!checked.ok) return err(checked.error.map(invalidMapping));

  const window = windowEnding(yesterday(ctx.clock), TEST_DAYS);
  const ids: Uint8Array[] = [];
  const asked = await askEndpoint<Extract<PreviewResult, { ok: true }>>(ctx, {
    endpoint,
    secrets,
    window,
    job: { kind: 'preview', mapping: input.mapping, window, first: input.first },
    onData: async (channel, bytes) => {
      if (channel === CHANNEL.accounts) ids.push(bytes);
    },
  });
  if (!asked.outcome.ok) {
    const { code } = asked.outcome.error;
    // Nobody cancels a preview, and it stops after a few pages.
    if (code === 'CANCELLED' || code === 'TOO_MANY_PAGES') throw new Error(`a preview cannot fail with ${code}`);
    const field = ABOUT_ROWS_PATH.includes(code) ? ['input', 'mapping', 'rowsPath'] : [];
    return refuse(code, reasonAndCure(asked.outcome.error), field);
  }
  const { counts, rows, result, problems } = asked.outcome.value;
  const accounts = await findMatchingAccounts(
    ctx,
    rows.map((row) => row.externalId),
  );
  const metricNames = input.mapping.metrics.map((metric) => metric.name);
  return ok({
    ...window,
    counts,
    matchedAccounts: await countMatchingAccounts(ctx, ids),
    rows: rows.map((row, index) => ({ ...row, metricNames, account: accounts[index] ?? null })),
    result,
    metricNames,
    problems,
    warnings: asked.notices,
  });
}

/** A mistake in a mapping, as both verbs that take one report it. */
export const invalidMapping = ({
  field,
  message,
}: {
  readonly field: readonly string[];
  readonly message: string;
}) => ({
  code: 'INVALID_MAPPING' as const,
  message,
  field: ['input', ...field],
});
