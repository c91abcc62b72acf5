import { err, ok } from '../../lib/result.ts';
import type { Clock } from '../clock.ts';
import { createAllowList } from './allow-list.ts';
import { judgeAnswer } from './answer.ts';
import { openBody } from './body.ts';
import { type Dialer, dialTcp, type Resolver, resolveWithSystem } from './dialer.ts';
import { checkHeaders } from './headers.ts';
import { cutWith, type Lifeline, openLifeline } from './lifeline.ts';
import type { Outbound, OutboundRequest } from './outbound.ts';
import { networkTransport, type Transport } from './transport.ts';
import { planCall, type Rules } from './url-policy.ts';

export type OutboundOptions = {
  /** Exact ranges that may be called over http and on any port; never metadata addresses. A bad one throws. */
  readonly allowedCidrs: readonly string[];
  /** Ports beside 443 and 8443 that public addresses may be called on, over https. */
  readonly allowedPorts?: readonly number[];
  /** PEM certificates trusted beside the well-known ones. */
  readonly certificateAuthorities?: readonly string[];
  readonly resolver?: Resolver;
  readonly dialer?: Dialer;
  readonly clock: Clock;
};

export const createOutbound = (options: OutboundOptions): Outbound => {
  const rules = outboundRules(options);
  const network = {
    resolver: options.resolver ?? resolveWithSystem,
    dialer: options.dialer ?? dialTcp,
    authorities: options.certificateAuthorities ?? [],
  };
  return outboundOver(networkTransport(network, rules), rules, options.clock);
};

export const outboundRules = (options: Pick<OutboundOptions, 'allowedCidrs' | 'allowedPorts'>): Rules => ({
  allowList: createAllowList(options.allowedCidrs),
  ports: [443, 8443, ...(options.allowedPorts ?? [])],
});

/** The port over any transport: what is promised here holds for the network and for the fake of the tests. */
export const outboundOver = (transport: Transport, rules: Rules, clock: Clock): Outbound => {
  const open = new Set<Lifeline>();
  let closed = false;

  const call = async (request: OutboundRequest): ReturnType<Outbound['call']> => {
    const planned = planCall(request.url, rules);
    if (!planned.ok) return planned;
    const refused = checkHeaders(request.headers);
    if (refused !== null) return err(refused);
    const { hostname } = planned.value;
    if (closed)
      return err({ code: 'ABORTED', detail: `The call to ${hostname} was cancelled: the server is stopping.` });

    const lifeline = openLifeline(request.timeoutMs, hostname, request.signal);
    const { signal } = lifeline;
    open.add(lifeline);
    const release = () => {
      lifeline.release();
      open.delete(lifeline);
    };
    signal.addEventListener('abort', release, { once: true });
    try {
      signal.throwIfAborted();
      const answered = await transport(planned.value, request, signal);
      if (!answered.ok) {
        release();
        return answered;
      }
      const { status, body, close } = answered.value;
      const finish = () => {
        release();
        signal.removeEventListener('abort', close);
        close();
      };
      if (signal.aborted) close();
      signal.throwIfAborted();
      signal.addEventListener('abort', close, { once: true });
      const judged = judgeAnswer(answered.value, planned.value, request.maxBodyBytes, clock, request.alsoRead);
      if (!judged.ok) {
        finish();
        return judged;
      }
      const { gzip, ...head } = judged.value;
      const { maxBodyBytes } = request;
      const read = openBody(body, { hostname, gzip, maxBodyBytes, signal, finish });
      return ok({ status, ...head, body: read });
    } catch (error) {
      release();
      const cut = cutWith(signal);
      if (cut === null) throw error;
      return err(cut);
    }
  };

  return {
    call,
    check: (url) => {
      const planned = planCall(url, rules);
      return planned.ok ? null : planned.error;
    },
    close: async () => {
      closed = true;
      for (const lifeline of open)
        lifeline.cut({ code: 'ABORTED', detail: 'The call was cancelled: the server is stopping.' });
    },
  };
};
