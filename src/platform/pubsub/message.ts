/** PostgreSQL carries 8,000 bytes in one NOTIFY; the rest is for the channel's name and the envelope. */
const MAX_PAYLOAD_BYTES = 7_000;
const MAX_CHANNEL_BYTES = 200;

/** A payload as text, checked the same way by every adapter so that none of them surprises in production. */
export function encodePayload(channel: string, payload: unknown): string {
  if (channel === '' || Buffer.byteLength(channel) > MAX_CHANNEL_BYTES) {
    throw new RangeError(`a channel's name has 1 to ${MAX_CHANNEL_BYTES} bytes`);
  }
  const text = JSON.stringify(payload);
  if (text === undefined) throw new TypeError(`a message on ${channel} must be JSON`);
  const bytes = Buffer.byteLength(text);
  if (bytes > MAX_PAYLOAD_BYTES) {
    throw new RangeError(
      `a message on ${channel} has ${bytes} bytes, at most ${MAX_PAYLOAD_BYTES}: send an id instead`,
    );
  }
  return text;
}
