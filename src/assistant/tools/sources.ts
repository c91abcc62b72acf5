import { z } from 'zod';
import {
  bannerOf,
  findCustomApi,
  gapsOf,
  listSyncRuns,
  nextDailyAt,
  readCoverage,
  type SyncRun,
} from '../../features/sources/index.ts';
import { countUnmatchedAccounts } from '../../features/usage/index.ts';
import { answered, freshnessOf, shown, shownOrNull } from './answers.ts';
import { defineTool } from './define-tool.ts';
import { NOTHING } from './inputs.ts';
import { count, dayOrNull, instantOrNull, number, range, text, textOrNull } from './outputs.ts';

const PROBLEM = z.strictObject({
  code: text('The reason, to switch on.'),
  message: text('The reason, for people.'),
  hint: text('What to do about it.'),
});
const RUN = z.strictObject({
  id: text('The run’s id, `run_…`.'),
  kind: z.enum(['BACKFILL', 'BACKFILL_RANGE', 'DAILY', 'SYNC_NOW']).describe('What started it.'),
  status: z
    .enum(['QUEUED', 'FETCHING', 'STORING', 'RETRYING', 'SUCCEEDED', 'SUCCEEDED_WITH_WARNING', 'FAILED', 'CANCELLED'])
    .describe('How far it is; the last four are final.'),
  days: range('The days it fetches.'),
  progress: number('How far it is, 0 to 1.'),
  rowsStored: count('Rows stored.'),
  rowErrorCount: count('Rows that could not be read.'),
  warning: textOrNull('What is worth a look although it succeeded; null when nothing is.'),
  error: PROBLEM.nullable().describe('Why it failed; null unless it did.'),
  startedAt: instantOrNull('When it started; null while it waits.'),
  finishedAt: instantOrNull('When it ended; null while it runs.'),
});
export const OUTPUT = z.strictObject({
  status: z
    .enum(['NOT_CONNECTED', 'MAPPING', 'BACKFILLING', 'CONNECTED', 'ERROR', 'DISCONNECTED'])
    .describe(
      'How the connection to the company’s usage endpoint stands. MAPPING: connected, and no mapping is saved yet.',
    ),
  isFresh: z.boolean().describe('Whether usage is as recent as it should be: it came within the last 36 hours.'),
  lastSyncAt: instantOrNull('When usage last came; null when it never did.'),
  lastSyncedDay: dayOrNull(
    'The last day of which usage is known; null when none is. Yesterday is the latest there can be.',
  ),
  nextSyncAt: instantOrNull('When the next daily synchronisation is due; null while nothing is mapped.'),
  banner: PROBLEM.extend({ level: z.enum(['YELLOW', 'RED']).describe('RED: nothing more comes until somebody acts.') })
    .nullable()
    .describe('The one thing to say about the connection; null when all is well.'),
  runningRun: RUN.nullable().describe('The synchronisation under way; null when none is.'),
  lastEndedRun: RUN.nullable().describe('The last synchronisation that ended; null when none did.'),
  gaps: z
    .array(range('A gap.'))
    .describe(
      'Days that were never synchronised and that no daily run makes up any more, the latest first; at most 10.',
    ),
  gapCount: count('How many such gaps there are.'),
  trackedMetrics: z.array(z.string()).describe('Names of the metrics that are synchronised.'),
  unmatchedIdCount: count('Ids that usage comes with and that no account has.'),
});

const MOST_GAPS = 10;

export const getSyncState = defineTool({
  name: 'get_sync_state',
  title: 'Synchronisation',
  description:
    'Whether the data is fresh: the state of the usage source, the last synchronised day (days are UTC; yesterday is the latest there can ' +
    'be), when usage last came and when the next daily synchronisation is due, what is wrong and how to mend it, the run under way, ' +
    'gaps in the history, and how many ids are unmatched.',
  access: 'MEMBER',
  input: NOTHING,
  output: OUTPUT,
  run: async (ctx) => {
    const now = ctx.clock.now();
    const [api, coverage, page, unmatchedIdCount] = await Promise.all([
      findCustomApi(ctx),
      readCoverage(ctx),
      listSyncRuns(ctx, { first: 10, after: null }),
      countUnmatchedAccounts(ctx),
    ]);
    const runs = page.ok ? page.value.edges.map(({ node }) => node) : [];
    const running = runs.find(isUnderWay) ?? null;
    const ended = runs.find((run) => !isUnderWay(run)) ?? null;
    const banner = bannerOf(api, now);
    const gaps = gapsOf(api.syncedDays, now);
    const data = {
      status: api.status,
      isFresh: coverage.state === 'CURRENT',
      lastSyncAt: api.lastSyncAt?.toISOString() ?? null,
      lastSyncedDay: api.lastSyncedDay,
      nextSyncAt: api.mapping ? nextDailyAt(ctx.actor.workspaceId, now).toISOString() : null,
      banner: banner && { ...problem(banner), level: banner.level },
      runningRun: running && shownRun(running),
      lastEndedRun: ended && shownRun(ended),
      gaps: gaps.slice(-MOST_GAPS).reverse(),
      gapCount: gaps.length,
      trackedMetrics: (api.mapping?.metrics ?? []).map(({ name }) => shown(name)),
      unmatchedIdCount,
    };
    const [first] = api.syncedDays;
    const days = first && api.lastSyncedDay ? { from: first.from, to: api.lastSyncedDay } : null;
    const about = [running, ended].flatMap((run) => (run ? { id: run.id, label: `${run.kind} ${run.status}` } : []));
    const truncated = gaps.length > MOST_GAPS;
    return answered(data, { days, freshness: freshnessOf(coverage), about, truncated });
  },
});

const isUnderWay = ({ finishedAt, status }: SyncRun): boolean =>
  finishedAt === null && !['SUCCEEDED', 'SUCCEEDED_WITH_WARNING', 'FAILED', 'CANCELLED'].includes(status);

type Problem = { readonly code: string; readonly message: string; readonly hint: string };
/** Messages may quote what the endpoint said. */
const problem = ({ code, message, hint }: Problem) => ({ code, message: shown(message, 500), hint: shown(hint, 500) });

const shownRun = (run: SyncRun) => ({
  id: run.id,
  kind: run.kind,
  status: run.status,
  days: run.window,
  progress: run.progress,
  rowsStored: run.rowsStored,
  rowErrorCount: run.rowErrorCount,
  warning: shownOrNull(run.warning, 500),
  error: run.error && problem(run.error),
  startedAt: run.startedAt?.toISOString() ?? null,
  finishedAt: run.finishedAt?.toISOString() ?? null,
});
