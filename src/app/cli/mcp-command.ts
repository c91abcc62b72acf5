import { authenticate } from '../../features/workspaces/index.ts';
import type { Operator } from './operator.ts';
import { Refused } from './refused.ts';

/** Serves the assistant that started this, until it closes standard input or ends the program. */
export async function serveMcp({ config, db, clock, log }: Operator): Promise<string> {
  const { apiKey } = config;
  if (apiKey === null) throw new Refused('mcp needs an API key in TRIBUTARY_API_KEY: see key create.', true);
  if (!(await authenticate({ db }, apiKey))) throw new Refused('The key in TRIBUTARY_API_KEY does not work.');
  // No other command needs its library, which is slow to load.
  const { serveTools } = await import('../mcp/stdio.ts');
  const { ended, close } = serveTools({ db, clock, log }, apiKey, { input: process.stdin, output: process.stdout });
  // Whatever was started for it, such as the embedded database, is stopped before the program ends.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void close());
  await ended;
  // With something unread in it, it would keep the program waiting.
  process.stdin.destroy();
  return '';
}
