import type { Queryable } from '../../db/client.ts';
import { newId } from '../../lib/ids.ts';
import type { Ctx } from '../kit/ctx.ts';
import type { AuditAction } from './model.ts';
import { insertAuditEvent } from './store/index.ts';

/** What a change of configuration leaves in the audit log. */
export type Change = {
  readonly action: AuditAction;
  /** Public id of what was changed, or the customer's own. */
  readonly subject: string;
  /** What a reader needs to understand it, without any secret. */
  readonly details?: Record<string, unknown>;
};

/** Notes who changed what, in the transaction that changes it: one does not happen without the other. */
export async function recordChange(tx: Queryable, ctx: Pick<Ctx, 'actor' | 'clock'>, change: Change): Promise<void> {
  const at = ctx.clock.now();
  await insertAuditEvent(tx, ctx.actor.workspaceId, {
    id: newId('auditEvent', at),
    at,
    apiKeyId: ctx.actor.keyId,
    details: {},
    ...change,
  });
}
