/** What endpoints can be told of. The names are sent as the event's `type` (Standard Webhooks: full-stop delimited). */
export const EVENT_TYPES = ['signal.raised', 'signal.resolved', 'health.band_changed', 'sync.failed'] as const;
export type EventType = (typeof EVENT_TYPES)[number];

/** Something that happened. */
export type NewEvent = {
  readonly type: EventType;
  /** Plain JSON, without secrets; instants and days as texts. */
  readonly data: Readonly<Record<string, unknown>>;
};
