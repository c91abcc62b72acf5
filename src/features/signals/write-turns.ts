import type { TransactionSql } from '../../db/client.ts';
import { newId } from '../../lib/ids.ts';
import { type AccountOutline, publishSignalStandings } from '../accounts/index.ts';
import type { Ctx } from '../kit/ctx.ts';
import { emitEvents, type NewEvent } from '../webhooks/index.ts';
import { evaluateAt } from '../workspaces/index.ts';
import { explain } from './domain/explain.ts';
import type { LiveSignal, Turns } from './domain/life.ts';
import { POSITIVE_TYPES, type Signal } from './domain/signal.ts';
import {
  countOpenSignals,
  deleteResolvedBefore,
  insertSignals,
  type NewSignal,
  resolveSignals,
  type Standing,
  type StoredLiveSignal,
  updateSignalStandings,
  updateSignals,
  wakeSignals,
} from './store/index.ts';

export type AccountTurns = {
  readonly account: AccountOutline;
  readonly live: readonly StoredLiveSignal[];
  readonly turns: Turns;
};
type Written = { readonly raised: number; readonly resolved: number; readonly announced: readonly string[] };

/** How long what was resolved is kept. */
const KEPT_DAYS = 400;
const MS_PER_DAY = 86_400_000;

/** Writes what was decided of some accounts, a statement for each kind of change, and none where there is none. */
export async function writeTurns(
  tx: TransactionSql,
  ctx: Ctx,
  all: readonly AccountTurns[],
  at: { readonly now: Date; readonly rulesVersion: number },
): Promise<Written> {
  const { workspaceId } = ctx.actor;
  const { now } = at;
  const changing = all.filter(({ turns }) => isChange(turns));
  const raises = changing.flatMap(({ account, turns }) =>
    turns.raise.map((raise) => ({ account, signal: { ...raise, id: newId('signal', now), ...standingOf(account) } })),
  );
  const wakes = changing.flatMap(({ turns }) => turns.wake);
  const resolves = changing.flatMap(({ turns }) => turns.resolve);
  const newSignals = raises.map(({ signal }) => signal);
  const made = await insertSignals(tx, workspaceId, newSignals, at);
  const raised = raises.filter(({ signal }) => made.has(signal.id));
  await updateSignals(
    tx,
    workspaceId,
    changing.flatMap(({ turns }) => turns.update),
    at,
  );
  await wakeSignals(tx, workspaceId, wakes, now);
  await resolveSignals(tx, workspaceId, resolves, now);
  await updateSignalStandings(tx, workspaceId, standingChanges(all));
  await publishOpenSignals(
    tx,
    workspaceId,
    changing.map(({ account }) => account.id),
  );
  const events = [...raised.map((one) => raisedEvent(one.account, one.signal, now)), ...resolvedEvents(changing)];
  if (events.length > 0) await emitEvents(tx, ctx, events);
  return {
    raised: raised.length,
    resolved: resolves.length,
    announced: [...raised.map(({ signal }) => signal.id), ...wakes],
  };
}

/** What there is to see to besides, once all are judged. `waking`: when the first of the snoozes that go on ends. */
export async function finishTurns(ctx: Ctx, waking: Date | null, now: Date): Promise<void> {
  await ctx.db.sql.begin(async (tx) => {
    await deleteResolvedBefore(tx, ctx.actor.workspaceId, new Date(now.getTime() - KEPT_DAYS * MS_PER_DAY));
    if (waking) await evaluateAt(tx, ctx, waking);
  });
}

/** Brings these accounts' open signals in the account table up to what the transaction has made of them. */
export async function publishOpenSignals(
  tx: TransactionSql,
  workspaceId: number,
  accountIds: readonly string[],
): Promise<void> {
  if (accountIds.length === 0) return;
  await publishSignalStandings(tx, workspaceId, await countOpenSignals(tx, workspaceId, accountIds, POSITIVE_TYPES));
}

/** Whether there is anything to write of an account. */
export const isWritten = (one: AccountTurns): boolean => isChange(one.turns) || standingChanges([one]).length > 0;

const isChange = ({ raise, update, wake, resolve }: Turns): boolean =>
  raise.length + update.length + wake.length + resolve.length > 0;

const standingOf = ({ arr, owner }: AccountOutline): Standing => ({ arr: arr ?? Number.NEGATIVE_INFINITY, owner });

const standingChanges = (all: readonly AccountTurns[]) =>
  all.flatMap(({ account, live }) => {
    const now = standingOf(account);
    const changed = live.filter(({ arr, owner }) => arr !== now.arr || owner !== now.owner);
    return changed.map(({ id }) => ({ id, ...now }));
  });

/** When the first of the snoozes that go on ends: `earliest`, or one of these. */
export function firstWaking(all: readonly AccountTurns[], now: Date, earliest: Date | null): Date | null {
  let first = earliest;
  for (const { live, turns } of all)
    for (const { id, state, snoozedUntil } of live)
      if (state === 'SNOOZED' && snoozedUntil && snoozedUntil > now && !turns.resolve.includes(id))
        if (!first || snoozedUntil < first) first = snoozedUntil;
  return first;
}

const raisedEvent = (account: AccountOutline, signal: NewSignal, now: Date): NewEvent => ({
  type: 'signal.raised',
  data: about(account, signal, 'OPEN', now),
});

const resolvedEvents = (changing: readonly AccountTurns[]): NewEvent[] =>
  changing.flatMap(({ account, live, turns }) =>
    live
      .filter(({ id }) => turns.resolve.includes(id))
      .map((signal) => ({ type: 'signal.resolved', data: about(account, signal, 'RESOLVED', signal.raisedAt) })),
  );

/** A signal as webhooks tell it. */
function about(
  { id, externalCrmId, name }: AccountOutline,
  signal: Pick<LiveSignal, 'id' | 'type' | 'subject' | 'severity' | 'evidence'>,
  state: Signal['state'],
  raisedAt: Date,
): NewEvent['data'] {
  const { type, severity, evidence } = signal;
  return {
    ...{ id: signal.id, type, severity, state, account: { id, externalCrmId, name } },
    ...{ explanation: explain(type, evidence), raisedAt: raisedAt.toISOString(), evidence },
  };
}
