import type { ServerResponse } from 'node:http';

/** Whoever takes nothing for so long is gone, and keeps others from the database meanwhile. */
const PATIENCE_MS = 30_000;

/** Resolves once what was written is on its way; rejects when the client is gone or takes nothing. */
export function drained(response: ServerResponse, patienceMs: number = PATIENCE_MS): Promise<void> {
  if (response.destroyed) return Promise.reject(new Error('the client hung up'));
  if (!response.writableNeedDrain) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const settle = (then: () => void) => () => {
      clearTimeout(impatient);
      response.off('drain', onDrain).off('close', onClose);
      then();
    };
    const onDrain = settle(resolve);
    const onClose = settle(() => reject(new Error('the client hung up')));
    const impatient = setTimeout(() => {
      response.destroy();
    }, patienceMs);
    response.once('drain', onDrain).once('close', onClose);
  });
}
