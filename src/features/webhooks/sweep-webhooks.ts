import type { Ports } from '../kit/ctx.ts';
import { deleteOldEvents } from './store/index.ts';

/** How long events and their deliveries are kept. */
const KEPT_MS = 30 * 24 * 60 * 60_000;
/** Of one statement, which must not hold its rows for long. */
const BATCH = 5_000;

/** Across all workspaces: deletes what is kept no longer. */
export async function sweepWebhooks(ports: Ports): Promise<void> {
  const before = new Date(ports.clock.now().getTime() - KEPT_MS);
  while ((await deleteOldEvents(ports.db.system.orm, before, BATCH)) === BATCH);
}
