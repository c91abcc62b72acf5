import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Asked, Command, Listening } from './endpoint.ts';

export type Shape = { readonly accounts: number; readonly metrics: number };

export type Endpoint = {
  /** For Tributary, with its placeholders. Each of four hosts is called by one run at a time. */
  readonly url: (
    tag: string,
    shape: Shape,
    options?: { readonly hold?: boolean; readonly keep?: boolean; readonly host?: number },
  ) => string;
  /** Every question so far, by the clock of the machine. */
  readonly asked: readonly Asked[];
  /** Lets the tag's questions be answered, those that wait and those to come. */
  readonly release: (tag: string) => void;
  /** Those to come wait again. */
  readonly hold: (tag: string) => void;
  readonly close: () => void;
};

export async function startEndpoint(): Promise<Endpoint> {
  const child = fork(fileURLToPath(new URL('endpoint.ts', import.meta.url)), [], { execArgv: process.execArgv });
  const asked: Asked[] = [];
  const { ports } = await new Promise<Listening>((resolve) =>
    child.once('message', (first) => resolve(first as Listening)),
  );
  child.on('message', (message) => asked.push(message as Asked));
  return {
    url: (tag, { accounts, metrics }, { hold = false, keep = false, host = 0 } = {}) =>
      `http://127.0.0.1:${ports[host % ports.length]}/${tag}?accounts=${accounts}&metrics=${metrics}${hold ? '&hold' : ''}${keep ? '&keep' : ''}` +
      '&from={start_date}&to={end_date}',
    asked,
    release: (tag) => child.send({ tag, isHeld: false } satisfies Command),
    hold: (tag) => child.send({ tag, isHeld: true } satisfies Command),
    close: () => child.kill(),
  };
}

/** The placeholders filled in, for those who have none. */
export const asked = (url: string, { from, to }: { readonly from: string; readonly to: string }): string =>
  url.replace('{start_date}', from).replace('{end_date}', to);
