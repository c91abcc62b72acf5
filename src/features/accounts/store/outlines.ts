import { eq } from 'drizzle-orm';
import type { Queryable } from '../../../db/client.ts';
import { accounts } from '../../../db/tables/accounts.ts';
import type { AccountOutline } from '../model.ts';

/** Every account of the workspace: a few texts each. */
export const selectOutlines = (db: Queryable, workspaceId: number): Promise<AccountOutline[]> =>
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
    .where(eq(accounts.workspaceId, workspaceId))
    .orderBy(accounts.id);
