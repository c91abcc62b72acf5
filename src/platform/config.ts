import { resolve } from 'node:path';
import { z } from 'zod';
import { createAllowList } from './http/allow-list.ts';
import { isModelUrl } from './model/base-url.ts';

/** Everything the environment decides. Read once at start; nothing else reads the environment. */
export type Config = {
  readonly port: number;
  /** Interface to listen on; all when null. */
  readonly host: string | null;
  /** Null: use the embedded PostgreSQL under `dataDirectory`. */
  readonly databaseUrl: string | null;
  /** The same database as the owner of its tables; null when `databaseUrl` is his. */
  readonly databaseMigrationUrl: string | null;
  readonly dataDirectory: string;
  readonly bootstrapOwnerKey: string | null;
  readonly bootstrapWorkspaceName: string;
  /** Null: jobs live in the same PostgreSQL. */
  readonly jobsMongodbUrl: string | null;
  readonly outboundAllowedCidrs: readonly string[];
  /** Null: the file `secrets.key` in `dataDirectory`, created on first start. */
  readonly secretKey: string | null;
  /** Whether strangers may read the schema. */
  readonly publicIntrospection: boolean;
  /** Origins whose pages may call `/mcp`, besides those of this machine; in lower case. */
  readonly mcpAllowedOrigins: readonly string[];
  /** The key that `tributary mcp` acts with; nothing else uses it. */
  readonly apiKey: string | null;
  readonly logLevel: string;
  /** Whether the server starts a worker process of its own. */
  readonly workerProcess: boolean;
  readonly mapperProcesses: number;
  readonly mapperMemoryMb: number;
  /** Null: nobody sees the metrics. */
  readonly metricsToken: string | null;
  /** Null: a worker cannot be asked how it is. */
  readonly workerHealthPort: number | null;
  /** How long a server that is to stop still takes requests, while it says that it is not ready. */
  readonly shutdownDrainSeconds: number;
  /** Null: everything is done without a language model. */
  readonly anthropicApiKey: string | null;
  readonly anthropicBaseUrl: string;
  readonly anthropicModel: string;
  /** The most that any workspace may use of the model in a UTC day. */
  readonly modelCallsPerDay: number;
  readonly modelTokensPerDay: number;
};

const text = z
  .string()
  .trim()
  .optional()
  .transform((value) => (value ? value : null));
const isOrigin = (text: string): boolean => URL.canParse(text) && new URL(text).origin === text.toLowerCase();
const toList = (value: string | null): string[] => (value ?? '').split(',').flatMap((item) => item.trim() || []);
const integer = (least: number, most: number, fallback: number) => {
  const expected = `a whole number from ${least} to ${most}`;
  return z.coerce.number(expected).int(expected).min(least, expected).max(most, expected).default(fallback);
};

const postgresUrl = text.refine(
  (url) => url === null || (/^postgres(ql)?:\/\//.test(url) && URL.canParse(url)),
  'a URL that starts with postgres://',
);

/** What no client could ever send would be a key that never works: line breaks, and letters beyond Latin-1. */
const SENDABLE_KEY = /^[\x20-\x7e\xa0-\xff]{32,512}$/;

/** The one place that names a model. */
const DEFAULT_MODEL = 'claude-sonnet-5-5';

const variables = z.object({
  PORT: integer(0, 65_535, 4000),
  HOST: text,
  DATABASE_URL: postgresUrl,
  DATABASE_MIGRATION_URL: postgresUrl,
  TRIBUTARY_DATA_DIR: text,
  BOOTSTRAP_OWNER_KEY: text.refine(
    (key) => key === null || SENDABLE_KEY.test(key),
    '32 characters or more (at most 512), all of which an HTTP header can carry',
  ),
  BOOTSTRAP_WORKSPACE_NAME: text,
  JOBS_MONGODB_URL: text,
  OUTBOUND_ALLOWED_CIDRS: text.transform(toList).superRefine((cidrs, context) => {
    try {
      createAllowList(cidrs);
    } catch (error) {
      context.addIssue({ code: 'custom', message: (error as Error).message });
    }
  }),
  TRIBUTARY_SECRET_KEY: text,
  GRAPHQL_PUBLIC_INTROSPECTION: z.enum(['true', 'false']).default('false'),
  MCP_ALLOWED_ORIGINS: text
    .transform(toList)
    .refine((origins) => origins.every(isOrigin), 'origins such as https://app.example.com, separated by commas')
    .transform((origins) => origins.map((origin) => origin.toLowerCase())),
  TRIBUTARY_API_KEY: text,
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  TRIBUTARY_WORKER: z.enum(['process', 'none']).default('process'),
  MAPPER_PROCESSES: integer(1, 64, 2),
  MAPPER_MEMORY_MB: integer(64, 65_536, 2048),
  METRICS_TOKEN: text.refine(
    (token) => token === null || SENDABLE_KEY.test(token),
    '32 characters or more (at most 512), all of which an HTTP header can carry',
  ),
  WORKER_HEALTH_PORT: integer(0, 65_535, -1),
  SHUTDOWN_DRAIN_SECONDS: integer(0, 600, 0),
  ANTHROPIC_API_KEY: text.refine(
    (key) => key === null || /^[\x21-\x7e]{1,512}$/.test(key),
    'at most 512 characters without blanks, all of which an HTTP header can carry',
  ),
  ANTHROPIC_BASE_URL: text,
  ANTHROPIC_MODEL: text.refine(
    (name) => name === null || /^[\w.:@/-]{1,100}$/.test(name),
    'a model’s name, such as those of the Messages API',
  ),
  MODEL_CALLS_PER_DAY: integer(0, 1_000_000, 500),
  MODEL_TOKENS_PER_DAY: integer(0, 2_000_000_000, 2_000_000),
});

const environment = variables.refine(
  ({ ANTHROPIC_BASE_URL: url, OUTBOUND_ALLOWED_CIDRS: cidrs }) => url === null || isModelUrl(url, cidrs),
  {
    path: ['ANTHROPIC_BASE_URL'],
    message:
      'an https URL without credentials, query and fragment; http only to this machine and to addresses in OUTBOUND_ALLOWED_CIDRS',
  },
);

/** Throws one readable message that names every variable at fault and never quotes a value: it may be a secret. */
export function readConfig(variables: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''));
  const read = environment.safeParse(given);
  if (!read.success) {
    const faults = read.error.issues.map((issue) => `  ${issue.path.join('.')}: ${expected(issue)}`);
    throw new Error(`The environment is not usable:\n${faults.join('\n')}`);
  }
  const env = read.data;
  return {
    port: env.PORT,
    host: env.HOST,
    databaseUrl: env.DATABASE_URL,
    databaseMigrationUrl: env.DATABASE_MIGRATION_URL,
    dataDirectory: resolve(env.TRIBUTARY_DATA_DIR ?? '.tributary'),
    bootstrapOwnerKey: env.BOOTSTRAP_OWNER_KEY,
    bootstrapWorkspaceName: env.BOOTSTRAP_WORKSPACE_NAME ?? 'My workspace',
    jobsMongodbUrl: env.JOBS_MONGODB_URL,
    outboundAllowedCidrs: env.OUTBOUND_ALLOWED_CIDRS,
    secretKey: env.TRIBUTARY_SECRET_KEY,
    publicIntrospection: env.GRAPHQL_PUBLIC_INTROSPECTION === 'true',
    mcpAllowedOrigins: env.MCP_ALLOWED_ORIGINS,
    apiKey: env.TRIBUTARY_API_KEY,
    logLevel: env.LOG_LEVEL,
    workerProcess: env.TRIBUTARY_WORKER === 'process',
    mapperProcesses: env.MAPPER_PROCESSES,
    mapperMemoryMb: env.MAPPER_MEMORY_MB,
    metricsToken: env.METRICS_TOKEN,
    workerHealthPort: env.WORKER_HEALTH_PORT < 0 ? null : env.WORKER_HEALTH_PORT,
    shutdownDrainSeconds: env.SHUTDOWN_DRAIN_SECONDS,
    anthropicApiKey: env.ANTHROPIC_API_KEY,
    anthropicBaseUrl: env.ANTHROPIC_BASE_URL ?? 'https://api.anthropic.com',
    anthropicModel: env.ANTHROPIC_MODEL ?? DEFAULT_MODEL,
    modelCallsPerDay: env.MODEL_CALLS_PER_DAY,
    modelTokensPerDay: env.MODEL_TOKENS_PER_DAY,
  };
}

const expected = (issue: z.core.$ZodIssue): string =>
  issue.code === 'invalid_value' ? `one of ${issue.values.join(', ')}` : `must be ${issue.message}`;
