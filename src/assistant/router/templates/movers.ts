import { windowLength } from '../../../lib/day.ts';
import type { ToolData } from '../data.ts';
import type { Slots } from '../intent.ts';
import { called, figure, many, mean, metricName, money, moved, points, span } from '../say.ts';
import type { Session } from '../session.ts';

const USUAL = 5;
const MOST = 25;
/** Each metric has a list of its own. */
const MOST_METRICS = 3;

export async function tellMovers(session: Session, slots: Slots): Promise<readonly string[]> {
  const metrics = slots.metrics.length > 0 ? slots.metrics.slice(0, MOST_METRICS) : [null];
  const lines: string[] = [];
  for (const metric of metrics) lines.push(...(await moversOf(session, slots, metric)));
  return lines;
}

async function moversOf(session: Session, slots: Slots, metric: string | null): Promise<readonly string[]> {
  const [period] = slots.periods;
  // Weeks are compared with weeks, and whatever is longer as months are.
  const periodDays =
    period && (period.days === null || windowLength(period.days) <= 10) && !/month|day$/.test(period.label) ? 7 : 30;
  const limit = Math.min(slots.limit ?? USUAL, MOST);
  const { direction } = slots;
  const listed = await session.use('list_usage_movers', {
    direction,
    periodDays,
    limit,
    ...(metric === null ? {} : { metric }),
  });
  if (!listed.ok) return [`${listed.message} ${listed.ref}`];
  const { data, ref } = listed;
  const by = data.measuredBy
    ? metricName(data.measuredBy.metric)
    : 'activity (an index over all metrics, 100 is the median account)';
  const when = data.days && data.previousDays ? `, ${span(data.days)} against ${span(data.previousDays)}` : '';
  const what = direction === 'DOWN' ? 'fell' : 'grew';
  const notes = [
    ...(data.note === null ? [] : [data.note]),
    ...(period && data.days && span(data.days) !== (period.days ? span(period.days) : '')
      ? [`Changes are kept for the last 7 and 30 synchronised days, so these are the last ${periodDays}.`]
      : []),
    ...(slots.owner === null ? [] : ['This list is of all owners: it cannot be narrowed down to one.']),
    ...((slots.limit ?? 0) > MOST ? [`More than ${MOST} are not listed at once.`] : []),
  ];
  if (data.movers.length === 0) return [`No account ${what} by ${by}${when}. ${ref}`, ...notes];
  const [top] = data.movers;
  const count = data.movers.length;
  const which =
    count < limit
      ? `Only ${many(count, 'account')} ${what}`
      : count === 1
        ? `The account that ${what} most`
        : `The ${count} accounts that ${what} most`;
  const lead = top ? `${called(top.account.name)} ${moved(top.changeRate)}` : '';
  return [
    `${which} by ${by}${when}, ${lead}${count > 1 ? ' first' : ''}. ${ref}`,
    ...notes,
    ...data.movers.map((mover, index) => `${index + 1}. ${lineOf(mover, data.measuredBy === null)}`),
  ];
}

function lineOf(mover: ToolData['list_usage_movers']['movers'][number], isIndex: boolean): string {
  const { account, value, previousValue, changeRate, owner, arr, healthScore, openSignalCount } = mover;
  const said = isIndex ? mean : figure;
  const about = [
    ...(healthScore === null ? [] : [`health ${points(healthScore)}`]),
    ...(openSignalCount > 0 ? [`open signals: ${openSignalCount}`] : []),
    ...(arr === null ? [] : [money(arr)]),
    ...(owner === null ? [] : [`owner ${called(owner)}`]),
  ];
  const figures = `${moved(changeRate)}, ${said(value)}${previousValue === null ? '' : ` from ${said(previousValue)}`}`;
  return `${called(account.name)}: ${figures}${about.length > 0 ? ` (${about.join(', ')})` : ''}`;
}
