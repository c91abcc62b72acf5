import { chooseAccount } from '../choose-account.ts';
import type { Signal } from '../data.ts';
import type { Slots } from '../intent.ts';
import { called, figure, many, metricName, money, moved, sentence } from '../say.ts';
import type { Session } from '../session.ts';

const USUAL = 5;
const MOST = 25;

export async function tellSignals(session: Session, slots: Slots): Promise<readonly string[]> {
  const account = slots.accounts.length > 0 ? await chooseAccount(session, slots) : null;
  if (account && !account.ok) return account.lines;
  const used = await session.use('list_signals', {
    limit: Math.min(slots.limit ?? USUAL, MOST),
    ...(account ? { account: account.id } : {}),
    ...(slots.types.length > 0 ? { types: slots.types } : {}),
    ...(slots.owner === null ? {} : { owner: slots.owner }),
    ...(slots.severities.length > 0 ? { severities: slots.severities } : {}),
  });
  if (!used.ok) return [`${used.message} ${used.ref}`];
  const { data, ref } = used;
  const of = account
    ? ` of ${called(account.name)}`
    : slots.owner === null
      ? ''
      : ` of ${called(slots.owner)}’s accounts`;
  const kinds = [slots.severities, slots.types].flatMap((some) => (some.length > 0 ? [some.join(' or ')] : []));
  const kind = kinds.map((one) => `${one} `).join('');
  const [worst] = data.signals;
  if (!worst) return [`No ${kind}signals${of} are open or acknowledged. ${ref}`];
  const count = many(data.totalCount, `${kind}signal`);
  const opening = `${count}${of} ${data.totalCount === 1 ? 'is' : 'are'} open or acknowledged${data.totalCount === 1 ? '' : ', the worst first'}`;
  const shown = data.totalCount > data.signals.length ? `; these are the first ${data.signals.length}` : '';
  return [
    `${opening}${shown}. ${ref}`,
    ...data.signals.map((signal, index) => `${index + 1}. ${signalLine(signal)}`),
    'Ask “explain” with a signal’s id for all its figures.',
  ];
}

function signalLine({ id, type, severity, state, account, explanation, arr, owner, raisedOn }: Signal): string {
  const about = [
    `raised ${raisedOn}`,
    ...(state === 'OPEN' ? [] : [state]),
    ...(arr === null ? [] : [money(arr)]),
    ...(owner === null ? [] : [`owner ${called(owner)}`]),
    id,
  ];
  return `${severity} ${type}, ${called(account.name)}: ${sentence(explanation)} (${about.join(', ')})`;
}

export async function tellSignal(session: Session, slots: Slots): Promise<readonly string[]> {
  const [id] = slots.signalIds;
  if (id === undefined) return tellSignals(session, slots);
  const used = await session.use('explain_signal', { signal: id });
  if (!used.ok) return [`${used.message} ${used.ref}`];
  const { signal, sentences, facts, metrics, conditions } = used.data;
  const figures = facts.map(({ name, value, unit }) => {
    if (typeof value === 'number' && unit.startsWith('rate')) return `- ${name}: ${moved(value)}`;
    const said = typeof value === 'string' ? value : value === null ? 'not known' : figure(value);
    return `- ${name}: ${sentence(said)} (${unit})`;
  });
  return [
    `${signal.severity} ${signal.type} of ${called(signal.account.name)}, ${signal.state}, raised ${signal.raisedOn}. ${used.ref}`,
    ...sentences.map(sentence),
    ...figures,
    ...metrics.map(
      ({ metric, value, previousValue, changeRate }) =>
        `- ${metricName(metric)}: ${figure(value)} from ${figure(previousValue)}, ${changeRate === null ? 'the change is not known' : moved(changeRate)}`,
    ),
    ...conditions.map(
      ({ explanation, points, weight }) => `- ${sentence(explanation)} (${figure(points)} of ${figure(weight)} points)`,
    ),
  ];
}

const CONFIRM = 'Nothing is done yet: a person has to confirm the proposal.';

/** Proposes only what was asked for, and only where it is clear which signal is meant. */
export async function proposeAcknowledgement(session: Session, slots: Slots): Promise<readonly string[]> {
  const chosen = await chooseSignal(session, slots);
  if ('lines' in chosen) return chosen.lines;
  const used = await session.use('propose_acknowledge_signal', { signal: chosen.id });
  if (!used.ok) return [`That cannot be proposed: ${used.message} ${used.ref}`];
  return [`Proposed: ${sentence(used.data.summary)} ${used.ref}`, CONFIRM];
}

async function chooseSignal(
  session: Session,
  slots: Slots,
): Promise<{ readonly id: string } | { readonly lines: readonly string[] }> {
  const [id] = slots.signalIds;
  if (id !== undefined) return { id };
  if (slots.accounts.length === 0)
    return { lines: ['Which signal shall be acknowledged? Give its id, or the account it is of.'] };
  const account = await chooseAccount(session, slots);
  if (!account.ok) return account;
  const listed = await session.use('list_signals', { account: account.id, states: ['OPEN', 'SNOOZED'], limit: 10 });
  if (!listed.ok) return { lines: [`${listed.message} ${listed.ref}`] };
  const [only, ...others] = listed.data.signals;
  const name = called(account.name);
  if (!only) return { lines: [`${name} has no open signal to acknowledge. ${listed.ref}`] };
  if (others.length === 0) return { id: only.id };
  return {
    lines: [
      `${name} has ${figure(listed.data.totalCount)} signals. Which one? Ask again with its id. ${listed.ref}`,
      ...listed.data.signals.map((signal, index) => `${index + 1}. ${signalLine(signal)}`),
    ],
  };
}

export async function proposeLink(session: Session, slots: Slots): Promise<readonly string[]> {
  const [externalId, ...texts] = slots.accounts;
  if (externalId === undefined || texts.length === 0) {
    return ['Say which id belongs to which account, such as: link "crm_42" to "Acme".'];
  }
  const account = await chooseAccount(session, { ...slots, accounts: texts, joined: null, doubtful: [] });
  if (!account.ok) return account.lines;
  const used = await session.use('propose_link_account', { externalId, account: account.id });
  if (!used.ok) return [`That cannot be proposed: ${used.message} ${used.ref}`];
  return [`Proposed: ${sentence(used.data.summary)} ${used.ref}`, CONFIRM];
}
