import { Agent, request } from 'node:http';

export type Question = { readonly url: string; readonly key: string; readonly body: string };
/** `at` and `latency` in milliseconds, both from the moment the question was due, not from when it could be sent. */
export type Answered = { readonly at: number; readonly latency: number };
export type Load = {
  /** Ends it and waits for what is under way. */
  readonly stop: () => Promise<readonly Answered[]>;
};

const TICK_MS = 2;

/**
 * Asks so many times a second whatever becomes of the answers, as many independent callers do: a server that falls behind is
 * asked no less. Connections are kept.
 */
export function startLoad(perSecond: number, next: (number: number) => Question): Load {
  const agent = new Agent({ keepAlive: true, maxSockets: 128 });
  const answered: Answered[] = [];
  const open = new Set<Promise<void>>();
  const begun = performance.now();
  let sent = 0;
  let failed: Error | null = null;

  const timer = setInterval(() => {
    for (; ; sent++) {
      const at = begun + (sent * 1000) / perSecond;
      if (at > performance.now()) break;
      const one = ask(agent, next(sent))
        .then(() => void answered.push({ at, latency: performance.now() - at }))
        .catch((error: Error) => {
          failed = error;
        })
        .finally(() => open.delete(one));
      open.add(one);
    }
  }, TICK_MS);
  return {
    stop: async () => {
      clearInterval(timer);
      await Promise.all(open);
      agent.destroy();
      if (failed) throw failed;
      return answered;
    },
  };
}

const ask = (agent: Agent, { url, key, body }: Question): Promise<void> =>
  new Promise((resolve, reject) => {
    const headers = {
      authorization: `Bearer ${key}`,
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
    };
    const call = request(url, { method: 'POST', agent, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (more) => (text += more));
      response.on('end', () => {
        if (response.statusCode === 200 && text.startsWith('{"data":')) resolve();
        else reject(new Error(`${response.statusCode}: ${text.slice(0, 300)}`));
      });
    });
    call.on('error', reject);
    call.end(body);
  });
