import { trimAsciiBlanks } from '../../lib/text.ts';
import type { Ctx } from '../kit/ctx.ts';
import { checkId, checkInstant } from './domain/check-facts.ts';
import type { RelationshipTouch } from './model.ts';
import { type AccountRef, type RecordOutcome, recordFacts } from './record-facts.ts';
import { upsertTouches } from './store/record.ts';

export type TouchInput = AccountRef & RelationshipTouch;

/** Records contacts with accounts. One that was given before under its externalId is replaced, whosever it was. */
export function recordRelationshipTouch(
  ctx: Ctx,
  { touches }: { readonly touches: readonly TouchInput[] },
): Promise<RecordOutcome> {
  const now = ctx.clock.now();
  const tidy = touches.map((touch) => ({ ...touch, externalId: trimAsciiBlanks(touch.externalId) }));
  return recordFacts(
    ctx,
    {
      list: 'touches',
      check: ({ externalId, touchedAt }) => [
        checkId('externalId', externalId),
        checkInstant('touchedAt', touchedAt, now),
      ],
      key: { field: 'externalId', of: ({ externalId }) => externalId },
      write: (tx, facts) => upsertTouches(tx, ctx.actor.workspaceId, facts, now),
    },
    tidy,
  );
}
