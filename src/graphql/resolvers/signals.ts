import {
  type AcknowledgeSignalCode,
  acknowledgeSignal,
  countSignals,
  explain,
  explainCondition,
  listSignals,
  type ReopenSignalCode,
  type RunSignalsNowCode,
  reopenSignal,
  runSignalsNow,
  type Signal,
  type SnoozeSignalCode,
  snoozeSignal,
  type UpdateSignalRulesCode,
  updateSignalRules,
  watchSignals,
} from '../../features/signals/index.ts';
import { pageRequest, toConnection } from '../connection.ts';
import { ctxOf, loadersOf } from '../context.ts';
import { refusedQuery } from '../errors.ts';
import type {
  AcknowledgeSignalErrorCode,
  ReopenSignalErrorCode,
  Resolvers,
  RunSignalsNowErrorCode,
  SnoozeSignalErrorCode,
  UpdateSignalRulesErrorCode,
} from '../generated.ts';
import type { SameCodes } from '../same-codes.ts';
import { evidenceResolvers } from './signals-evidence.ts';
import { toRulesPatch, toSignalFilter, toWatchFilter, unique } from './signals-input.ts';

true satisfies SameCodes<AcknowledgeSignalCode, AcknowledgeSignalErrorCode>;
true satisfies SameCodes<SnoozeSignalCode, SnoozeSignalErrorCode>;
true satisfies SameCodes<ReopenSignalCode, ReopenSignalErrorCode>;
true satisfies SameCodes<RunSignalsNowCode, RunSignalsNowErrorCode>;
true satisfies SameCodes<UpdateSignalRulesCode, UpdateSignalRulesErrorCode>;

export const signalsResolvers: Resolvers = {
  ...evidenceResolvers,
  Account: {
    signals: async (account, args, context) => {
      const loaders = loadersOf(context).signals;
      const states = unique(args.states);
      const page = await loaders.ofAccounts(pageRequest(args), states).load(account.id);
      return { ...toConnection(page), count: () => loaders.counts(states).load(account.id) };
    },
  },
  Query: {
    signalFeed: async (_, args, context) => {
      const ctx = ctxOf(context);
      const accounts = loadersOf(context).accountByExternalCrmId;
      const filter = await toSignalFilter(args.filter, (externalCrmId) => accounts.load(externalCrmId));
      const page = await listSignals(ctx, pageRequest(args), filter);
      if (!page.ok) throw refusedQuery(page.error);
      return { ...toConnection(page.value), count: () => countSignals(ctx, filter) };
    },
    signalRules: (_, __, context) => loadersOf(context).signals.rules(),
  },
  SignalConnection: { totalCount: ({ count }) => count() },
  Signal: {
    account: async ({ accountId }, _, context) => {
      const account = await loadersOf(context).accountById.load(accountId);
      if (!account) throw new Error(`the account ${accountId} of a signal is gone`);
      return account;
    },
    metric: ({ type, subject }) => (type === 'USAGE_DECLINE' && subject !== '' ? subject : null),
    explanation: ({ type, evidence }) => explain(type, evidence),
    acknowledgedBy: ({ acknowledgedBy }, _, context) =>
      acknowledgedBy === null ? null : loadersOf(context).signals.keyLabel.load(acknowledgedBy),
    snoozedUntilAt: ({ snoozedUntil }) => snoozedUntil,
  },
  ChurnCondition: { explanation: explainCondition },
  SignalRules: {
    disabledTypes: ({ rules }) => rules.disabledTypes,
    usageDecline: ({ rules }) => rules.usageDecline,
    churnRisk: ({ rules: { churnRisk } }) => {
      const { PAYMENT_FAILURE, USAGE_DECLINE, RENEWAL_NEAR, HEALTH_DECLINE, NO_TOUCH } = churnRisk.weights;
      const weights = {
        ...{ paymentFailure: PAYMENT_FAILURE, usageDecline: USAGE_DECLINE, renewalNear: RENEWAL_NEAR },
        ...{ healthDecline: HEALTH_DECLINE, noTouch: NO_TOUCH },
      };
      return { ...churnRisk, weights };
    },
    renewalRisk: ({ rules }) => rules.renewalRisk,
    disengagement: ({ rules }) => rules.disengagement,
    expansion: ({ rules }) => rules.expansion,
    paymentOverdue: ({ rules }) => rules.paymentOverdue,
    subscriptionDowngrade: ({ rules }) => rules.subscriptionDowngrade,
    usageRevenueMismatch: ({ rules }) => rules.usageRevenueMismatch,
  },
  Mutation: {
    acknowledgeSignal: async (_, { input: { id, note = null } }, context) => {
      const marked = await acknowledgeSignal(ctxOf(context), { id, note });
      return marked.ok ? { signal: marked.value, userErrors: [] } : { signal: null, userErrors: marked.error };
    },
    snoozeSignal: async (_, { input: { id, untilAt, note = null } }, context) => {
      const marked = await snoozeSignal(ctxOf(context), { id, until: untilAt, note });
      return marked.ok ? { signal: marked.value, userErrors: [] } : { signal: null, userErrors: marked.error };
    },
    reopenSignal: async (_, { input: { id } }, context) => {
      const marked = await reopenSignal(ctxOf(context), { id });
      return marked.ok ? { signal: marked.value, userErrors: [] } : { signal: null, userErrors: marked.error };
    },
    runSignalsNow: async (_, __, context) => {
      const asked = await runSignalsNow(ctxOf(context));
      return asked.ok ? { evaluation: asked.value, userErrors: [] } : { evaluation: null, userErrors: asked.error };
    },
    updateSignalRules: async (_, { input }, context) => {
      const updated = await updateSignalRules(ctxOf(context), toRulesPatch(input), input.expectedVersion ?? null);
      return updated.ok
        ? { signalRules: updated.value, userErrors: [] }
        : { signalRules: null, userErrors: updated.error };
    },
  },
  Subscription: {
    signalRaised: {
      subscribe: (_, { filter }, context) => watchSignals(ctxOf(context), toWatchFilter(filter)) as never,
      resolve: (signal: unknown) => signal as Signal,
    },
  },
};
