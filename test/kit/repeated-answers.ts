import { MapperError, type MapperPool } from '../../src/platform/mapper-pool/mapper-pool.ts';
import { createMapperPool } from '../../src/platform/mapper-pool/process-pool.ts';
import { startTestApp, type TestApp, type TestWorkspace } from './app.ts';
import { type MisbehavingEndpoint, startMisbehavingEndpoint } from './misbehaving-endpoint.ts';
import { aMappingInput, asAdmin, type SourcesClient, WINDOWED } from './sources.ts';

/** The product with an ear at its mapper children: what is done with each answer of a run, in turn. */
export type WatchedApp = {
  readonly app: TestApp;
  /** Kinds of the jobs since the last call; `extract` is what maps and stores. */
  readonly takeJobs: () => string[];
  /** Happens while the next answer is compared, before it is read. */
  readonly duringCompare: (happening: () => Promise<void>) => void;
  readonly close: () => Promise<void>;
};

export async function startWatchedApp(): Promise<WatchedApp> {
  const pool = createMapperPool({ size: 1, maxOldSpaceMb: 256, maxJobsPerChild: 100 });
  const jobs: string[] = [];
  let happening: () => Promise<void> = async () => {};
  const mappers: MapperPool = {
    ...pool,
    run: (task) => {
      const job = () => {
        const made = (task.job as () => { kind: string })();
        jobs.push(made.kind);
        return made;
      };
      const body = async () => {
        const answer = await (task.body as () => Promise<AsyncIterable<Uint8Array>>)();
        // The job says its kind once the body is there.
        if ((task.job as () => { kind: string })().kind === 'compare') {
          const now = happening;
          happening = async () => {};
          await now();
        }
        return answer;
      };
      return pool.run({ ...task, job, body });
    },
  };
  const app = await startTestApp({ mappers });
  return {
    app,
    takeJobs: () => jobs.splice(0),
    duringCompare: (next) => {
      happening = next;
    },
    close: app.close,
  };
}

/** What a worker that stops does to the child it waits for. */
export const workerStops = async (): Promise<never> => {
  throw new MapperError('ABORTED', 'the mapper pool is closed');
};

export type Repeated = {
  readonly workspace: TestWorkspace;
  readonly admin: SourcesClient;
  readonly endpoint: MisbehavingEndpoint;
  /** Waits for the end of the run. */
  readonly ended: (payload: { syncRun: { id: string } }) => Promise<RunShown>;
  /** Of yesterday, once the history is there. */
  readonly sync: () => Promise<RunShown>;
  readonly close: () => Promise<void>;
};
export type RunShown = Awaited<ReturnType<SourcesClient['run']>>;

/** A connected workspace that is mapped and synchronised up to yesterday. */
export async function aRepeatedWorkspace(
  app: TestApp,
  respond: Parameters<MisbehavingEndpoint['respond']>[0],
  connection: object = {},
): Promise<Repeated> {
  const workspace = await app.workspace();
  const endpoint = await startMisbehavingEndpoint();
  const admin = asAdmin(workspace);
  endpoint.respond(respond);
  const ended = async ({ syncRun }: { syncRun: { id: string } }) => {
    await app.ports.queue.drain();
    return admin.run(syncRun.id);
  };
  const sync = async () => ended(await admin.syncNow());
  await admin.connect({ url: `${endpoint.url}${WINDOWED}`, timeoutSeconds: 5, ...connection });
  await ended(await admin.save(aMappingInput()));
  return {
    workspace,
    admin,
    endpoint,
    ended,
    sync,
    close: async () => {
      await admin.disconnect();
      await endpoint.close();
    },
  };
}
