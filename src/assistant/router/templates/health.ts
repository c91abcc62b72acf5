import { chooseAccount } from '../choose-account.ts';
import type { AccountRow, ToolData } from '../data.ts';
import type { Slots } from '../intent.ts';
import { called, figure, many, money, moved, plainly, points, sentence } from '../say.ts';
import type { Session } from '../session.ts';

const MOST_REASONS = 4;
const USUAL = 10;
const MOST = 25;

export async function tellHealth(session: Session, slots: Slots): Promise<readonly string[]> {
  const account = await chooseAccount(session, slots);
  if (!account.ok) return account.lines;
  const used = await session.use('get_account_health', { account: account.id });
  if (!used.ok) return [`${used.message} ${used.ref}`];
  const { data, ref } = used;
  const name = called(data.account.name);
  if (data.score === null)
    return [`${name} has no health score yet: that is not known, and not zero. ${ref}`, ...unscored(data)];
  const opening = `${name} is at ${points(data.score)}${data.band ? ` (${data.band})` : ''}, ${since(data)}.`;
  const reasons = data.reasons.slice(0, MOST_REASONS);
  return [
    `${opening} ${ref}`,
    ...(reasons.length > 0 ? ['What takes most from it:'] : ['Nothing takes points from it.']),
    ...reasons.map((reason) => `- ${sentence(reason.explanation)} (costs ${figure(reason.lostPoints, 2)} points)`),
    `Pillars: ${data.pillars.flatMap(({ pillar, score }) => (score === null ? [] : [`${plainly(pillar)} ${figure(score)}`])).join(', ')}.`,
    ...unscored(data),
  ];
}

function since({ change, previousScore }: ToolData['get_account_health']): string {
  if (change === null || previousScore === null) return 'with no earlier score to compare with';
  if (change === 0) return `as before (${figure(previousScore)})`;
  return `${change < 0 ? 'down' : 'up'} ${figure(Math.abs(change))} from ${figure(previousScore)}`;
}

function unscored({ pillars }: ToolData['get_account_health']): string[] {
  const without = pillars
    .filter(({ score, state }) => score === null && state === 'NO_SOURCE')
    .map(({ pillar }) => plainly(pillar));
  const frozen = pillars.filter(({ state }) => state === 'STALE').map(({ pillar }) => plainly(pillar));
  return [
    ...(without.length > 0
      ? [`Not known, for want of a source: ${without.join(', ')}. Their weight is spread over the others.`]
      : []),
    ...(frozen.length > 0 ? [`Frozen since the source stopped: ${frozen.join(', ')}. That is no churn.`] : []),
  ];
}

export async function tellAtRisk(session: Session, slots: Slots): Promise<readonly string[]> {
  const limit = Math.min(slots.limit ?? USUAL, MOST);
  const owner = slots.owner === null ? {} : { owner: slots.owner };
  const of = slots.owner === null ? '' : ` of ${called(slots.owner)}`;
  if (slots.isOfRisk && slots.band === null) return listRisks(session, { limit, ...owner }, of);
  const band = slots.band === null ? {} : { band: slots.band };
  const used = await session.use('list_accounts_by_health', { limit, ...band, ...owner });
  if (!used.ok) return [`${used.message} ${used.ref}`];
  const { data, ref } = used;
  const within = `${of}${slots.band === null ? '' : ` in the band ${slots.band}`}`;
  const [worst] = data.accounts;
  if (!worst) return [`No account${within} has a health score. ${ref}`];
  const opening = `The lowest health of ${many(data.totalCount, 'account')}${within} with a score has ${called(worst.name)}, ${points(worst.healthScore)}`;
  const shown = data.totalCount > data.accounts.length ? `; these are the ${data.accounts.length} lowest` : '';
  return [`${opening}${shown}. ${ref}`, ...data.accounts.map((row, index) => `${index + 1}. ${rowLine(row)}`)];
}

async function listRisks(session: Session, input: object, of: string): Promise<readonly string[]> {
  const used = await session.use('find_accounts', { atRisk: true, ...input });
  if (!used.ok) return [`${used.message} ${used.ref}`];
  const { data, ref } = used;
  const rule = 'health in the band POOR, or an open signal that is HIGH or CRITICAL';
  if (data.totalCount === 0) return [`No account${of} is at risk (${rule}). ${ref}`];
  const opening = `${many(data.totalCount, 'account')}${of} ${data.totalCount === 1 ? 'is' : 'are'} at risk: ${rule}`;
  const shown = data.totalCount > data.accounts.length ? `. These are the first ${data.accounts.length}` : '';
  return [`${opening}${shown}. ${ref}`, ...data.accounts.map((row, index) => `${index + 1}. ${rowLine(row)}`)];
}

export function rowLine(row: AccountRow): string {
  const {
    name,
    healthScore,
    healthBand,
    healthChange,
    activityChangeRate,
    openSignalCount,
    worstSeverity,
    arr,
    owner,
    renewalOn,
  } = row;
  return [
    `${called(name)}: health ${healthScore === null ? 'not known' : points(healthScore)}${healthBand ? ` (${healthBand})` : ''}`,
    ...(healthChange ? [`${healthChange < 0 ? 'down' : 'up'} ${figure(Math.abs(healthChange))} points`] : []),
    ...(activityChangeRate === null ? [] : [`activity ${moved(activityChangeRate)}`]),
    ...(openSignalCount > 0
      ? [`open signals: ${openSignalCount}${worstSeverity ? `, worst ${worstSeverity}` : ''}`]
      : []),
    ...(arr === null ? [] : [money(arr)]),
    ...(renewalOn === null ? [] : [`renews ${renewalOn}`]),
    ...(owner === null ? [] : [`owner ${called(owner)}`]),
  ].join(', ');
}
