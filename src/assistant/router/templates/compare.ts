import { lookUpAccount } from '../../../features/accounts/index.ts';
import { WORKSPACE_DAYS } from '../../../features/usage/index.ts';
import { addDays, windowLength } from '../../../lib/day.ts';
import { around } from '../calendar.ts';
import { chooseAccount, chooseAccounts } from '../choose-account.ts';
import type { ToolData } from '../data.ts';
import type { Period, Slots } from '../intent.ts';
import { all, called, figure, first, mean, metricName, percent, span } from '../say.ts';
import type { Session } from '../session.ts';
import { chooseDays, cut, noDayYet } from './choose-days.ts';
import { figuresOf, tellUsage } from './usage.ts';

const MOST_METRICS = 10;
const MOST_ACCOUNTS = 5;

export async function tellAccountsCompared(session: Session, slots: Slots): Promise<readonly string[]> {
  if (slots.joined !== null && (await lookUpAccount(session.ctx, slots.joined)).kind === 'FOUND') {
    return tellUsage(session, { ...slots, accounts: [slots.joined] });
  }
  const chosen = await chooseAccounts(session, slots.accounts.slice(0, MOST_ACCOUNTS));
  if (!chosen.ok) return chosen.lines;
  if (chosen.ids.length < 2) return ['Which accounts shall I compare? Name two to five different ones.'];
  const { input, notes } = chooseDays(slots);
  const metrics = slots.metrics.length > 0 ? { metrics: slots.metrics.slice(0, 25) } : {};
  const compared = await session.use('compare_accounts', { accounts: chosen.ids, ...input, ...metrics });
  if (!compared.ok) return [`${compared.message} ${compared.ref}`];
  const { data, ref } = compared;
  const names = new Map(data.accounts.map(({ id, name }) => [id, called(name)]));
  const lines = data.metrics
    .slice(0, MOST_METRICS)
    .flatMap((metric) => [
      `${metricName(metric.name)}:`,
      ...metric.accounts.map(
        (one) => `- ${names.get(one.id)}: ${figuresOf({ ...one, aggregation: metric.aggregation })}`,
      ),
    ]);
  const active = data.accounts.map(({ id, lastActiveDay }) => `${names.get(id)} ${lastActiveDay ?? 'not known'}`);
  const opening = `${all([...names.values()])} side by side, ${span(data.days)}, each against as many days before. ${ref}`;
  return [opening, ...notes, ...lines, `Last active: ${all(active)}.`];
}

export async function tellPeriodsCompared(session: Session, slots: Slots): Promise<readonly string[]> {
  const account = slots.accounts.length > 0 ? await chooseAccount(session, slots) : null;
  if (account && !account.ok) return account.lines;
  const periods = twoOf(slots.periods, session.vocabulary.today);
  if ('lines' in periods) return periods.lines;
  return compare(session, slots, account?.id ?? null, periods);
}

/** Usage of all accounts together, against as many days before. */
export async function tellWorkspaceUsage(session: Session, slots: Slots): Promise<readonly string[]> {
  const { input, notes } = chooseDays(slots, WORKSPACE_DAYS);
  const to = addDays(session.vocabulary.today, -1);
  const later = { from: addDays(to, -29), to, ...input };
  const told = await compare(session, slots, null, { earlier: before(later), later });
  return [...told.slice(0, 1), ...notes, ...told.slice(1)];
}

type Window = { readonly from: string; readonly to: string };
type Two = { readonly earlier: Window; readonly later: Window };

const before = (later: Window): Window => ({
  from: addDays(later.from, -windowLength(later)),
  to: addDays(later.from, -1),
});

function twoOf([one, other]: readonly Period[], today: string): Two | { readonly lines: readonly string[] } {
  const empty = [one, other].find((period) => period?.days === null);
  if (empty) return { lines: [noDayYet(empty.label).replace(/, so .*/, ': there is nothing to compare yet.')] };
  if (!one?.days) return { earlier: around(today, 'month', -2), later: around(today, 'month', -1) };
  const second = other?.days ?? null;
  // "Than last month" is said of this month, where that has begun.
  if (!second) {
    const current = one.label === 'last week' || one.label === 'last month' ? addDays(one.days.to, 1) : null;
    const yesterday = addDays(today, -1);
    if (current !== null && current <= yesterday) return { earlier: one.days, later: { from: current, to: yesterday } };
    return { earlier: before(one.days), later: one.days };
  }
  if (one.days.from === second.from && one.days.to === second.to) return { earlier: before(second), later: second };
  return one.days.from < second.from ? { earlier: one.days, later: second } : { earlier: second, later: one.days };
}

async function compare(
  session: Session,
  slots: Slots,
  account: string | null,
  { earlier, later }: Two,
): Promise<readonly string[]> {
  const most = account === null ? WORKSPACE_DAYS : 400;
  const compared = await session.use('compare_periods', {
    ...(account === null ? {} : { account }),
    earlier: cut(earlier, most).days,
    later: cut(later, most).days,
    ...(slots.metrics.length > 0 ? { metrics: slots.metrics.slice(0, 25) } : {}),
  });
  if (!compared.ok) return [`${compared.message} ${compared.ref}`];
  const { data, ref } = compared;
  const who = data.account ? called(data.account.name) : 'The whole workspace';
  const how = data.comparedBy === 'PER_DAY' ? ' The periods differ in length, so that changes are per day.' : '';
  const missing = [data.later, data.earlier].flatMap((side) =>
    side.syncedDayCount < side.dayCount
      ? [
          `Of ${span(side)} only ${figure(side.syncedDayCount)} of ${figure(side.dayCount)} days were synchronised: what is missing is not known, and no fall.`,
        ]
      : [],
  );
  const lines = first(
    data.metrics,
    MOST_METRICS,
    (metric) => `${metricName(metric.name)}: ${sidesOf(metric, data.comparedBy)}`,
  );
  return [`${who}, ${span(data.later)} against ${span(data.earlier)}.${how} ${ref}`, ...lines, ...missing];
}

type Data = ToolData['compare_periods'];

function sidesOf({ aggregation, earlier, later, changeRate }: Data['metrics'][number], by: Data['comparedBy']): string {
  const isSum = aggregation === 'SUM';
  const [now, then] = isSum ? [later.total, earlier.total] : [later.average, earlier.average];
  const said = isSum ? figure : mean;
  if (now === null && then === null) return 'not known in either';
  const perDay =
    isSum && by === 'PER_DAY' && later.perDay !== null && earlier.perDay !== null
      ? ` (${mean(later.perDay)} a day from ${mean(earlier.perDay)})`
      : '';
  const figures = `${said(now)}${isSum ? '' : ' on average'}, from ${said(then)}${perDay}`;
  if (changeRate === null) return `${figures}; the change is not known`;
  return changeRate === 0
    ? `${figures}: unchanged`
    : `${figures}: ${changeRate < 0 ? 'down' : 'up'} ${percent(changeRate)}`;
}
