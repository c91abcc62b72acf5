import { join } from 'node:path';
import { type RunningServer, runServer } from '../app/run-server.ts';
import { systemClock, yesterday } from '../platform/clock.ts';
import { type Config, readConfig } from '../platform/config.ts';
import { createClient } from './client.ts';
import { endOn, readDataset } from './dataset.ts';
import { type DemoEndpoint, startEndpoint } from './endpoint.ts';
import { seconds } from './figures.ts';
import { type Keepsake, loadOrCreateKeepsake } from './keepsake.ts';
import { leftOut } from './left-out.ts';
import { createPaper, type Out } from './paper.ts';
import { createChecks } from './scene.ts';
import { tellStory } from './story.ts';

type Environment = Readonly<Record<string, string | undefined>>;

export type Demo = {
  /** True once the story is told, false when it was stopped before; rejects with a sentence when it fails. */
  readonly told: Promise<boolean>;
  /** Whether it is to end when the story is told. */
  readonly once: boolean;
  /** Takes everything down again, at whatever point it is. */
  readonly stop: () => Promise<void>;
};

const WORKSPACE = 'Online Retail (demo)';

/** Starts the product on a directory of the demo's own, an endpoint over real data beside it, and tells the story. */
export function startDemo(environment: Environment, options: readonly string[], out: Out): Demo {
  const stopped = new AbortController();
  const undo: (() => Promise<void>)[] = [];
  const told = tell(environment, out, stopped.signal, undo).then(
    () => true,
    (error: unknown) => {
      if (stopped.signal.aborted) return false;
      throw error;
    },
  );
  let stopping: Promise<void> | undefined;
  return {
    told,
    once: options.includes('--once') || environment.DEMO_EXIT === '1',
    stop: () => {
      stopped.abort();
      stopping ??= (async () => {
        // A start under way is let finish: what it started is known only then.
        await told.catch(() => {});
        for (const step of undo.reverse()) await step().catch(() => {});
      })();
      return stopping;
    },
  };
}

async function tell(
  environment: Environment,
  out: Out,
  signal: AbortSignal,
  undo: (() => Promise<void>)[],
): Promise<void> {
  const paper = createPaper(out);
  const started = performance.now();
  const own = readConfig(environment);
  const directory = join(own.dataDirectory, 'demo');
  const kept = await loadOrCreateKeepsake(directory, {
    lastDay: yesterday(systemClock),
    ownerKey: own.bootstrapOwnerKey,
  });
  const dataset = await readDataset();
  const timeline = endOn(dataset, kept.lastDay);

  paper.title('Tributary: usage of 4,372 real businesses, from a URL to a history');
  paper.say(
    'The data: every sale of a UK wholesaler, 2010-12-01 to 2011-12-09, as if it ended ' +
      `on ${kept.lastDay}. Online Retail, Daqing Chen, UCI Machine Learning Repository, DOI 10.24432/C5BW33, CC BY 4.0.`,
  );
  if (kept.lastDay < yesterday(systemClock)) {
    paper.say('That was the first run of this demo; the days since then repeat those of 52 weeks before.');
  }
  const endpoint = await startEndpoint(timeline, kept.endpointKey);
  undo.push(endpoint.close);
  const server = await runServer(...settings(environment, directory, kept));
  undo.push(server.stop);
  signal.throwIfAborted();
  for (const note of notes(own, kept)) paper.say(note);
  paper.say(`API, worker, database and the demo's endpoint are up after ${seconds(performance.now() - started)}.`);

  const client = createClient(server.url, kept.ownerKey, signal);
  await greet(client, directory);
  await tellStory({
    client,
    paper,
    timeline,
    leftOut: leftOut(dataset),
    endpoint: { url: endpoint.url, apiKey: kept.endpointKey },
    checks: createChecks(),
    signal,
  });
  paper.heading('Addresses');
  paper.facts(addresses(server, endpoint, kept, directory));
  paper.say('');
  paper.say(`Start to end: ${seconds(performance.now() - started)}.`);
}

/** The product's own settings, over a database and keys of the demo's own: it must never write to anybody's real one. */
function settings(environment: Environment, directory: string, kept: Keepsake): Parameters<typeof runServer> {
  const { DATABASE_URL: _, JOBS_MONGODB_URL: __, ...rest } = environment;
  const allowed = [rest.OUTBOUND_ALLOWED_CIDRS, '127.0.0.1/32'].filter(Boolean).join(',');
  const variables: NodeJS.ProcessEnv = {
    ...rest,
    TRIBUTARY_DATA_DIR: directory,
    BOOTSTRAP_OWNER_KEY: kept.ownerKey,
    BOOTSTRAP_WORKSPACE_NAME: WORKSPACE,
    OUTBOUND_ALLOWED_CIDRS: allowed,
    TRIBUTARY_WORKER: 'process',
    // What the demo prints is the point; the log speaks up when something is wrong.
    LOG_LEVEL: rest.LOG_LEVEL || 'warn',
  };
  return [readConfig(variables), variables];
}

function notes(given: Config, kept: Keepsake): string[] {
  const { bootstrapOwnerKey: key, databaseUrl, jobsMongodbUrl } = given;
  return [
    ...(databaseUrl || jobsMongodbUrl
      ? ['DATABASE_URL and JOBS_MONGODB_URL are left alone: the demo has a database of its own.']
      : []),
    ...(key && key !== kept.ownerKey ? ['BOOTSTRAP_OWNER_KEY is ignored: this demo has an owner key already.'] : []),
  ];
}

async function greet(client: ReturnType<typeof createClient>, directory: string): Promise<void> {
  await client.ask('{ viewer { role } }').catch((error: unknown) => {
    throw new Error(
      `The demo's key does not open the demo's database (${error instanceof Error ? error.message : error}) ` +
        `Delete ${directory} to start the demo afresh.`,
    );
  });
}

const addresses = (server: RunningServer, endpoint: DemoEndpoint, kept: Keepsake, directory: string) =>
  [
    ['Explorer', `${server.url}/explorer`],
    ['GraphQL', `${server.url}/graphql`],
    ['Owner key', kept.ownerKey],
    ['Endpoint', endpoint.url],
    ['X-Api-Key', kept.endpointKey],
    ['Directory', `${directory} (delete it to start afresh)`],
  ] as const;
