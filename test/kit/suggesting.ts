import { createAnthropicModel } from '../../src/platform/model/anthropic-model.ts';
import type { Model, ModelRequest } from '../../src/platform/model/model.ts';
import { startTestApp, type TestApp, type TestWorkspace } from './app.ts';
import { json, type MisbehavingEndpoint, startMisbehavingEndpoint } from './misbehaving-endpoint.ts';
import { type ModelStandIn, startModelStandIn } from './model-stand-in.ts';
import { asAdmin, type SourcesClient, WINDOWED } from './sources.ts';

/** The product with a model: the real SDK, and a stand-in for the service behind it. */
export type Suggesting = {
  readonly app: TestApp;
  readonly endpoint: MisbehavingEndpoint;
  readonly standIn: ModelStandIn;
  /** What the product asked for, before the SDK made a request of it. */
  readonly asked: ModelRequest[];
  /** A fresh workspace, connected to an endpoint that gives this answer. */
  readonly connected: (answer: unknown) => Promise<{ workspace: TestWorkspace; admin: SourcesClient }>;
  readonly close: () => Promise<void>;
};

/** Long enough for whoever answers at all. */
const PATIENCE_MS = 3_000;

export async function startSuggesting(): Promise<Suggesting> {
  const standIn = await startModelStandIn();
  const asked: ModelRequest[] = [];
  const real = createAnthropicModel({ apiKey: 'test-key', baseUrl: standIn.url, name: 'claude-test' });
  const model: Model = {
    name: real.name,
    answer: (request) => {
      asked.push(request);
      return real.answer({ ...request, timeoutMs: Math.min(request.timeoutMs, PATIENCE_MS) });
    },
  };
  const app = await startTestApp({ model });
  const endpoint = await startMisbehavingEndpoint();
  return {
    ...{ app, endpoint, standIn, asked },
    connected: async (answer) => {
      const workspace = await app.workspace();
      const admin = asAdmin(workspace);
      endpoint.respond(json(answer));
      await admin.connect({ url: `${endpoint.url}${WINDOWED}` });
      return { workspace, admin };
    },
    close: async () => {
      await Promise.all([endpoint.close(), app.close()]);
      await standIn.stop();
    },
  };
}

export type Candidate = {
  readonly rowsPath: string;
  readonly datePath: string;
  readonly dateFormat: string;
  readonly accountIdPath: string | null;
  readonly metrics: readonly {
    readonly descriptionIndex: number | null;
    readonly name: string;
    readonly path: string;
    readonly aggregation: string;
  }[];
};

/** Reads `{ day, id, k7 }` rows in `data`. */
export const aCandidate = (changes: Partial<Candidate> = {}): Candidate => ({
  rowsPath: 'data',
  datePath: 'day',
  dateFormat: 'YYYY_MM_DD',
  accountIdPath: 'id',
  metrics: [{ descriptionIndex: 0, name: 'logins', path: 'k7', aggregation: 'SUM' }],
  ...changes,
});

export const withMetric = (path: string): Candidate =>
  aCandidate({ metrics: [{ descriptionIndex: 0, name: 'logins', path, aggregation: 'SUM' }] });
