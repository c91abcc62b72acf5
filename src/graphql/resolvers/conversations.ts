import type { ToolUse, TurnEvent, TurnResult } from '../../assistant/turn.ts';
import {
  type AskLarryCode,
  askLarry,
  type DeleteConversationCode,
  deleteConversation,
  listConversations,
  type Turn,
  type WatchedEvent,
  watchTurn,
} from '../../features/conversations/index.ts';
import { pageRequest, toConnection } from '../connection.ts';
import { ctxOf, loadersOf, type RequestContext } from '../context.ts';
import { badInput, refusedQuery } from '../errors.ts';
import type {
  AskLarryErrorCode,
  DeleteConversationErrorCode,
  LarryFallbackReason,
  LarryToolUse,
  Resolvers,
} from '../generated.ts';
import type { SameCodes } from '../same-codes.ts';

true satisfies SameCodes<AskLarryCode, AskLarryErrorCode>;
true satisfies SameCodes<DeleteConversationCode, DeleteConversationErrorCode>;
true satisfies SameCodes<NonNullable<TurnResult['fallback']>, LarryFallbackReason>;

export const conversationsResolvers: Resolvers = {
  Query: {
    conversation: (_, { id }, context) => loadersOf(context).conversations.byId.load(id),
    conversations: async (_, args, context) => {
      const page = await listConversations(ctxOf(context), pageRequest(args));
      if (!page.ok) throw refusedQuery(page.error);
      return toConnection(page.value);
    },
  },
  Conversation: {
    turns: async ({ id }, args, context) =>
      toConnection(await loadersOf(context).conversations.turns(pageRequest(args)).load(id)),
  },
  LarryTurn: {
    conversation: async ({ conversationId }, _, context) => {
      const conversation = await loadersOf(context).conversations.byId.load(conversationId);
      if (!conversation) throw new Error(`the conversation ${conversationId} of a turn is gone`);
      return conversation;
    },
    answer: async (turn, _, context) => (await resultOf(turn, context))?.answer ?? null,
    source: async (turn, _, context) => (await resultOf(turn, context))?.source ?? null,
    restsOn: async (turn, _, context) => (await resultOf(turn, context))?.restsOn.map(toToolUse) ?? [],
    proposals: async (turn, _, context) =>
      ((await resultOf(turn, context))?.proposals ?? []).map((one) => ({ ...one, input: { ...one.input } })),
    unsupportedNumbers: async (turn, _, context) => (await resultOf(turn, context))?.unsupportedNumbers ?? [],
    fallback: async (turn, _, context) => (await resultOf(turn, context))?.fallback ?? null,
  },
  Mutation: {
    askLarry: async (_, { input: { question, conversationId = null } }, context) => {
      const asked = await askLarry(ctxOf(context), { question, conversationId });
      return asked.ok ? { turn: asked.value, userErrors: [] } : { turn: null, userErrors: asked.error };
    },
    deleteConversation: async (_, { input: { id } }, context) => {
      const deleted = await deleteConversation(ctxOf(context), { id });
      return { deleted: deleted.ok, userErrors: deleted.ok ? [] : deleted.error };
    },
  },
  Subscription: {
    larryTurnProgressed: {
      subscribe: async (_, { turnId, afterSequence }, context) => {
        if (afterSequence < 0) throw badInput('afterSequence is 0 or more.', ['afterSequence']);
        const watched = await watchTurn(ctxOf(context), turnId, afterSequence);
        if (!watched.ok) throw refusedQuery(watched.error);
        return watched.value as never;
      },
      resolve: (told: unknown) => toEvent(told as WatchedEvent) as never,
    },
  },
};

const resultOf = ({ id, state }: Turn, context: RequestContext): Promise<TurnResult | null> | null =>
  state === 'ANSWERED' ? loadersOf(context).conversations.result.load(id) : null;

const objectOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? { ...value } : {};

function toToolUse({ id, tool, input, outcome }: ToolUse): LarryToolUse {
  const called = { id, tool, input: objectOf(input) };
  const nothing = { data: null, from: null, to: null, freshness: null, truncated: false, about: [] };
  if (!outcome.ok) return { ...called, ...nothing, code: outcome.code, message: outcome.message };
  const { data, days, freshness, truncated, about } = outcome;
  return {
    ...{ ...called, data: objectOf(data), freshness, truncated, about, code: null, message: null },
    from: days?.from ?? null,
    to: days?.to ?? null,
  };
}

/** The event as its type of the schema. What ends a turn is stored without what the turn holds itself. */
function toEvent({ sequence, event: told, turn }: WatchedEvent) {
  const event = told as Exclude<TurnEvent, { kind: 'ANSWERED' | 'FAILED' }> | { readonly kind: 'ANSWERED' | 'FAILED' };
  switch (event.kind) {
    case 'TEXT':
      return { __typename: 'LarryText', sequence, text: event.text } as const;
    case 'TEXT_WITHDRAWN':
      return { __typename: 'LarryTextWithdrawn', sequence } as const;
    case 'TOOL_STARTED':
      return {
        ...({ __typename: 'LarryToolStarted', sequence } as const),
        ...{ id: event.id, tool: event.tool, input: objectOf(event.input) },
      };
    case 'TOOL_FINISHED':
      return { __typename: 'LarryToolFinished', sequence, use: toToolUse(event.use) } as const;
    case 'ANSWERED':
      return { __typename: 'LarryAnswered', sequence, turn } as const;
    case 'FAILED':
      return { __typename: 'LarryFailed', sequence, turn, message: turn.failure ?? 'There is no answer.' } as const;
  }
}
