import { eq } from 'drizzle-orm';
import type { Queryable } from '../../../db/client.ts';
import { customApis } from '../../../db/tables/sources.ts';
import type { LastAnswer } from '../domain/last-answer.ts';

/** By itself, for it may be long. Null when the next answer cannot be compared with it. */
export async function selectLastAnswer(db: Queryable, workspaceId: number): Promise<LastAnswer | null> {
  const [row] = await db
    .select({ lastAnswer: customApis.lastAnswer })
    .from(customApis)
    .where(eq(customApis.workspaceId, workspaceId));
  // Only `finishWindow` writes it.
  return (row?.lastAnswer ?? null) as LastAnswer | null;
}
