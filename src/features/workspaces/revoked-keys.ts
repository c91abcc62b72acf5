import type { Ports } from '../kit/ctx.ts';

const CHANNEL = 'api-keys-revoked';

/** Tells every server process that some key works no more. A message that does not get through must not undo the revocation. */
export async function announceRevokedKey({ pubsub, log }: Partial<Pick<Ports, 'pubsub' | 'log'>>): Promise<void> {
  try {
    await pubsub?.publish(CHANNEL, {});
  } catch (error) {
    log?.warn({ error }, 'a revoked key could not be announced: its sockets close a little later');
  }
}

/** A message whenever keys were revoked through the API; the operator's commands send none. */
export const watchRevokedKeys = ({ pubsub }: Pick<Ports, 'pubsub'>): Promise<AsyncIterableIterator<unknown>> =>
  pubsub.subscribe(CHANNEL);
