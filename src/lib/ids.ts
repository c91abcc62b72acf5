import { randomBytes } from 'node:crypto';

/** What an id's prefix says about its type. */
export const ID_PREFIX = {
  account: 'acc',
  apiKey: 'key',
  auditEvent: 'evt',
  backtest: 'bkt',
  conversation: 'conv',
  customApi: 'capi',
  savedView: 'view',
  signal: 'sig',
  syncRun: 'run',
  turn: 'turn',
  webhookDelivery: 'whd',
  webhookEndpoint: 'wh',
  webhookEvent: 'whe',
  workspace: 'ws',
} as const;
export type IdKind = keyof typeof ID_PREFIX;

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/** The id's random part as a number, and the milliseconds it was made in. */
let last = { time: -1, random: 0n };

/**
 * An opaque id that sorts by time of creation: prefix, 48 bits of milliseconds, 80 random bits (the layout of a ULID,
 * https://github.com/ulid/spec, in lower case). Ids that one process makes within a millisecond sort in the order they were
 * made: each is the one before and a random step.
 */
export function newId(kind: IdKind, now: Date): string {
  const time = now.getTime();
  const bytes = randomBytes(10);
  // The highest bit stays free for the steps.
  if (time !== last.time) last = { time, random: BigInt(`0x${bytes.toString('hex')}`) >> 1n };
  else last = { time, random: last.random + 1n + BigInt(bytes.readUInt32BE(0)) };
  return `${ID_PREFIX[kind]}_${base32(BigInt(time), 10)}${base32(last.random, 16)}`;
}

function base32(value: bigint, length: number): string {
  let text = '';
  for (let rest = value; text.length < length; rest >>= 5n) text = ALPHABET[Number(rest & 31n)] + text;
  return text;
}

/** The kind an id claims to be of, or null. */
export function idKind(id: string): IdKind | null {
  const [prefix, rest] = id.split('_', 2);
  if (!rest) return null;
  for (const [kind, value] of Object.entries(ID_PREFIX)) if (value === prefix) return kind as IdKind;
  return null;
}

/** The id of another kind that belongs to the same thing: a workspace's one custom API, for example. */
export const siblingId = (id: string, kind: IdKind): string => `${ID_PREFIX[kind]}_${id.slice(id.indexOf('_') + 1)}`;
