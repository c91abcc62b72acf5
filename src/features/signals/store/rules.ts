import { desc, eq } from 'drizzle-orm';
import type { Queryable } from '../../../db/client.ts';
import { signalRules } from '../../../db/tables/signals.ts';
import type { SignalRules } from '../domain/rules.ts';

type SavedVersion = { readonly version: number; readonly savedAt: Date; readonly rules: SignalRules };

/** The latest version; null when none was saved. */
export async function selectRules(db: Queryable, workspaceId: number): Promise<SavedVersion | null> {
  const [row] = await db
    .select({ version: signalRules.version, savedAt: signalRules.savedAt, rules: signalRules.rules })
    .from(signalRules)
    .where(eq(signalRules.workspaceId, workspaceId))
    .orderBy(desc(signalRules.version))
    .limit(1);
  return row ? { ...row, rules: row.rules as SignalRules } : null;
}

/** False when somebody else has saved this version meanwhile. */
export async function insertRules(
  db: Queryable,
  workspaceId: number,
  saved: SavedVersion & { readonly apiKeyId: string | null },
): Promise<boolean> {
  const rows = await db
    .insert(signalRules)
    .values({ workspaceId, ...saved })
    .onConflictDoNothing()
    .returning({ version: signalRules.version });
  return rows.length === 1;
}
