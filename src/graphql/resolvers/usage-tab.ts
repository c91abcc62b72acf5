import {
  type AccountUsage,
  activeDays,
  averageWhenActive,
  daysWithAny,
  knownDays,
  type MetricUsage,
  syncedDays,
} from '../../features/usage/index.ts';
import { addDays, type DayWindow } from '../../lib/day.ts';
import { loadersOf, type RequestContext } from '../context.ts';
import type { Resolvers, ResolversTypes } from '../generated.ts';

/** What the usage tab of one account shows beside the series themselves. */
export const usageTabResolvers: Resolvers = {
  AccountUsage: {
    firstUsedOn: async ({ account }, _, context) => (await loadersOf(context).usedDays.load(account.id))?.from ?? null,
    lastUsedOn: async ({ account }, _, context) => (await loadersOf(context).usedDays.load(account.id))?.to ?? null,
    activeDays: ({ metrics }) => daysWithAny(metrics.map(({ values }) => values)),
    activeDayShare: ({ window, metrics }, _, context) => shareOf(metrics, window, context),
    annotations: (usage, _, context) => annotationsOf(usage, context),
  },
  MetricUsage: {
    activeDays: ({ values }) => activeDays(values),
    activeDayShare: (metric, _, context) => shareOf([metric], metric.window, context),
    averageWhenActive: ({ values }) => averageWhenActive(values),
    baseline: ({ account, name, window }, _, context) =>
      loadersOf(context).range(window).baselines.load({ accountId: account.id, metric: name }),
  },
  UsageBaseline: {
    anomalies: ({ window, anomalies }) =>
      anomalies.map(({ offset, ...rest }) => ({ ...rest, day: addDays(window.from, offset) })),
  },
  UsageAnnotation: { __resolveType: ({ __typename }) => __typename ?? null },
};

async function shareOf(
  metrics: readonly Pick<MetricUsage, 'values'>[],
  window: DayWindow,
  context: RequestContext,
): Promise<number | null> {
  const { syncedDays: ranges } = await loadersOf(context).customApi();
  const series = metrics.map(({ values }) => values);
  const known = knownDays(syncedDays(ranges, window), series);
  return known === 0 ? null : daysWithAny(series) / known;
}

type Annotation = Awaited<ResolversTypes['UsageAnnotation']>;

async function annotationsOf({ account, window }: AccountUsage, context: RequestContext): Promise<Annotation[]> {
  const range = loadersOf(context).range(window);
  const [marks, signals] = await Promise.all([range.syncMarks(), range.signals.load(account.id)]);
  const isShown = (day: string | null): day is string => day !== null && day >= window.from && day <= window.to;
  const ofSignals = signals.flatMap(({ signal, resolvedOn }): Annotation[] => {
    const of = (day: string, event: 'RAISED' | 'RESOLVED') => ({
      ...{ __typename: 'SignalAnnotation' as const, day, event, signal },
    });
    return [
      ...(isShown(signal.raisedOn) ? [of(signal.raisedOn, 'RAISED')] : []),
      ...(isShown(resolvedOn) ? [of(resolvedOn, 'RESOLVED')] : []),
    ];
  });
  const ofRuns = marks.map(
    (mark): Annotation =>
      mark.kind === 'GAP'
        ? { __typename: 'GapAnnotation', day: mark.day, to: mark.to }
        : { __typename: 'SyncAnnotation', ...mark },
  );
  // Sorting is stable: of one day first the runs, then the signals.
  return [...ofRuns, ...ofSignals].sort((a, b) => (a.day < b.day ? -1 : Number(a.day > b.day)));
}
