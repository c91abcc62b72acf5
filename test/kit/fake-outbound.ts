import { Readable } from 'node:stream';
import { err, ok } from '../../src/lib/result.ts';
import { type Clock, systemClock } from '../../src/platform/clock.ts';
import { outboundOver, outboundRules } from '../../src/platform/http/guarded-outbound.ts';
import type { Outbound, OutboundFailure, OutboundRequest } from '../../src/platform/http/outbound.ts';
import type { Transport } from '../../src/platform/http/transport.ts';

/** What the fake's endpoint says. A head and a body are judged as the real adapter judges them. */
export type ScriptedAnswer =
  | {
      readonly kind: 'answer';
      readonly status: number;
      /** Names in lower case. */
      readonly headers: Readonly<Record<string, string>>;
      readonly body: string | Uint8Array;
      /** `cut` drops the connection after the body, `stall` leaves it open without another byte. */
      readonly ending: 'complete' | 'cut' | 'stall';
    }
  | { readonly kind: 'silence' }
  | { readonly kind: 'failure'; readonly failure: OutboundFailure };

type Turn = ScriptedAnswer | ((request: OutboundRequest) => ScriptedAnswer);

export type FakeOutbound = Outbound & {
  /** Every request the policy let through, oldest first. */
  readonly requests: OutboundRequest[];
  /** Answers in turn; the last one stays. */
  readonly respond: (...turns: readonly [Turn, ...Turn[]]) => void;
};

export const scripted = {
  answer: (
    status: number,
    headers: Readonly<Record<string, string>> = {},
    body: string | Uint8Array = '',
    ending: 'complete' | 'cut' | 'stall' = 'complete',
  ): ScriptedAnswer => ({ kind: 'answer', status, headers, body, ending }),
  json: (value: unknown): ScriptedAnswer =>
    scripted.answer(200, { 'content-type': 'application/json' }, JSON.stringify(value)),
  silence: (): ScriptedAnswer => ({ kind: 'silence' }),
  failure: (failure: OutboundFailure): ScriptedAnswer => ({ kind: 'failure', failure }),
};

/** The outbound port without a network: names are not resolved, so every public-looking host answers by the script. */
export const createFakeOutbound = ({
  allowedCidrs = [],
  clock = systemClock,
}: {
  readonly allowedCidrs?: readonly string[];
  readonly clock?: Clock;
} = {}): FakeOutbound => {
  const requests: OutboundRequest[] = [];
  let turns: readonly Turn[] = [scripted.json({ ok: true })];
  const transport: Transport = async (_target, request, signal) => {
    requests.push(request);
    const [turn = scripted.silence(), ...later] = turns;
    if (later.length > 0) turns = later;
    const said = typeof turn === 'function' ? turn(request) : turn;
    switch (said.kind) {
      case 'silence':
        return new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => reject(signal.reason), { once: true });
        });
      case 'failure':
        return err(said.failure);
      case 'answer': {
        const body = scriptedBody(said.body, said.ending);
        return ok({ status: said.status, headers: said.headers, body, close: () => body.destroy() });
      }
    }
  };
  const outbound = outboundOver(transport, outboundRules({ allowedCidrs }), clock);
  return {
    ...outbound,
    requests,
    respond: (...next) => {
      turns = next;
    },
  };
};

const scriptedBody = (body: string | Uint8Array, ending: 'complete' | 'cut' | 'stall'): Readable => {
  const bytes = Buffer.from(body);
  let given = false;
  return new Readable({
    read() {
      if (!given && bytes.length > 0) {
        given = true;
        this.push(bytes);
      } else if (ending === 'complete') this.push(null);
      else if (ending === 'cut') this.destroy(Object.assign(new Error('reset'), { code: 'ECONNRESET' }));
    },
  });
};
