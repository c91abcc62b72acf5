import { CloseCode } from 'graphql-ws';
import type { WebSocket } from 'ws';
import type { Actor } from '../features/kit/actor.ts';
import type { Ctx } from '../features/kit/ctx.ts';
import type { Log } from '../platform/log.ts';
import type { Serving } from './serving.ts';

type Opened = { readonly authorization: unknown; readonly actor: Actor };

export type OpenSockets = {
  /** Null, or why there may not be one more. */
  readonly add: (socket: WebSocket, opened: Opened) => string | null;
  /** Looks the keys of all open sockets up, with one query, and closes those whose key works no more. */
  readonly recheck: () => Promise<void>;
};

type Needs = {
  readonly signIn: (authorization: unknown) => Promise<Ctx | null>;
  readonly serving: Pick<Serving, 'socketsPerKey' | 'socketsPerWorkspace'>;
  readonly log: Log;
};

/** The sockets of this process that showed a key. */
export function createOpenSockets({ signIn, serving, log }: Needs): OpenSockets {
  const open = new Map<WebSocket, Opened>();
  const countOf = (same: (actor: Actor) => boolean) => [...open.values()].filter(({ actor }) => same(actor)).length;
  const close = (authorization: unknown) => {
    for (const [socket, opened] of open)
      if (opened.authorization === authorization) socket.close(CloseCode.Forbidden, 'Forbidden');
  };
  return {
    add: (socket, opened) => {
      const { keyId, workspace } = opened.actor;
      if (countOf((actor) => actor.keyId === keyId) >= serving.socketsPerKey)
        return `A key opens at most ${serving.socketsPerKey} sockets`;
      if (countOf((actor) => actor.workspace === workspace) >= serving.socketsPerWorkspace)
        return `A workspace opens at most ${serving.socketsPerWorkspace} sockets`;
      // One that closed while its key was looked up has told so already, and would never leave.
      if (socket.readyState !== socket.OPEN) return 'The socket was closed';
      open.set(socket, opened);
      socket.once('close', () => open.delete(socket));
      return null;
    },
    recheck: async () => {
      const keys = [...new Set([...open.values()].map(({ authorization }) => authorization))];
      try {
        const found = await Promise.all(keys.map(signIn));
        for (const [index, ctx] of found.entries()) if (!ctx) close(keys[index]);
      } catch (error) {
        // Operations and events ask again by themselves, and so does the next look.
        log.warn({ error }, 'the keys of open sockets could not be looked up');
      }
    },
  };
}
