import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import DataLoader from 'dataloader';
import postgres, { type Sql, type TransactionSql } from 'postgres';
import { serveApi } from '../src/app/api.ts';
import { listen } from '../src/app/listen.ts';
import { openDatabase } from '../src/db/client.ts';
import type { Ports } from '../src/features/kit/ctx.ts';
import { systemClock } from '../src/platform/clock.ts';
import { silentLog } from '../src/platform/log.ts';
import { createMemoryPubSub } from '../src/platform/pubsub/memory-pubsub.ts';
import {
  type Account,
  accountById,
  accountPage,
  pointsOf,
  readAs,
  type Series,
  seriesOf,
  workspaceOf,
} from './by-hand.ts';

// One server of `answers.ts`, in a process of its own: `answering.ts <kind> <database url> <first day>`.

const DAYS = 30;
const CONNECTIONS = 10;
const [, , kind = '', databaseUrl = '', from = ''] = process.argv;

const servers: Readonly<Record<string, () => Promise<number>>> = { tributary, stock, 'by-hand': byHand, bare };
const port = await servers[kind]?.();
process.send?.({ port });
process.once('disconnect', () => process.exit(0));

/** The whole of the API, without the limits on how often one may ask. */
async function tributary(): Promise<number> {
  const rate = { perSecond: 1_000_000, burst: 1_000_000 };
  const db = openDatabase({ url: databaseUrl, ormConnections: CONNECTIONS, bulkConnections: 1, watchesNesting: false });
  // Reading takes no more than these.
  const ports = { db, clock: systemClock, log: silentLog, pubsub: createMemoryPubSub() } as unknown as Ports;
  const { server, port: mine } = await listen(0, '127.0.0.1');
  await serveApi(server, ports, { rates: { key: rate, workspace: rate, calls: rate, strangers: rate } });
  return mine;
}

type Variables = { readonly id?: string; readonly first?: number };

async function byHand(): Promise<number> {
  const sql = connect();
  return answering(async (authorization, variables) => {
    const workspaceId = await workspaceOf(sql, authorization);
    return readAs(sql, workspaceId, (tx) => answerOf(tx, workspaceId, variables));
  });
}

/** Without asking who asks, and without hiding anything: the least that anybody could do. */
async function bare(): Promise<number> {
  const sql = connect();
  const [row] = await sql`SELECT max(workspace_id) AS "workspaceId" FROM accounts`;
  const tx = sql as unknown as TransactionSql;
  return answering((_, variables) => answerOf(tx, row?.['workspaceId'], variables));
}

async function answerOf(tx: TransactionSql, workspaceId: number, { id, first = 1 }: Variables) {
  const asked = { id: id ?? null, first, from, length: DAYS };
  const shown = (account: Account, series: Series) => ({
    total: series.total,
    points: pointsOf(series, from),
    name: account.name,
  });
  if (id !== undefined) {
    const account = await accountById(tx, workspaceId, id);
    if (!account) return { accountUsage: null };
    const series = (await seriesOf(tx, workspaceId, [account.id], asked)).get(account.id) as Series;
    const { name, ...metric } = shown(account, series);
    return { accountUsage: { account: { name }, metrics: [{ name: 'metric 0', ...metric }] } };
  }
  const accounts = await accountPage(tx, workspaceId, first);
  const series = await seriesOf(
    tx,
    workspaceId,
    accounts.map((account) => account.id),
    asked,
  );
  const nodes = accounts.map((account) => {
    const { total, points } = shown(account, series.get(account.id) as Series);
    return { id: account.id, name: account.name, plan: account.plan, usage: { metrics: [{ total, points }] } };
  });
  return { accounts: { nodes } };
}

async function answering(
  answer: (authorization: string | undefined, variables: Variables) => Promise<object>,
): Promise<number> {
  const server = createServer(async (request, response) => {
    const { variables = {} } = JSON.parse(await bodyOf(request)) as { variables?: Variables };
    const text = JSON.stringify({ data: await answer(request.headers.authorization, variables) });
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) });
    response.end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  let text = '';
  for await (const more of request.setEncoding('utf8')) text += more;
  return text;
};

/** Apollo as its manual begins, and resolvers as one writes them first; batched, since without that there is no comparison. */
async function stock(): Promise<number> {
  const sql = connect();
  const tx = sql as unknown as TransactionSql;
  type Mine = { readonly workspaceId: number; readonly series: DataLoader<string, Series> };
  const typeDefs = `
    type Query { accounts(first: Int!): Connection! accountUsage(externalCrmId: String!, days: Int!, metrics: [String!]): Usage }
    type Connection { nodes: [Account!]! }
    type Account { id: ID! name: String! plan: String usage(days: Int!, metrics: [String!]): Usage }
    type Usage { account: Account! metrics: [Metric!]! }
    type Metric { name: String! total: Float points: [Point!]! values: [Float]! }
    type Point { day: String! value: Float }`;
  const usage = (account: Account) => ({ account, metrics: [{ name: 'metric 0', id: account.id }] });
  const seriesFor = ({ id }: { id: string }, _: object, { series }: Mine) => series.load(id);
  const apollo = new ApolloServer<Mine>({
    typeDefs,
    resolvers: {
      Query: {
        accounts: async (_: unknown, { first }: { first: number }, { workspaceId }: Mine) => ({
          nodes: await accountPage(tx, workspaceId, first),
        }),
        accountUsage: async (_: unknown, { externalCrmId }: { externalCrmId: string }, { workspaceId }: Mine) => {
          const account = await accountById(tx, workspaceId, externalCrmId);
          return account && usage(account);
        },
      },
      Account: { usage },
      Metric: {
        total: async (...args: Parameters<typeof seriesFor>) => (await seriesFor(...args)).total,
        points: async (...args: Parameters<typeof seriesFor>) => pointsOf(await seriesFor(...args), from),
        values: async (...args: Parameters<typeof seriesFor>) => (await seriesFor(...args)).values,
      },
    },
  });
  const { url } = await startStandaloneServer(apollo, {
    listen: { port: 0, host: '127.0.0.1' },
    context: async ({ req }) => {
      const workspaceId = await workspaceOf(sql, req.headers.authorization);
      const read = async (ids: readonly string[]) => {
        const found = await seriesOf(tx, workspaceId, ids, { id: null, first: 0, from, length: DAYS });
        return ids.map((id) => found.get(id) as Series);
      };
      return { workspaceId, series: new DataLoader(read) };
    },
  });
  return Number(new URL(url).port);
}

function connect(): Sql {
  return postgres(databaseUrl, { max: CONNECTIONS, onnotice: () => {}, connection: { TimeZone: 'UTC' } });
}
