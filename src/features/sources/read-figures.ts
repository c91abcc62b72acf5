import type { Ports } from '../kit/ctx.ts';
import { dailyRound } from './domain/daily.ts';
import { selectDueSources } from './store/due.ts';
import {
  type ActiveFigure,
  countActiveRuns,
  countEndedRuns,
  countSources,
  type EndedFigure,
  type SourceFigure,
} from './store/figures.ts';

/** What an operator watches of every workspace's synchronisation at once. Names no workspace, host or account. */
export type SyncFigures = {
  readonly sources: readonly SourceFigure[];
  readonly active: readonly ActiveFigure[];
  /** Of the last 24 hours. */
  readonly ended: readonly EndedFigure[];
  /** Sources whose daily run is due and not made yet; never more than `MAX_DUE`. */
  readonly due: number;
};

const DAY_MS = 86_400_000;
/** During an outage everybody is due: to know that, they need not all be counted. */
const MAX_DUE = 10_000;

/** Across all workspaces, as of one moment. An operator's act: no API key sees more than its own. */
export async function readFigures(ports: Pick<Ports, 'db' | 'clock'>): Promise<SyncFigures> {
  const now = ports.clock.now();
  const snapshot = ports.db.system.snapshot();
  try {
    const [sources, active, ended, due] = await Promise.all([
      countSources(snapshot.orm, now),
      countActiveRuns(snapshot.orm, now),
      countEndedRuns(snapshot.orm, new Date(now.getTime() - DAY_MS)),
      selectDueSources(snapshot.orm, dailyRound(now), now, { limit: MAX_DUE }),
    ]);
    return { sources, active, ended, due: due.length };
  } finally {
    snapshot.end();
  }
}
