import { Agent, request } from 'node:http';

export type Caller = { readonly url: string; readonly key: string };
export type Pace = { readonly perSecond: number; readonly bytes: number };

/** Asks again as soon as it is answered, on each of `connections`, for `milliseconds`: what a server can do at most. */
export async function askAway(
  { url, key }: Caller,
  bodyOf: (number: number) => string,
  connections: number,
  milliseconds: number,
): Promise<Pace> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const target = new URL(url);
  let sent = 0;
  let answered = 0;
  let bytes = 0;
  const ask = () =>
    new Promise<void>((resolve, reject) => {
      const body = bodyOf(sent++);
      const headers = {
        authorization: `Bearer ${key}`,
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
      };
      const options = {
        host: target.hostname,
        port: target.port,
        path: target.pathname,
        method: 'POST',
        agent,
        headers,
      };
      const call = request(options, (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (more) => (text += more));
        response.on('end', () => {
          if (!text.startsWith('{"data":')) return reject(new Error(`${response.statusCode}: ${text.slice(0, 300)}`));
          answered++;
          bytes += text.length;
          resolve();
        });
      });
      call.on('error', reject);
      call.end(body);
    });
  const begun = performance.now();
  const isOver = () => performance.now() - begun > milliseconds;
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (!isOver()) await ask();
    }),
  );
  agent.destroy();
  return { perSecond: (answered * 1_000) / (performance.now() - begun), bytes: Math.round(bytes / answered) };
}
