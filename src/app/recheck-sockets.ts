import type { Ports } from '../features/kit/ctx.ts';
import { watchRevokedKeys } from '../features/workspaces/index.ts';
import type { OpenSockets } from './open-sockets.ts';

/**
 * Closes the sockets of revoked keys: at once where the revocation is announced, and within `everyMs` whatever happened, since
 * the operator's commands announce nothing and an announcement can be lost.
 */
export function recheckRegularly(
  { recheck }: Pick<OpenSockets, 'recheck'>,
  ports: Pick<Ports, 'pubsub' | 'log'>,
  everyMs: number,
): { stop: () => Promise<void> } {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let news: AsyncIterableIterator<unknown> | undefined;
  const again = () => {
    timer = setTimeout(() => recheck().finally(() => stopped || again()), everyMs);
    timer.unref();
  };
  again();
  const listen = async () => {
    news = await watchRevokedKeys(ports);
    if (stopped) await news.return?.();
    for await (const _ of news) await recheck();
  };
  void listen().catch((error: unknown) =>
    ports.log.warn({ error }, 'revocations are not heard of at once: sockets are looked at regularly'),
  );
  return {
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await news?.return?.();
    },
  };
}
