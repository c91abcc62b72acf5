import { chooseAccount } from '../choose-account.ts';
import type { MetricFigures, Usage } from '../data.ts';
import type { Slots } from '../intent.ts';
import { called, figure, first, mean, metricName, moved, percent, points, span } from '../say.ts';
import type { Session } from '../session.ts';
import { chooseDays } from './choose-days.ts';

const MOST_METRICS = 10;

export async function tellUsage(session: Session, slots: Slots): Promise<readonly string[]> {
  const account = await chooseAccount(session, slots);
  if (!account.ok) return account.lines;
  const { input, notes } = chooseDays(slots);
  const used = await session.use('get_account_usage', { account: account.id, ...input, ...metricsOf(slots) });
  if (!used.ok) return [`${used.message} ${used.ref}`];
  const { data, ref } = used;
  const lines = [`${headlineOf(data)} ${ref}`, ...notes];
  const [only, ...others] = data.metrics;
  if (only && others.length > 0)
    lines.push(...first(data.metrics, MOST_METRICS, (metric) => `${metricName(metric.name)}: ${figuresOf(metric)}`));
  lines.push(...missingDays(data));
  if (data.metrics.length > 0)
    lines.push(
      `Last active on ${data.lastActiveDay ?? 'no day that is known'}. Compared are ${span(data.previousDays)}.`,
    );
  // "How is Acme?" asks for more than figures of usage.
  return slots.metrics.length + slots.periods.length > 0
    ? lines
    : [...lines, ...(await healthLine(session, account.id))];
}

const metricsOf = ({ metrics }: Slots) => (metrics.length > 0 ? { metrics: metrics.slice(0, 25) } : {});

async function healthLine(session: Session, id: string): Promise<string[]> {
  const health = await session.use('get_account_health', { account: id });
  if (!health.ok) return [];
  const { score, band } = health.data;
  if (score === null) return [`Health: no score yet. ${health.ref}`];
  return [`Health: ${points(score)}${band ? ` (${band})` : ''}. ${health.ref}`];
}

function headlineOf({ account, days, dayCount, metrics }: Usage): string {
  const name = called(account.name);
  const when = dayCount === 1 ? `on ${days.from}` : `in the ${figure(dayCount)} days ${span(days)}`;
  const [only, ...others] = metrics;
  if (!only) return `There are no metrics yet, so no usage of ${name} is known.`;
  if (others.length === 0) return `${name}, ${metricName(only.name)} ${when}: ${figuresOf(only)}.`;
  if (metrics.every(({ latest }) => latest === null))
    return `${name}: no usage came ${when}; that is not known to be zero.`;
  const known = metrics.filter(({ changeRate }) => changeRate !== null && changeRate !== 0);
  const fell = known.filter(({ changeRate }) => (changeRate ?? 0) < 0).length;
  const [steepest] = [...known].sort((a, b) => Math.abs(b.changeRate ?? 0) - Math.abs(a.changeRate ?? 0));
  if (!steepest) return `Usage of ${name} did not change in any of ${metrics.length} metrics ${when}.`;
  const rose = known.length - fell;
  const moves = [...(fell > 0 ? [`fell in ${fell}`] : []), ...(rose > 0 ? [`grew in ${rose}`] : [])].join(' and ');
  return `Usage of ${name} ${moves} of ${metrics.length} metrics ${when}, most in ${metricName(steepest.name)}: ${figuresOf(steepest)}.`;
}

/** The figures of a metric: sums as sums, gauges as gauges, and what is not known as that. */
export function figuresOf({
  aggregation,
  total,
  previousTotal,
  changeRate,
  latest,
  average,
}: Omit<MetricFigures, 'name'>): string {
  if (aggregation !== 'SUM') {
    if (latest === null) return 'not known';
    const change =
      changeRate === null ? 'with nothing to compare the average with' : `the average ${moved(changeRate)}`;
    return `${figure(latest)} at last, ${mean(average)} on average, ${change}`;
  }
  if (total === null) return previousTotal === null ? 'not known' : `not known (${figure(previousTotal)} before)`;
  if (previousTotal === null) return `${figure(total)}, with nothing before to compare with`;
  if (changeRate === null)
    return total === previousTotal
      ? `${figure(total)}, as before`
      : `${figure(total)}, from ${figure(previousTotal)} before`;
  if (changeRate === 0) return `${figure(total)}, the same as before`;
  return `${figure(total)}, ${changeRate < 0 ? 'down' : 'up'} ${percent(changeRate)} from ${figure(previousTotal)}`;
}

const missingDays = ({ dayCount, syncedDayCount }: Usage): string[] =>
  syncedDayCount < dayCount
    ? [
        `Only ${figure(syncedDayCount)} of these ${figure(dayCount)} days were synchronised: what is missing is not known, and no fall.`,
      ]
    : [];

export async function tellLastActive(session: Session, slots: Slots): Promise<readonly string[]> {
  const account = await chooseAccount(session, slots);
  if (!account.ok) return account.lines;
  const used = await session.use('get_account_usage', { account: account.id });
  if (!used.ok) return [`${used.message} ${used.ref}`];
  const { data, ref } = used;
  const name = called(data.account.name);
  const active = data.lastActiveDay
    ? `${name} was last active on ${data.lastActiveDay}: the last day with a metric above zero.`
    : `No day is known on which ${name} was active.`;
  const lines = first(
    data.metrics,
    MOST_METRICS,
    (metric) => `${metricName(metric.name)}, ${span(data.days)}: ${figuresOf(metric)}`,
  );
  return [`${active} ${ref}`, ...lines, ...missingDays(data)];
}
