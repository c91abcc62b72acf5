/** What endpoints can be told of. The names are sent as the event's `type` (Standard Webhooks: full-stop delimited). */
export const EVENT_TYPES = ['signal.raised', 'signal.resolved', 'health.band_changed', 'sync.failed'] as const;
export type EventType = (typeof EVENT_TYPES)[number];

/** Something that happened. */
export type NewEvent = {
  readonly type: EventType;
  /** Plain JSON, without secrets; instants and days as texts. */
  readonly data: Readonly<Record<string, unknown>>;
};

/** Sent to one endpoint because somebody asked for it; nobody subscribes to it. */
export const TEST_EVENT = 'webhook.test';

/** An event as it was written down. */
export type WebhookEvent = {
  readonly id: string;
  /** As it is sent; of a kind that is not sent any more, perhaps. */
  readonly type: string;
  readonly occurredAt: Date;
  readonly data: Readonly<Record<string, unknown>>;
};

/** Why the product stopped calling an endpoint: it answered 410, or every delivery failed for days. */
export type DisabledReason = 'GONE' | 'FAILING';

export type WebhookEndpoint = {
  readonly id: string;
  /** Host and port; the rest of the URL may be a secret. */
  readonly host: string;
  readonly description: string | null;
  /** Empty: all of them. */
  readonly eventTypes: readonly EventType[];
  readonly enabled: boolean;
  readonly disabledReason: DisabledReason | null;
  readonly failingSince: Date | null;
  readonly lastDeliveredAt: Date | null;
  readonly lastFailedAt: Date | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
};

/** A secret that signs; `until` is null for the current one. */
export type SigningSecret = { readonly secret: string; readonly until: string | null };

export const DELIVERY_STATES = ['PENDING', 'DELIVERED', 'FAILED', 'CANCELLED'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** Why a call was no success. Closed: clients switch on it. */
export type AttemptErrorCode =
  | 'URL_REFUSED'
  | 'ADDRESS_REFUSED'
  | 'HOST_NOT_FOUND'
  | 'CONNECTION_FAILED'
  | 'TLS_FAILED'
  | 'TIMEOUT'
  | 'REDIRECTED'
  | 'BAD_STATUS'
  | 'SECRETS_UNREADABLE'
  | 'WORKER_LOST';

/** One call, as it is stored: plain JSON. */
export type Attempt = {
  readonly at: string;
  readonly httpStatus: number | null;
  readonly error: { readonly code: AttemptErrorCode; readonly message: string } | null;
  readonly durationMs: number;
  /** The beginning of what was answered, as text; null when nothing was. */
  readonly answer: string | null;
};

/** One event on its way to one endpoint. */
export type WebhookDelivery = {
  readonly id: string;
  readonly endpointId: string;
  readonly event: WebhookEvent;
  readonly state: DeliveryState;
  readonly attempts: readonly Attempt[];
  readonly tries: number;
  readonly nextAttemptAt: Date | null;
  readonly createdAt: Date;
  readonly finishedAt: Date | null;
};
