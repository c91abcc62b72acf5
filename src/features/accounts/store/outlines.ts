import { and, eq, gt } from 'drizzle-orm';
import type { Queryable } from '../../../db/client.ts';
import { accounts } from '../../../db/tables/accounts.ts';
import type { AccountOutline } from '../model.ts';

/** At most `limit` accounts behind `after` in order of id: a few texts each. */
export const selectOutlines = (
  db: Queryable,
  workspaceId: number,
  after: string,
  limit: number,
): Promise<AccountOutline[]> =>
  db
    .select({
      id: accounts.id,
      externalCrmId: accounts.externalCrmId,
      name: accounts.name,
      owner: accounts.owner,
      arr: accounts.arr,
      renewalOn: accounts.renewalOn,
    })
    .from(accounts)
    .where(and(eq(accounts.workspaceId, workspaceId), gt(accounts.id, after)))
    .orderBy(accounts.id)
    .limit(limit);
