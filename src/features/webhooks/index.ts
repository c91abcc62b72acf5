export { type CreateWebhookEndpointCode, createWebhookEndpoint } from './create-webhook-endpoint.ts';
export { type DeleteWebhookEndpointCode, deleteWebhookEndpoint } from './delete-webhook-endpoint.ts';
export { deliverWebhooks } from './deliver-webhooks.ts';
export { dispatchEvents, handOutDeliveries } from './dispatch-events.ts';
export { emitEvents } from './emit-events.ts';
export {
  findWebhookDelivery,
  findWebhookEndpoint,
  findWebhookEndpoints,
  findWebhookEvent,
  listWebhookDeliveries,
  listWebhookEndpoints,
} from './find-webhooks.ts';
export { deliverJob, sweepWebhooksJob } from './jobs.ts';
export {
  type Attempt,
  type AttemptErrorCode,
  type DeliveryState,
  type DisabledReason,
  EVENT_TYPES,
  type EventType,
  type NewEvent,
  type WebhookDelivery,
  type WebhookEndpoint,
  type WebhookEvent,
} from './model.ts';
export { type ReplayWebhookDeliveryCode, replayWebhookDelivery } from './replay-webhook-delivery.ts';
export { type ReplayWebhookEventsCode, replayWebhookEvents } from './replay-webhook-events.ts';
export { resealWebhooks } from './reseal-webhooks.ts';
export { type RotateWebhookSecretCode, rotateWebhookSecret } from './rotate-webhook-secret.ts';
export { type SendTestWebhookCode, sendTestWebhook } from './send-test-webhook.ts';
export { countSealedWebhooks } from './store/secret-keys.ts';
export { sweepWebhooks } from './sweep-webhooks.ts';
export { type UpdateWebhookEndpointCode, updateWebhookEndpoint } from './update-webhook-endpoint.ts';
