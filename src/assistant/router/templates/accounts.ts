import { chooseAccount } from '../choose-account.ts';
import type { Slots } from '../intent.ts';
import { called, figure, many, mean, money, moved } from '../say.ts';
import type { Session } from '../session.ts';
import { rowLine } from './health.ts';

const OR_UNKNOWN = 'not known';

export async function tellAccount(session: Session, slots: Slots): Promise<readonly string[]> {
  if (slots.owner !== null && slots.accounts.length === 0) return listOwned(session, slots.owner, slots.limit);
  const account = await chooseAccount(session, slots);
  if (!account.ok) return account.lines;
  const used = await session.use('find_accounts', { query: account.id });
  if (!used.ok) return [`${used.message} ${used.ref}`];
  const [row] = used.data.accounts;
  if (!row) return [`${called(account.name)} is not there any more. ${used.ref}`];
  const { activityIndex, activityChangeRate } = row;
  const activity = activityIndex === null ? OR_UNKNOWN : `${mean(activityIndex)} (100 is the median account)`;
  const change = activityChangeRate === null ? '' : `, ${moved(activityChangeRate)}`;
  return [
    `${rowLine(row)}. ${used.ref}`,
    `- your id ${called(row.externalCrmId)}, ${row.id}`,
    `- owner ${row.owner === null ? OR_UNKNOWN : called(row.owner)}, plan ${row.plan === null ? OR_UNKNOWN : called(row.plan)}, region ${row.region === null ? OR_UNKNOWN : called(row.region)}`,
    `- ${money(row.arr)}${row.arr === null ? '' : ' in your own currency'}; seats ${figure(row.seats)}; renewal ${row.renewalOn ?? OR_UNKNOWN}`,
    `- activity over 30 days ${activity}${change}; last used ${row.lastUsedOn ?? OR_UNKNOWN}`,
  ];
}

const MOST = 25;

async function listOwned(session: Session, owner: string, limit: number | null): Promise<readonly string[]> {
  const used = await session.use('find_accounts', { owner, limit: Math.min(limit ?? 10, MOST) });
  if (!used.ok) return [`${used.message} ${used.ref}`];
  const { totalCount, accounts } = used.data;
  if (totalCount === 0)
    return [`${called(owner)} looks after no account; owners are found as they are spelled. ${used.ref}`];
  const shown = totalCount > accounts.length ? `; these are the first ${accounts.length}` : '';
  return [
    `${called(owner)} looks after ${many(totalCount, 'account')}${shown}. ${used.ref}`,
    ...accounts.map((row, index) => `${index + 1}. ${rowLine(row)}`),
  ];
}
