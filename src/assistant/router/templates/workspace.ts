import type { Slots } from '../intent.ts';
import { called, figure, first, many, metricName, money, percent, sentence, span } from '../say.ts';
import type { Session } from '../session.ts';

const MOST_METRICS = 15;

export async function tellOverview(session: Session): Promise<readonly string[]> {
  const used = await session.use('get_workspace_overview', {});
  if (!used.ok) return [`${used.message} ${used.ref}`];
  const { data, ref } = used;
  const arr =
    data.arr === null
      ? 'no ARR is known'
      : `${money(data.arr)} in your own currency, known of ${many(data.accountsWithArr, 'account')}`;
  const severities = data.openSignalsBySeverity.map(({ severity, count }) => `${figure(count)} ${severity}`);
  return [
    `${called(data.workspace)} has ${many(data.accountCount, 'account')}; ${arr}. ${ref}`,
    ...data.bands.map(
      (one) => `- ${one.band ?? 'No score yet'}: ${many(one.accountCount, 'account')}, ${money(one.arr)}`,
    ),
    `Open signals: ${figure(data.openSignalCount)}${severities.length > 0 ? ` (${severities.join(', ')})` : ''}; acknowledged: ${figure(data.acknowledgedSignalCount)}.`,
    `Ids that no account has: ${figure(data.unmatchedIdCount)}. The usage source is ${data.sourceStatus}.`,
    ...(data.metrics.length === 0
      ? ['No metrics are tracked yet.']
      : [
          'Metrics:',
          ...first(data.metrics, MOST_METRICS, ({ name, aggregation, isTracked }) => {
            const kind = aggregation === 'SUM' ? 'adds up' : `gauge, ${aggregation}`;
            return `${metricName(name)} (${kind}${isTracked ? '' : ', not tracked any more'})`;
          }),
        ]),
  ];
}

export async function tellFreshness(session: Session): Promise<readonly string[]> {
  const used = await session.use('get_sync_state', {});
  if (!used.ok) return [`${used.message} ${used.ref}`];
  const { data, ref } = used;
  const { banner, lastEndedRun: last, runningRun: running } = data;
  return [
    `${openingOf(data.isFresh, data.lastSyncedDay)} The source is ${data.status}. ${ref}`,
    ...(banner ? [`${banner.level}: ${sentence(banner.message)} ${sentence(banner.hint)}`] : []),
    `Usage last came ${data.lastSyncAt === null ? 'never' : at(data.lastSyncAt)}; the next daily synchronisation is ${data.nextSyncAt === null ? 'not planned' : `due ${at(data.nextSyncAt)}`}.`,
    ...(running
      ? [
          `Under way: ${running.kind} of ${span(running.days)}, ${running.status}${running.progress === null ? '' : `, ${percent(running.progress)} done`}.`,
        ]
      : []),
    ...(last
      ? [
          `The last one to end: ${last.kind} of ${span(last.days)}, ${last.status}, ${many(last.rowsStored, 'row')} stored, ${many(last.rowErrorCount, 'row')} unreadable.`,
        ]
      : []),
    ...(last?.warning ? [`Its warning: ${sentence(last.warning)}`] : []),
    ...(last?.error ? [`Its error: ${sentence(last.error.message)} ${sentence(last.error.hint)}`] : []),
    ...(data.gapCount > 0
      ? [
          `Days never synchronised: ${data.gaps.map(span).join(', ')}${data.gapCount > data.gaps.length ? ' and more' : ''}.`,
        ]
      : ['There are no gaps in the history.']),
    `Ids that no account has: ${figure(data.unmatchedIdCount)}.`,
  ];
}

const at = (instant: string): string => `${instant.slice(0, 16).replace('T', ' ')} UTC`;

function openingOf(isFresh: boolean, lastSyncedDay: string | null): string {
  if (lastSyncedDay === null) return 'No usage was synchronised yet.';
  return isFresh
    ? `Yes, the data is fresh: usage is known up to ${lastSyncedDay}.`
    : `No, the data is stale: usage is known only up to ${lastSyncedDay}, and none came for over 36 hours.`;
}

export async function tellUnmatched(session: Session, slots: Slots): Promise<readonly string[]> {
  const used = await session.use('list_unmatched_ids', { limit: Math.min(slots.limit ?? 10, 25) });
  if (!used.ok) return [`${used.message} ${used.ref}`];
  const { data, ref } = used;
  if (data.totalCount === 0) return [`Every id that usage came with has an account. ${ref}`];
  const shown = data.totalCount > data.ids.length ? `; these are the ${data.ids.length} with the most days` : '';
  const verb = data.totalCount === 1 ? 'has' : 'have';
  return [
    `${many(data.totalCount, 'id')} of usage ${verb} no account${shown}. ${ref}`,
    ...data.ids.map(({ externalId, firstSeenOn, lastSeenOn, dayCount, suggestions }) => {
      const [best] = suggestions;
      const meant = best
        ? `; may be ${called(best.account.name)} (${sentence(best.explanation)}, ${percent(best.confidence)} sure)`
        : '';
      return `- ${called(externalId)}: ${many(dayCount, 'day')}, ${span({ from: firstSeenOn, to: lastSeenOn })}${meant}`;
    }),
    'Their usage counts for no account until they are linked. Ask “link … to …” for a proposal.',
  ];
}
