import type { ServerResponse } from 'node:http';
import type { Behaviour, RecordedRequest } from './behaviours.ts';

/** An endpoint that holds every answer until it is told to give it. */
export type Gate = {
  readonly behaviour: Behaviour;
  /** Resolves with the next request that has arrived and is held. */
  readonly arrived: () => Promise<Held>;
};

export type Held = {
  readonly request: RecordedRequest;
  /** Answers with JSON. */
  readonly release: (value: unknown) => void;
  /** Sends part of a JSON answer and keeps holding. */
  readonly begin: (text: string) => void;
  readonly response: ServerResponse;
};

export function createGate(): Gate {
  const held: Held[] = [];
  const waiting: ((one: Held) => void)[] = [];
  return {
    behaviour: (request, response) => {
      const one: Held = {
        request,
        response,
        release: (value) => void response.end(JSON.stringify(value)),
        begin: (text) => void response.write(text),
      };
      const next = waiting.shift();
      if (next) next(one);
      else held.push(one);
    },
    arrived: () => {
      const one = held.shift();
      return one ? Promise.resolve(one) : new Promise((resolve) => waiting.push(resolve));
    },
  };
}
