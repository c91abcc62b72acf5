import { randomUUID } from 'node:crypto';
import { loggedError } from '../../platform/logged-error.ts';
import type { Ctx, Ports } from '../kit/ctx.ts';
import { holdLease, leaseUntil } from '../kit/hold-lease.ts';
import { announceTurn } from './announce.ts';
import { createTeller } from './create-teller.ts';
import { turnJob } from './jobs.ts';
import type { TurnEnd, TurnNews, TurnOutcome, TurnTask } from './model.ts';
import {
  appendEvents,
  claimTurn,
  endTurn,
  giveBackTurn,
  renewTurn,
  selectDueTurns,
  selectHistory,
} from './store/index.ts';

const MOST_TRIES = 3;
/** How many one look hands out. */
const MOST_DUE = 50;
/** Of the conversation, for what a question refers to. */
const MOST_HISTORY = 6;

export type TurnWork = (
  task: TurnTask,
  at: {
    readonly emit: (news: TurnNews) => void;
    /** Aborted once the turn is somebody else's, or deleted: nothing that comes of it is wanted then. */
    readonly signal: AbortSignal;
  },
) => Promise<TurnOutcome>;

/** Has a turn answered that waits, or was left; does nothing when somebody is at it. As the product itself. */
export async function workOnTurn(ctx: Ctx, id: string, work: TurnWork): Promise<void> {
  const { workspaceId, workspace } = ctx.actor;
  const db = ctx.db.orm;
  const held = { workspaceId, id, token: randomUUID() as string };
  const until = () => leaseUntil(ctx.clock.now());
  const claimed = await claimTurn(db, workspaceId, id, { token: held.token, expiresAt: until() }, ctx.clock.now());
  if (!claimed) return;
  const end = async (how: TurnEnd, untold: readonly TurnNews[]) => {
    if (await endTurn(db, held, [...untold, { kind: how.state }], how, ctx.clock.now())) await announceTurn(ctx, id);
  };
  if (claimed.tries > MOST_TRIES) {
    // Whoever tried it did not live to say why.
    return end({ state: 'FAILED', failure: 'The workers that tried to answer it were lost. Ask again.' }, []);
  }

  const lost = new AbortController();
  const lease = holdLease(ctx.log, { workspace, turn: id }, () => renewTurn(db, held, until()));
  lease.signal.addEventListener('abort', () => lost.abort(), { once: true });
  const append = async (news: readonly TurnNews[]) => {
    const isHeld = await appendEvents(db, held, news, ctx.clock.now());
    if (isHeld) await announceTurn(ctx, id);
    return isHeld;
  };
  const teller = createTeller(append, () => lost.abort());
  try {
    const history = await selectHistory(db, workspaceId, claimed, MOST_HISTORY);
    const outcome = await work({ ...claimed, history }, { emit: teller.tell, signal: lost.signal });
    const untold = await teller.stop();
    if (outcome.state === 'LEFT') await giveBackTurn(db, held, { counts: false });
    else await end(outcome, untold);
  } catch (error) {
    const untold = await teller.stop();
    if (lost.signal.aborted) return;
    // An error's own words may repeat what was asked.
    ctx.log.error({ workspace, turn: id, thrown: wordless(error) }, 'a question could not be answered');
    if (claimed.tries < MOST_TRIES) await giveBackTurn(db, held, { counts: true });
    else {
      const failure = `It failed ${MOST_TRIES} times; the operator's log says where, under this turn's id.`;
      await end({ state: 'FAILED', failure }, untold);
    }
  } finally {
    await lease.stop();
  }
}

/** Where an error came from and of what kind it is, without its message. */
function wordless(error: unknown): object {
  const { type, code, stack, cause } = loggedError(error);
  return { type, code, stack, cause: cause && { type: cause.type, code: cause.code } };
}

/** Across all workspaces, every few seconds: hands out what waits, and what was left by a worker that is gone. */
export async function handOutTurns({ db, clock, queue }: Ports): Promise<void> {
  for (const due of await selectDueTurns(db.system.orm, clock.now(), MOST_DUE)) await queue.enqueue(turnJob, due);
}
