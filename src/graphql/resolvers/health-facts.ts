import {
  type RecordFactsCode,
  type RecordOutcome,
  recordBillingSnapshot,
  recordChurn,
  recordRelationshipTouch,
  recordSupportSnapshot,
} from '../../features/health/index.ts';
import { PAGE_LIMIT } from '../../lib/page.ts';
import { ctxOf, loadersOf, type RequestContext } from '../context.ts';
import { badInput } from '../errors.ts';
import type {
  InputMaybe,
  RecordBillingSnapshotErrorCode,
  RecordChurnErrorCode,
  RecordRelationshipTouchErrorCode,
  RecordSupportSnapshotErrorCode,
  Resolvers,
} from '../generated.ts';
import type { SameCodes } from '../same-codes.ts';

true satisfies SameCodes<RecordFactsCode, RecordBillingSnapshotErrorCode>;
true satisfies SameCodes<RecordFactsCode, RecordChurnErrorCode>;
true satisfies SameCodes<RecordFactsCode, RecordRelationshipTouchErrorCode>;
true satisfies SameCodes<RecordFactsCode, RecordSupportSnapshotErrorCode>;

export const healthFactsResolvers: Resolvers = {
  Account: {
    relationshipTouches: ({ id }, { first }, context) => loadersOf(context).facts.touches(listed(first)).load(id),
    supportSnapshots: ({ id }, { first }, context) => loadersOf(context).facts.supportSnapshots(listed(first)).load(id),
    billingSnapshots: ({ id }, { first }, context) => loadersOf(context).facts.billingSnapshots(listed(first)).load(id),
    churn: ({ id }, _, context) => loadersOf(context).facts.churn.load(id),
  },
  Mutation: {
    recordRelationshipTouch: async (_, { input }, context) => {
      const touches = input.touches.map(({ externalId, touchedAt, kind, sentiment, ...of }) => ({
        ...refOf(of),
        externalId,
        touchedAt,
        kind,
        sentiment: sentiment ?? null,
      }));
      return recorded(context, await recordRelationshipTouch(ctxOf(context), { touches }));
    },
    recordSupportSnapshot: async (_, { input }, context) => {
      const snapshots = input.snapshots.map(({ day, openTickets, urgentTickets, ...rest }) => ({
        ...refOf(rest),
        day,
        openTickets,
        urgentTickets,
        oldestTicketHours: rest.oldestTicketHours ?? null,
        firstResponseHours: rest.firstResponseHours ?? null,
        satisfactionRate: rest.satisfactionRate ?? null,
      }));
      return recorded(context, await recordSupportSnapshot(ctxOf(context), { snapshots }));
    },
    recordBillingSnapshot: async (_, { input }, context) => {
      const snapshots = input.snapshots.map(({ day, mrr, subscription, payment, overdueDays, ...of }) => ({
        ...refOf(of),
        day,
        mrr: mrr ?? null,
        subscription,
        payment,
        overdueDays,
      }));
      return recorded(context, await recordBillingSnapshot(ctxOf(context), { snapshots }));
    },
    recordChurn: async (_, { input }, context) => {
      const churns = input.churns.map(({ churnedOn, reason, ...of }) => ({
        ...refOf(of),
        churnedOn: churnedOn ?? null,
        reason: reason ?? null,
      }));
      return recorded(context, await recordChurn(ctxOf(context), { churns }));
    },
  },
};

const refOf = (of: { accountId?: InputMaybe<string>; externalCrmId?: InputMaybe<string> }) => ({
  accountId: of.accountId ?? null,
  externalCrmId: of.externalCrmId ?? null,
});

function recorded(context: RequestContext, outcome: RecordOutcome) {
  loadersOf(context).facts.forget();
  return outcome.ok
    ? { ...outcome.value, userErrors: [] }
    : { changedCount: 0, unchangedCount: 0, userErrors: outcome.error };
}

/** How many of a list; its own limits, because it is no connection. */
export function listed(first: number): number {
  if (first < 1 || first > PAGE_LIMIT) throw badInput(`first is 1 to ${PAGE_LIMIT}, not ${first}.`, ['first']);
  return first;
}
