import type { Import } from '../kit/imports.ts';

// docs/architecture.md, "The law", as data: what each rule forbids, and an import that breaks it.

export type Rule = {
  readonly law: string;
  readonly breaks: (edge: Import) => boolean;
  /** `from > to`, with `type ` before it for a type-only import and `{name}` behind it for a name. */
  readonly examples: readonly string[];
};

/** From the ground up; a file imports from its own layer and the ones before it. */
const LAYERS = ['lib', 'platform', 'db', 'features', 'assistant', 'door', 'app', 'demo'];

/** Each room and the rooms it may use; the kit is everybody's. */
const ROOMS: Readonly<Record<string, readonly string[]>> = {
  kit: [],
  workspaces: [],
  webhooks: ['workspaces'],
  accounts: ['workspaces'],
  usage: ['workspaces', 'accounts'],
  sources: ['workspaces', 'webhooks', 'accounts', 'usage'],
  health: ['workspaces', 'webhooks', 'accounts', 'usage'],
  signals: ['workspaces', 'webhooks', 'accounts', 'usage', 'health'],
  conversations: ['workspaces'],
};

/** What builds an adapter, by file and name. Knowing a port's type is everybody's right, building one is `app/`'s. */
const ADAPTERS: readonly [file: RegExp, names: RegExp][] = [
  [
    /^src\/platform\/(http\/guarded-outbound|mapper-pool\/process-pool|secrets\/(aes-secrets|key-file|key-ring|master-key))\.ts$/,
    /./,
  ],
  [/^src\/platform\/model\/anthropic-model\.ts$/, /./],
  [/^src\/platform\/(pubsub\/\w+-pubsub|queue\/\w+-queue|postgres\/embedded)\.ts$/, /./],
  [/^src\/platform\/(clock|log|config)\.ts$/, /^(systemClock|createLog|readConfig|\*)$/],
  [/^src\/db\/(client|migrate)\.ts$/, /^(openDatabase|migrate|\*)$/],
];

const DATABASE_LIBRARY = /^(drizzle-orm|postgres|pg)(\/|$)/;
const SOCKET_MODULE = /^(undici|ws|(node:)?(net|tls|dns|dgram|https|http2)(\/promises)?)$/;

/** The database driver's, to the operator's own server; a look for a free port on loopback; and a door that only listens. */
const OWN_SOCKETS = ['src/db/socket.ts', 'src/platform/postgres/server.ts', 'src/app/websocket.ts'];

const folderOf = (path: string): string => /^src\/([^/]+)\//.exec(path)?.[1] ?? '';
const roomOf = (path: string): string | null => /^src\/features\/([^/]+)\//.exec(path)?.[1] ?? null;
const isEntry = (path: string): boolean => /^src\/[^/]+\.ts$/.test(path);
const isOurs = (path: string): boolean => /^(src|test|bench|explorer)\//.test(path);
const isStore = (path: string): boolean => /^src\/features\/[^/]+\/store(\.ts$|\/)/.test(path);
const isDomain = (path: string): boolean => /^src\/features\/[^/]+\/domain\//.test(path);
const layerOf = (path: string): number => {
  const folder = folderOf(path);
  return LAYERS.indexOf(folder === 'graphql' || folder === 'worker' ? 'door' : folder);
};

export const RULES: readonly Rule[] = [
  {
    law: 'app -> {graphql, worker} -> assistant -> features -> db -> platform -> lib, downward only',
    breaks: ({ from, to }) => {
      if (!isOurs(to)) return false;
      if (!to.startsWith('src/') || isEntry(to)) return true;
      if (isEntry(from)) return false;
      const sameDoor = folderOf(from) === folderOf(to);
      return layerOf(from) < layerOf(to) || (layerOf(from) === layerOf(to) && !sameDoor) || layerOf(from) < 0;
    },
    examples: [
      'src/lib/day.ts > src/platform/clock.ts',
      'type src/platform/log.ts > src/db/client.ts',
      'src/features/usage/x.ts > src/graphql/errors.ts',
      'src/graphql/x.ts > src/worker/runner.ts',
      'src/app/x.ts > src/server.ts',
      'src/app/x.ts > test/kit/app.ts',
      'src/somewhere/x.ts > src/lib/day.ts',
    ],
  },
  {
    law: 'a room uses only the rooms to its left',
    breaks: ({ from, to }) => {
      const [user, used] = [roomOf(from), roomOf(to)];
      if (user === null || used === null || user === used) return false;
      return used !== 'kit' && !ROOMS[user]?.includes(used);
    },
    examples: [
      'type src/features/accounts/x.ts > src/features/usage/index.ts',
      'src/features/sources/x.ts > src/features/health/index.ts',
      'src/features/kit/x.ts > src/features/workspaces/index.ts',
      'src/features/a-room-without-a-place/x.ts > src/features/usage/index.ts',
    ],
  },
  {
    law: 'a room is entered through its index.ts',
    breaks: ({ from, to }) => {
      const used = roomOf(to);
      if (used === null || used === 'kit' || used === roomOf(from) || from === 'src/mapper.ts') return false;
      return to !== `src/features/${used}/index.ts`;
    },
    examples: [
      'src/features/usage/x.ts > src/features/accounts/store.ts',
      'type src/graphql/x.ts > src/features/usage/model.ts',
      'src/server.ts > src/features/usage/store/read.ts',
    ],
  },
  {
    law: 'the mapper child holds the mapping and nothing else: no network, no database, no secrets',
    breaks: ({ from, to }) =>
      from === 'src/mapper.ts' &&
      !/^src\/(lib|features\/sources\/domain)\//.test(to) &&
      !/^src\/platform\/mapper-pool\/(frames|exit-codes)\.ts$/.test(to) &&
      // A thread of its own sees that the parent is gone while an expression runs; it runs two lines and opens nothing.
      !/^node:(buffer|events|v8|worker_threads)$/.test(to),
    examples: ['src/mapper.ts > src/platform/log.ts', 'src/mapper.ts > node:net', 'src/mapper.ts > undici'],
  },
  {
    law: 'domain/ imports lib, its siblings, types of its own model and the JMESPath library',
    breaks: ({ from, to, typeOnly }) => {
      if (!isDomain(from) || to.startsWith('src/lib/') || to === '@jmespath-community/jmespath') return false;
      const room = `src/features/${roomOf(from)}`;
      return !to.startsWith(`${room}/domain/`) && !(typeOnly && to === `${room}/model.ts`);
    },
    examples: [
      'src/features/usage/domain/x.ts > src/features/usage/model.ts',
      'type src/features/usage/domain/x.ts > src/platform/clock.ts',
      'type src/features/usage/domain/x.ts > src/features/kit/ctx.ts',
      'src/features/usage/domain/x.ts > node:crypto',
    ],
  },
  {
    law: 'graphql/ reaches the database and the outside through verbs only; it knows the clock and the log',
    breaks: ({ from, to }) =>
      folderOf(from) === 'graphql' &&
      (folderOf(to) === 'db' || (folderOf(to) === 'platform' && !/\/(clock|log)\.ts$/.test(to))),
    examples: ['type src/graphql/x.ts > src/db/client.ts', 'type src/graphql/x.ts > src/platform/queue/queue.ts'],
  },
  {
    law: 'only store.ts, store/ and db/ know the database library and the tables',
    breaks: ({ from, to }) => {
      if (!DATABASE_LIBRARY.test(to) && !to.startsWith('src/db/tables/')) return false;
      const named = /^src\/(app\/database\.ts$|platform\/(pubsub|queue|postgres)\/)/.test(from);
      return !isStore(from) && folderOf(from) !== 'db' && !(named && DATABASE_LIBRARY.test(to));
    },
    examples: [
      'type src/features/usage/store-usage.ts > postgres',
      'src/features/usage/x.ts > src/db/tables/usage.ts',
      'src/worker/x.ts > drizzle-orm/pg-core',
      'src/platform/queue/x.ts > src/db/tables/usage.ts',
    ],
  },
  {
    law: 'outside its stores a room knows db/ by its types alone',
    breaks: ({ from, to, typeOnly }) => roomOf(from) !== null && !isStore(from) && folderOf(to) === 'db' && !typeOnly,
    examples: ['src/features/usage/store-usage.ts > src/db/copy.ts'],
  },
  {
    law: 'only platform/http opens sockets to addresses a customer typed',
    breaks: ({ from, to, typeOnly }) => {
      if (!SOCKET_MODULE.test(to) || typeOnly || from.startsWith('src/platform/http/')) return false;
      return !OWN_SOCKETS.includes(from) && folderOf(from) !== 'demo';
    },
    examples: [
      'src/features/sources/x.ts > undici',
      'src/app/x.ts > node:net',
      'src/platform/x.ts > node:dns/promises',
    ],
  },
  {
    law: 'only platform/model knows the model’s SDK, which opens sockets of its own',
    breaks: ({ from, to }) => /^@anthropic-ai\//.test(to) && !from.startsWith('src/platform/model/'),
    examples: [
      'type src/features/sources/x.ts > @anthropic-ai/sdk',
      'src/app/x.ts > @anthropic-ai/sdk/resources/messages/messages',
    ],
  },
  {
    law: 'only app/mcp knows the library of the Model Context Protocol',
    breaks: ({ from, to }) => /^@modelcontextprotocol\//.test(to) && !from.startsWith('src/app/mcp/'),
    examples: [
      'type src/assistant/x.ts > @modelcontextprotocol/server',
      'src/app/x.ts > @modelcontextprotocol/server/stdio',
    ],
  },
  {
    law: 'node:http serves; nothing but platform/http asks with it',
    breaks: ({ from, to, typeOnly, names }) =>
      /^(node:)?http$/.test(to) &&
      !typeOnly &&
      names.some((name) => /^(request|get|Agent|default|\*)$/.test(name)) &&
      !from.startsWith('src/platform/http/'),
    examples: ['src/features/sources/x.ts > node:http {request}'],
  },
  {
    law: 'only app/ and the entries build adapters',
    breaks: ({ from, to, typeOnly, names }) => {
      if (typeOnly || isEntry(from) || ['app', 'demo'].includes(folderOf(from))) return false;
      // An adapter is made of its own folder's files.
      if (to.slice(0, to.lastIndexOf('/')) === from.slice(0, from.lastIndexOf('/'))) return false;
      return ADAPTERS.some(([file, adapters]) => file.test(to) && names.some((name) => adapters.test(name)));
    },
    examples: [
      'src/worker/x.ts > src/platform/queue/agenda-queue.ts {createAgendaQueue}',
      'src/assistant/x.ts > src/platform/model/anthropic-model.ts {createAnthropicModel}',
      'src/features/usage/x.ts > src/platform/clock.ts {systemClock}',
      'src/worker/x.ts > src/db/client.ts {openDatabase}',
    ],
  },
];
