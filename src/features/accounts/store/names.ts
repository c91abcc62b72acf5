import { type SQL, sql } from 'drizzle-orm';
import type { Queryable } from '../../../db/client.ts';
import type { Account } from '../model.ts';
import { selectAccounts } from './accounts.ts';

/** At most `limit` accounts whose name or external id is spelled alike: by the keys of `lib/spelling.ts`, which indexes hold. */
export const selectAccountsSpelled = (
  db: Queryable,
  workspaceId: number,
  keys: { readonly name: string; readonly id: string },
  limit: number,
): Promise<Account[]> => {
  // Texts without a letter or digit have empty keys, all of them the same.
  const spelled: SQL[] = [
    ...(keys.name === '' ? [] : [sql`a.name_key = ${keys.name}`]),
    ...(keys.id === '' ? [] : [sql`a.id_key = ${keys.id}`]),
  ];
  if (spelled.length === 0) return Promise.resolve([]);
  return selectAccounts(db, workspaceId, sql`(${sql.join(spelled, sql` OR `)}) ORDER BY a.id LIMIT ${limit}`);
};
