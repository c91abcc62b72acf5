import { sql } from 'drizzle-orm';
import type { Queryable } from '../../../db/client.ts';
import { type Severity, type SignalState, type SignalType, severityOf } from '../domain/signal.ts';
import { textList } from './signals.ts';

export type SignalCount = { readonly type: SignalType; readonly severity: Severity; readonly count: number };

export async function countSignalsByType(
  db: Queryable,
  workspaceId: number,
  states: readonly SignalState[],
): Promise<SignalCount[]> {
  const rows = await db.execute<{ type: SignalType; severity: number; count: number }>(sql`
    SELECT type, severity::int, count(*)::int AS count FROM signals
    WHERE workspace_id = ${workspaceId} AND state IN ${textList(states)}
    GROUP BY type, severity ORDER BY severity DESC, type`);
  return rows.map(({ severity, ...row }) => ({ ...row, severity: severityOf(severity) }));
}
