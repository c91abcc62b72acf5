import { encodeCursor, type Page, type PageRequest, pageOf } from '../../lib/page.ts';
import { ok } from '../../lib/result.ts';
import { forbidden } from '../kit/authorize.ts';
import { keysetAfter } from '../kit/keyset-after.ts';
import type { Outcome } from '../kit/refusal.ts';
import type { AuditEvent, AuditFilter, KeyCtx } from './model.ts';
import { getAuditEvent, selectAuditPage } from './store/index.ts';

const ORDERING = 'audit';

/** One page of the changes that match, newest first. */
export async function listAuditEvents(
  ctx: KeyCtx,
  page: PageRequest,
  filter: AuditFilter,
): Promise<Outcome<Page<AuditEvent>, 'FORBIDDEN' | 'INVALID_INPUT'>> {
  const no = forbidden(ctx.actor, 'ADMIN');
  if (no) return no;
  const after = keysetAfter(page, ORDERING, ['string']);
  if (!after.ok) return after;
  const before = after.value === null ? null : String(after.value[0]);
  const rows = await selectAuditPage(ctx.db.orm, ctx.actor.workspaceId, filter, before, page.first + 1);
  return ok(pageOf(rows, page, (event) => ({ node: event, cursor: encodeCursor(ORDERING, [event.id]) })));
}

/** One change by its id; null when there is none, or none for this actor. */
export async function findAuditEvent(ctx: KeyCtx, id: string): Promise<AuditEvent | null> {
  return forbidden(ctx.actor, 'ADMIN') ? null : getAuditEvent(ctx.db.orm, ctx.actor.workspaceId, id);
}
