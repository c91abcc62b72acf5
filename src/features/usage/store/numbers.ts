import type { TransactionSql } from 'postgres';

/** How staged rows come by the numbers of their accounts: what to select from, and the number as an expression of it. */
export type Numbered = { readonly from: string; readonly account: string };

/**
 * Gives every staged account id a number of its own in this workspace. Other writers of its usage wait from here on until
 * the transaction ends.
 */
export async function numberAccounts(tx: TransactionSql, workspaceId: number): Promise<Numbered> {
  await tx`SELECT pg_advisory_xact_lock(hashtext('tributary.usage'), ${workspaceId})`;
  await tx`
    INSERT INTO external_accounts (workspace_id, number, external_id)
    SELECT ${workspaceId}, last.number + row_number() OVER (ORDER BY s.ref), s.external_id
    FROM staged_accounts s,
      (SELECT coalesce(max(number), 0) AS number FROM external_accounts WHERE workspace_id = ${workspaceId}) last
    WHERE NOT EXISTS (
      SELECT 1 FROM external_accounts e WHERE e.workspace_id = ${workspaceId} AND e.external_id = s.external_id)`;
  await tx`
    CREATE TEMP TABLE staged_numbers ON COMMIT DROP AS
    SELECT s.ref, e.number FROM staged_accounts s
    JOIN external_accounts e ON e.workspace_id = ${workspaceId} AND e.external_id = s.external_id`;
  await tx`ANALYZE staged_numbers`;
  // A first history, and every answer that names the accounts in the same order, counts like `ref`: a million look-ups less.
  const [shift] = await tx<{ least: number; largest: number }[]>`
    SELECT min(number - ref) AS least, max(number - ref) AS largest FROM staged_numbers HAVING count(*) > 0`;
  if (shift && shift.least === shift.largest) {
    return { from: 'staged_rows s', account: `(s.ref + ${Math.trunc(shift.least)})` };
  }
  return { from: 'staged_rows s JOIN staged_numbers n USING (ref)', account: 'n.number' };
}
