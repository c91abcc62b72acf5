import {
  type AttemptErrorCode,
  type CreateWebhookEndpointCode,
  createWebhookEndpoint,
  type DeleteWebhookEndpointCode,
  type DeliveryState,
  type DisabledReason,
  deleteWebhookEndpoint,
  EVENT_TYPES,
  type EventType,
  listWebhookDeliveries,
  listWebhookEndpoints,
  type ReplayWebhookDeliveryCode,
  type ReplayWebhookEventsCode,
  type RotateWebhookSecretCode,
  replayWebhookDelivery,
  replayWebhookEvents,
  rotateWebhookSecret,
  type SendTestWebhookCode,
  sendTestWebhook,
  type UpdateWebhookEndpointCode,
  updateWebhookEndpoint,
} from '../../features/webhooks/index.ts';
import { pageRequest, toConnection } from '../connection.ts';
import { ctxOf, loadersOf } from '../context.ts';
import { refusedQuery } from '../errors.ts';
import type {
  CreateWebhookEndpointErrorCode,
  DeleteWebhookEndpointErrorCode,
  ReplayWebhookDeliveryErrorCode,
  ReplayWebhookEventsErrorCode,
  Resolvers,
  RotateWebhookSecretErrorCode,
  SendTestWebhookErrorCode,
  UpdateWebhookEndpointErrorCode,
  WebhookAttemptErrorCode,
  WebhookDeliveryState,
  WebhookDisabledReason,
  WebhookEventType,
} from '../generated.ts';
import type { SameCodes } from '../same-codes.ts';

/** `signal.raised` is SIGNAL_RAISED here: an enum value holds no full stop. */
type InSchema<T extends string> = T extends `${infer Group}.${infer Name}`
  ? `${Uppercase<Group>}_${Uppercase<Name>}`
  : T;

true satisfies SameCodes<InSchema<EventType>, WebhookEventType>;
true satisfies SameCodes<DeliveryState, WebhookDeliveryState>;
true satisfies SameCodes<DisabledReason, WebhookDisabledReason>;
true satisfies SameCodes<AttemptErrorCode, WebhookAttemptErrorCode>;
true satisfies SameCodes<CreateWebhookEndpointCode, CreateWebhookEndpointErrorCode>;
true satisfies SameCodes<UpdateWebhookEndpointCode, UpdateWebhookEndpointErrorCode>;
true satisfies SameCodes<DeleteWebhookEndpointCode, DeleteWebhookEndpointErrorCode>;
true satisfies SameCodes<RotateWebhookSecretCode, RotateWebhookSecretErrorCode>;
true satisfies SameCodes<SendTestWebhookCode, SendTestWebhookErrorCode>;
true satisfies SameCodes<ReplayWebhookDeliveryCode, ReplayWebhookDeliveryErrorCode>;
true satisfies SameCodes<ReplayWebhookEventsCode, ReplayWebhookEventsErrorCode>;

const inSchema = (type: EventType) => type.toUpperCase().replace('.', '_') as WebhookEventType;
const fromSchema = (types: readonly WebhookEventType[]): EventType[] =>
  EVENT_TYPES.filter((type) => types.includes(inSchema(type)));

export const webhooksResolvers: Resolvers = {
  Query: {
    webhookEndpoints: async (_, __, context) => {
      const endpoints = await listWebhookEndpoints(ctxOf(context));
      if (!endpoints.ok) throw refusedQuery(endpoints.error);
      return endpoints.value;
    },
  },
  WebhookEndpoint: {
    eventTypes: ({ eventTypes }) => eventTypes.map(inSchema),
    failingStartedAt: ({ failingSince }) => failingSince,
    deliveries: async ({ id }, { states, ...page }, context) => {
      const found = await listWebhookDeliveries(ctxOf(context), id, pageRequest(page), states ?? null);
      if (!found.ok) throw refusedQuery(found.error);
      return toConnection(found.value);
    },
  },
  WebhookDelivery: {
    endpoint: ({ endpointId }, _, context) => loadersOf(context).webhookEndpoint.load(endpointId),
  },
  WebhookEvent: {
    payload: ({ type, occurredAt, data }) => ({ type, timestamp: occurredAt.toISOString(), data }),
  },
  WebhookAttempt: { startedAt: ({ at }) => new Date(at) },
  Mutation: {
    createWebhookEndpoint: async (_, { input }, context) => {
      const created = await createWebhookEndpoint(ctxOf(context), {
        url: input.url,
        eventTypes: fromSchema(input.eventTypes ?? []),
        description: input.description ?? null,
      });
      return created.ok
        ? { ...created.value, userErrors: [] }
        : { endpoint: null, secret: null, userErrors: created.error };
    },
    updateWebhookEndpoint: async (_, { input }, context) => {
      const { id, url, eventTypes, description, enabled } = input;
      const updated = await updateWebhookEndpoint(ctxOf(context), {
        id,
        ...(url == null ? {} : { url }),
        ...(eventTypes == null ? {} : { eventTypes: fromSchema(eventTypes) }),
        ...(description === undefined ? {} : { description }),
        ...(enabled == null ? {} : { enabled }),
      });
      return updated.ok ? { endpoint: updated.value, userErrors: [] } : { endpoint: null, userErrors: updated.error };
    },
    deleteWebhookEndpoint: async (_, { input }, context) => {
      const deleted = await deleteWebhookEndpoint(ctxOf(context), input);
      return { deleted: deleted.ok, userErrors: deleted.ok ? [] : deleted.error };
    },
    rotateWebhookSecret: async (_, { input }, context) => {
      const rotated = await rotateWebhookSecret(ctxOf(context), input);
      return rotated.ok
        ? { ...rotated.value, userErrors: [] }
        : { endpoint: null, secret: null, previousSecretExpiresAt: null, userErrors: rotated.error };
    },
    sendTestWebhook: async (_, { input }, context) => {
      const sent = await sendTestWebhook(ctxOf(context), input);
      return sent.ok ? { delivery: sent.value, userErrors: [] } : { delivery: null, userErrors: sent.error };
    },
    replayWebhookDelivery: async (_, { input }, context) => {
      const sent = await replayWebhookDelivery(ctxOf(context), input);
      return sent.ok ? { delivery: sent.value, userErrors: [] } : { delivery: null, userErrors: sent.error };
    },
    replayWebhookEvents: async (_, { input }, context) => {
      const { endpointId, startAt: from } = input;
      const sent = await replayWebhookEvents(ctxOf(context), { endpointId, from });
      return sent.ok ? { replayedCount: sent.value, userErrors: [] } : { replayedCount: null, userErrors: sent.error };
    },
  },
};
