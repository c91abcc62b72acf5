import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';

const scope = new AsyncLocalStorage<string>();

/** Runs one HTTP request under an id of its own, which its log lines and masked errors quote. */
export const withRequestId = <T>(requestId: string, run: () => T): T => scope.run(requestId, run);

/** The request's id; a fresh one for work that came over a socket, where requests have no bounds. */
export const currentRequestId = (): string => scope.getStore() ?? randomUUID();
