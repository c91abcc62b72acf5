import { and, asc, eq, or } from 'drizzle-orm';
import type { Queryable } from '../../../db/client.ts';
import { accounts } from '../../../db/tables/accounts.ts';
import type { Account } from '../model.ts';
import { ACCOUNT_COLUMNS } from './accounts.ts';

/** At most `limit` accounts whose name or external id is spelled alike: by the keys of `lib/spelling.ts`, which indexes hold. */
export const selectAccountsSpelled = (
  db: Queryable,
  workspaceId: number,
  keys: { readonly name: string; readonly id: string },
  limit: number,
): Promise<Account[]> => {
  // Texts without a letter or digit have empty keys, all of them the same.
  const spelled = [
    ...(keys.name === '' ? [] : [eq(accounts.nameKey, keys.name)]),
    ...(keys.id === '' ? [] : [eq(accounts.idKey, keys.id)]),
  ];
  if (spelled.length === 0) return Promise.resolve([]);
  return db
    .select(ACCOUNT_COLUMNS)
    .from(accounts)
    .where(and(eq(accounts.workspaceId, workspaceId), or(...spelled)))
    .orderBy(asc(accounts.id))
    .limit(limit);
};
