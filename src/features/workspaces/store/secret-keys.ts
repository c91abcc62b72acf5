import { sql } from 'drizzle-orm';
import type { Queryable } from '../../../db/client.ts';

/** Whoever seals holds this until the sealed value is committed; whoever turns keys waits for all of them, and they for him. */
const LOCK = sql`hashtext('tributary.secret-keys'), 0`;

export async function holdKeys(tx: Queryable): Promise<void> {
  await tx.execute(sql`SELECT pg_advisory_xact_lock_shared(${LOCK})`);
}

export async function lockKeys(tx: Queryable): Promise<void> {
  await tx.execute(sql`SELECT pg_advisory_xact_lock(${LOCK})`);
}
