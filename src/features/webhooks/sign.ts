import { createHmac, randomBytes } from 'node:crypto';
import type { SigningSecret, WebhookEvent } from './model.ts';

const PREFIX = 'whsec_';
/** Standard Webhooks: 24 to 64. */
const SECRET_BYTES = 32;

export const newSecret = (): string => `${PREFIX}${randomBytes(SECRET_BYTES).toString('base64')}`;

/** What is sent, and signed, byte for byte. */
export const bodyOf = ({ type, occurredAt, data }: WebhookEvent): string =>
  JSON.stringify({ type, timestamp: occurredAt.toISOString(), data });

/**
 * The headers of Standard Webhooks 1.0.0 (https://www.standardwebhooks.com). The id is the event's, the same at every try and
 * replay, for the receiver to know an event again; the timestamp is that of the try. One signature for each secret.
 */
export function signedHeaders(
  id: string,
  body: string,
  secrets: readonly string[],
  now: Date,
): Readonly<Record<'webhook-id' | 'webhook-timestamp' | 'webhook-signature', string>> {
  const timestamp = String(Math.floor(now.getTime() / 1000));
  const content = `${id}.${timestamp}.${body}`;
  const signatures = secrets.map((secret) => {
    const key = Buffer.from(secret.slice(PREFIX.length), 'base64');
    return `v1,${createHmac('sha256', key).update(content).digest('base64')}`;
  });
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signatures.join(' ') };
}

/** The secrets that sign at this moment, the current one first. */
export const signingNow = (secrets: readonly SigningSecret[], now: Date): SigningSecret[] =>
  secrets.filter(({ until }) => until === null || new Date(until) > now);
