import { eq } from 'drizzle-orm';
import type { Queryable } from '../../../db/client.ts';
import { customApis } from '../../../db/tables/sources.ts';
import type { LastAnswer } from '../domain/last-answer.ts';

type Stored = LastAnswer & { readonly at: string };

export const toStoredAnswer = (answer: LastAnswer, now: Date): Stored => ({ ...answer, at: now.toISOString() });

/** By itself, for it may be long. Null when the next answer cannot be compared with it. */
export async function selectLastAnswer(db: Queryable, workspaceId: number): Promise<LastAnswer | null> {
  const [row] = await db
    .select({ lastAnswer: customApis.lastAnswer, lastSyncAt: customApis.lastSyncAt })
    .from(customApis)
    .where(eq(customApis.workspaceId, workspaceId));
  // Only `finishWindow` writes it.
  const stored = (row?.lastAnswer ?? null) as Stored | null;
  // While a new version is brought in, a worker of the one before may store another answer and leave this one here.
  return stored && row?.lastSyncAt?.toISOString() === stored.at ? stored : null;
}
