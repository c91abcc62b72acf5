import { Webhook } from 'standardwebhooks';
import { dispatchEvents, emitEvents, handOutDeliveries, type NewEvent } from '../../src/features/webhooks/index.ts';
import type { TestApp, TestWorkspace } from './app.ts';
import type { RecordedRequest } from './behaviours.ts';

const CREATE = `mutation ($input: CreateWebhookEndpointInput!) { createWebhookEndpoint(input: $input) {
  endpoint { id host description eventTypes enabled } secret userErrors { code message field } } }`;
const DELIVERIES = `query ($id: ID!, $first: Int!, $after: String, $states: [WebhookDeliveryState!]) { node(id: $id) {
  ... on WebhookEndpoint { id enabled disabledReason failingStartedAt lastDeliveredAt lastFailedAt
    deliveries(first: $first, after: $after, states: $states) { pageInfo { hasNextPage endCursor } nodes {
      id state nextAttemptAt createdAt finishedAt endpoint { id } event { id type occurredAt payload }
      attempts { startedAt httpStatus durationMs answer error { code message } } } } } } }`;

export type Hook = { readonly id: string; readonly secret: string };

/** Makes an endpoint through the API. */
export async function createHook(workspace: TestWorkspace, url: string, more: object = {}): Promise<Hook> {
  const { createWebhookEndpoint } = await workspace.as('ADMIN').ask(CREATE, { input: { url, ...more } });
  const { endpoint, secret, userErrors } = createWebhookEndpoint;
  if (!endpoint) throw new Error(JSON.stringify(userErrors));
  return { id: endpoint.id, secret };
}

/** Makes the same change with a mutation of the webhooks room, which all take an input with an id. */
export async function changeHook(workspace: TestWorkspace, mutation: string, input: object, payload: string) {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
  const document = `mutation ($input: ${type}!) { ${mutation}(input: $input) { ${payload} userErrors { code message field } } }`;
  const answer = await workspace.as('ADMIN').ask(document, { input });
  return answer[mutation];
}

/** The endpoint with its log, newest first. */
export async function logOf(workspace: TestWorkspace, hook: Pick<Hook, 'id'>, page: object = {}) {
  const { node } = await workspace.as('ADMIN').ask(DELIVERIES, { id: hook.id, first: 100, ...page });
  return { ...node, deliveries: node?.deliveries.nodes, pageInfo: node?.deliveries.pageInfo };
}

/** As the rooms that know of something tell it: in a transaction, and announced after it. */
export async function emit({ ctx }: TestWorkspace, ...events: readonly NewEvent[]): Promise<void> {
  await ctx.db.orm.transaction((tx) => emitEvents(tx, ctx, events));
  await dispatchEvents(ctx);
}

export const anEvent = (data: Record<string, unknown> = { account: 'A-1' }): NewEvent => ({
  type: 'signal.raised',
  data,
});

/** Lets time pass, looks for what is due then, and waits until it is sent. */
export async function later(app: TestApp, milliseconds: number): Promise<void> {
  app.clock.advance(milliseconds);
  await handOutDeliveries(app.ports);
  await app.ports.queue.drain();
}

/** What the reference implementation makes of a request: the body, or an error. It compares the timestamp with its own clock. */
export function verify({ headers, body }: RecordedRequest, secret: string): unknown {
  const sent = Number(headers['webhook-timestamp']) * 1000;
  const real = Date.now;
  Date.now = () => sent;
  try {
    return new Webhook(secret).verify(body, headers as Record<string, string>);
  } finally {
    Date.now = real;
  }
}
