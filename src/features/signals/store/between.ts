import { and, asc, eq, or, type SQLWrapper, sql } from 'drizzle-orm';
import { among } from '../../../db/among.ts';
import type { Queryable } from '../../../db/client.ts';
import { signals } from '../../../db/tables/signals.ts';
import type { Day, DayWindow } from '../../../lib/day.ts';
import type { Signal } from '../domain/signal.ts';
import { signalColumns, toSignal } from './signals.ts';

export type DatedSignal = { readonly signal: Signal; readonly resolvedOn: Day | null };

/** How many are given at most, of all accounts together. */
const MOST = 5_000;

/**
 * Signals that were raised or resolved over these days. A signal is raised on the day of the data that showed it; one that was
 * resolved is dated likewise, by the last full day before.
 */
export async function selectSignalsBetween(
  db: Queryable,
  workspaceId: number,
  accountIds: readonly string[],
  { from, to }: DayWindow,
): Promise<DatedSignal[]> {
  const resolvedOn = sql<Day | null>`((${signals.resolvedAt} AT TIME ZONE 'UTC')::date - 1)`;
  const within = (day: SQLWrapper) => sql`${day} BETWEEN ${from}::date AND ${to}::date`;
  const rows = await db
    .select({ signal: signalColumns, resolvedOn: sql<Day | null>`${resolvedOn}::text` })
    .from(signals)
    .where(
      and(
        eq(signals.workspaceId, workspaceId),
        among(signals.accountId, accountIds),
        or(within(signals.raisedOn), within(resolvedOn)),
      ),
    )
    .orderBy(asc(signals.id))
    .limit(MOST);
  return rows.map(({ signal, resolvedOn: day }) => ({ signal: toSignal(signal), resolvedOn: day }));
}
