import { handOutTurns } from '../features/conversations/index.ts';
import { handOutBacktests } from '../features/health/index.ts';
import type { Ports } from '../features/kit/ctx.ts';
import { handOutLeftRuns } from '../features/sources/index.ts';
import { handOutDeliveries } from '../features/webhooks/index.ts';
import { handOutEvaluations } from '../features/workspaces/index.ts';
import { LOOK_EVERY_MS } from './schedule.ts';

/** Looks again and again for runs that were left and for what is due; one look at a time, and none after `stop`. */
export function keepLooking(ports: Ports, everyMs: number = LOOK_EVERY_MS): { readonly stop: () => void } {
  let isLooking = false;
  let failed = false;
  let stopped = false;

  const look = async () => {
    if (isLooking) return;
    isLooking = true;
    try {
      await handOutLeftRuns(ports);
      await handOutEvaluations(ports);
      await handOutDeliveries(ports);
      await handOutBacktests(ports);
      await handOutTurns(ports);
      failed = false;
    } catch (error) {
      // While the database is down every look fails: once is enough to say so.
      if (!failed && !stopped) ports.log.warn({ error: String(error) }, 'could not look for work that is due');
      failed = true;
    } finally {
      isLooking = false;
    }
  };
  const timer = setInterval(() => void look(), everyMs);
  return {
    stop: () => {
      stopped = true;
      clearInterval(timer);
    },
  };
}
