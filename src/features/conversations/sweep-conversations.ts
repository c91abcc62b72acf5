import type { Ports } from '../kit/ctx.ts';
import { deleteOldConversations, deleteOldEvents } from './store/index.ts';

const DAY_MS = 24 * 60 * 60_000;
/** How long a conversation is kept after its last question. */
const KEPT_MS = 90 * DAY_MS;
/** How long it is kept what was told on the way to an answer: for those who follow it, and come back. */
const EVENTS_KEPT_MS = DAY_MS;
/** Of one statement, which must not hold its rows for long. */
const BATCH = 1_000;

/** Across all workspaces: deletes what is kept no longer. */
export async function sweepConversations({ db, clock }: Ports): Promise<void> {
  const before = (ms: number) => new Date(clock.now().getTime() - ms);
  while ((await deleteOldEvents(db.system.orm, before(EVENTS_KEPT_MS), BATCH)) === BATCH);
  while ((await deleteOldConversations(db.system.orm, before(KEPT_MS), BATCH)) === BATCH);
}
