import { z } from 'zod';
import { summariseAccounts } from '../../features/accounts/index.ts';
import { SEVERITIES, SIGNAL_TYPES, summariseSignals } from '../../features/signals/index.ts';
import { findCustomApi, readCoverage } from '../../features/sources/index.ts';
import { countUnmatchedAccounts, listMetrics } from '../../features/usage/index.ts';
import { findWorkspace } from '../../features/workspaces/index.ts';
import { answered, finite, freshnessOf, shown } from './answers.ts';
import { defineTool } from './define-tool.ts';
import { NOTHING } from './inputs.ts';
import { AGGREGATION, BAND, count, number, text } from './outputs.ts';

const SEVERITY = z.enum(SEVERITIES).describe('How urgent they are; CRITICAL is the worst.');
export const OUTPUT = z.strictObject({
  workspace: text('The workspace’s name.'),
  accountCount: count('How many accounts there are.'),
  arr: number(
    'ARR of all accounts together, in the company’s own currency, which is not known; null when no account has any.',
  ),
  accountsWithArr: count('How many accounts have an ARR: it is the sum of these alone.'),
  bands: z
    .array(
      z.strictObject({
        band: BAND,
        accountCount: count('How many accounts are in it.'),
        arr: number('Their ARR together; null when none has any.'),
        accountsWithArr: count('How many of them have an ARR.'),
      }),
    )
    .describe('Accounts by band of health, the worst first; those without a score have the band null.'),
  openSignalCount: count('Open signals.'),
  openSignalsBySeverity: z
    .array(z.strictObject({ severity: SEVERITY, count: count('How many.') }))
    .describe('The worst first; severities without any are left out.'),
  openSignalsByType: z
    .array(
      z.strictObject({
        type: z.enum(SIGNAL_TYPES).describe('What is the matter.'),
        severity: SEVERITY,
        count: count('How many.'),
      }),
    )
    .describe('By type and severity, the worst first; EXPANSION is good news.'),
  acknowledgedSignalCount: count('Signals that somebody sees to.'),
  sourceStatus: text('How the connection to the usage endpoint stands, such as CONNECTED.'),
  unmatchedIdCount: count('Ids that usage comes with and that no account has.'),
  metrics: z
    .array(
      z.strictObject({
        name: text('The metric’s name, as the company spells it.'),
        aggregation: AGGREGATION,
        isTracked: z.boolean().describe('Whether it is synchronised now; false: history alone.'),
      }),
    )
    .describe('All metrics there are.'),
});

const BAND_ORDER = ['POOR', 'STABLE', 'HEALTHY', null] as const;

export const getWorkspaceOverview = defineTool({
  name: 'get_workspace_overview',
  title: 'Overview of the workspace',
  description:
    'The whole customer base at a glance: how many accounts, their ARR (in the company’s own currency, which is not known) and how both ' +
    'spread over the bands of health, open signals by severity and type, the metrics that are tracked with how each adds up, how fresh ' +
    'usage is, and how many ids are unmatched. Start here when it is not clear what there is.',
  access: 'MEMBER',
  input: NOTHING,
  output: OUTPUT,
  run: async (ctx) => {
    const [workspace, groups, open, acknowledged, metrics, api, coverage, unmatchedIdCount] = await Promise.all([
      findWorkspace(ctx),
      summariseAccounts(ctx),
      summariseSignals(ctx, ['OPEN']),
      summariseSignals(ctx, ['ACKNOWLEDGED']),
      listMetrics(ctx),
      findCustomApi(ctx),
      readCoverage(ctx),
      countUnmatchedAccounts(ctx),
    ]);
    const tracked = new Set((api.mapping?.metrics ?? []).map(({ name }) => name));
    const bands = BAND_ORDER.flatMap((band) => {
      const group = groups.find((one) => one.band === band);
      return group ? { ...group, arr: finite(group.arr) } : [];
    });
    const amounts = bands.flatMap(({ arr }) => arr ?? []);
    const data = {
      workspace: shown(workspace.name),
      accountCount: sumOf(groups.map(({ accountCount }) => accountCount)),
      arr: amounts.length === 0 ? null : finite(sumOf(amounts)),
      accountsWithArr: sumOf(groups.map(({ accountsWithArr }) => accountsWithArr)),
      bands,
      openSignalCount: sumOf(open.map((one) => one.count)),
      openSignalsBySeverity: SEVERITIES.toReversed().flatMap((severity) => {
        const ofIt = sumOf(open.filter((one) => one.severity === severity).map((one) => one.count));
        return ofIt > 0 ? { severity, count: ofIt } : [];
      }),
      openSignalsByType: open,
      acknowledgedSignalCount: sumOf(acknowledged.map((one) => one.count)),
      sourceStatus: api.status,
      unmatchedIdCount,
      metrics: metrics.map(({ name, aggregation }) => ({
        name: shown(name),
        aggregation,
        isTracked: tracked.has(name),
      })),
    };
    const [first] = api.syncedDays;
    const days = first && api.lastSyncedDay ? { from: first.from, to: api.lastSyncedDay } : null;
    return answered(data, { days, freshness: freshnessOf(coverage) });
  },
});

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
