import type { Readable, Writable } from 'node:stream';
import { StdioServerTransport, serveStdio } from '@modelcontextprotocol/server/stdio';
import { type Ctx, ctxFor, type Ports } from '../../features/kit/ctx.ts';
import { authenticate } from '../../features/workspaces/index.ts';
import { PATIENCE } from '../../graphql/deadline.ts';
import { createToolsServer } from './tools-server.ts';

export type Pipes = { readonly input: Readable; readonly output: Writable };

/** As much as one message over HTTP. */
const MAX_MESSAGE_BYTES = 1024 * 1024;

/** What tools work with. They read, so that nothing is queued, announced, called or opened. */
type ToolPorts = Pick<Ports, 'db' | 'clock' | 'log'>;

/** Ports that no tool may need; one that does is found out by its tests. */
const absent = <Port extends object>(name: string): Port =>
  new Proxy({} as Port, {
    get: () => {
      throw new Error(`tools over stdio have no ${name}`);
    },
  });
const WITHOUT: Omit<Ports, keyof ToolPorts> = {
  outbound: absent('outbound'),
  mappers: absent('mappers'),
  queue: absent('queue'),
  pubsub: absent('pubsub'),
  secrets: absent('secrets'),
  model: null,
  modelLimits: { callsPerDay: 0, tokensPerDay: 0 },
};

export type StdioService = { readonly ended: Promise<void>; readonly close: () => Promise<void> };

/** Speaks the Model Context Protocol until the input ends, for whoever the key is of: it is looked up for every request. */
export function serveTools(ports: ToolPorts, key: string, { input, output }: Pipes): StdioService {
  const enter = async (): Promise<Ctx | null> => {
    const actor = await authenticate(ports, key);
    return actor && ctxFor({ ...WITHOUT, ...ports }, actor);
  };
  const transport = new StdioServerTransport(input, output, { maxBufferSize: MAX_MESSAGE_BYTES });
  const { close } = serveStdio(() => createToolsServer({ enter, log: ports.log, patience: PATIENCE }), { transport });
  const ended = new Promise<void>((resolve) => {
    const { onclose } = transport;
    transport.onclose = () => {
      onclose?.();
      resolve();
    };
  });
  return { ended, close };
}
