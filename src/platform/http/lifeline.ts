import { OutboundBodyError, type OutboundFailure } from './outbound.ts';

/** What one call hangs on: cut it, and whatever the call is waiting for ends with the failure given. */
export type Lifeline = {
  /** Its reason is an `OutboundBodyError`. */
  readonly signal: AbortSignal;
  readonly cut: (failure: OutboundFailure) => void;
  /** The call is over: forget the deadline. */
  readonly release: () => void;
};

/** setTimeout fires at once beyond this. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/**
 * One deadline for the whole call. A time limit per chunk would never end an endpoint that sends a byte a second,
 * and a body that nobody reads is ended by the same timer.
 */
export const openLifeline = (timeoutMs: number, hostname: string, outer: AbortSignal | undefined): Lifeline => {
  const controller = new AbortController();
  const cut = (failure: OutboundFailure) => {
    release();
    controller.abort(new OutboundBodyError(failure));
  };
  const onAbort = () => cut({ code: 'ABORTED', detail: `The call to ${hostname} was cancelled.` });
  const onDeadline = () =>
    cut({ code: 'TIMEOUT', detail: `${hostname} did not answer in full within ${timeoutMs / 1000} s.` });
  const timer = setTimeout(onDeadline, Math.min(timeoutMs, LONGEST_TIMER_MS));
  const release = () => {
    clearTimeout(timer);
    outer?.removeEventListener('abort', onAbort);
  };
  if (outer?.aborted === true) onAbort();
  else outer?.addEventListener('abort', onAbort, { once: true });
  return { signal: controller.signal, cut, release };
};

/** The failure a cut lifeline was cut with; null while it holds. */
export const cutWith = (signal: AbortSignal): OutboundFailure | null =>
  signal.aborted && signal.reason instanceof OutboundBodyError ? signal.reason.failure : null;

/** Ends with the lifeline even if the work itself cannot be stopped, as with a lookup in the system's resolver. */
export const orCut = <T>(work: Promise<T>, signal: AbortSignal): Promise<T> =>
  new Promise<T>((resolve, reject) => {
    const onCut = () => reject(signal.reason);
    if (signal.aborted) onCut();
    else signal.addEventListener('abort', onCut, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', onCut));
  });
