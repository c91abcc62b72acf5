import { expect } from 'vitest';
import { type TestApp, YESTERDAY } from './app.ts';
import { type Behaviour, json, type MisbehavingEndpoint, startMisbehavingEndpoint } from './misbehaving-endpoint.ts';
import { aMappingInput, asAdmin, type SourcesClient } from './sources.ts';
import { type StoredRow, storedDays } from './usage-intake.ts';

/** What to connect with; `query` stands behind the address. */
export type PagedInput = { readonly query?: string; readonly paging: object; readonly [more: string]: unknown };
export type Behaviours = readonly [Behaviour, ...Behaviour[]];

export const LINKED: PagedInput = { paging: { nextLink: { path: 'next' } } };
export const BY_CURSOR: PagedInput = { query: '?cursor={cursor}', paging: { cursor: { path: 'next' } } };
export const BY_PAGE: PagedInput = { query: '?page={page}', paging: { page: {} } };

export const PAGED_MAPPING = aMappingInput({ rowsPath: 'data' });

/** A page of two rows, which no other has. */
export const page = (number: number, rest: object = {}): Behaviour =>
  json({ data: ['A', 'B'].map((id) => ({ day: YESTERDAY, id, calls: number, seats: 1 })), ...rest });

export const noRows = (rest: object = {}): Behaviour => json({ data: [], ...rest });

/** A workspace whose runs read pages, one run after the other. */
export type PagedRuns = {
  readonly endpoint: MisbehavingEndpoint;
  readonly admin: SourcesClient;
  readonly connect: (input: PagedInput) => Promise<void>;
  /** Connects, and gives the run that meets these pages, the last of them over and over. */
  readonly run: (input: PagedInput, ...pages: Behaviours) => ReturnType<SourcesClient['run']>;
  readonly calledPaths: () => string[];
  readonly stored: () => Promise<StoredRow[]>;
  readonly close: () => Promise<void>;
};

export async function pagedRuns(app: TestApp): Promise<PagedRuns> {
  const endpoint = await startMisbehavingEndpoint();
  const workspace = await app.workspace();
  const admin = asAdmin(workspace);
  const connect = async ({ query = '', ...input }: PagedInput) => {
    endpoint.respond(noRows());
    const { userErrors } = await admin.connect({ url: `${endpoint.url}/usage${query}`, ...input });
    expect(userErrors).toEqual([]);
    endpoint.requests.length = 0;
  };
  return {
    endpoint,
    admin,
    connect,
    run: async (input, ...pages) => {
      await connect(input);
      endpoint.respond(...pages);
      const { syncRun, userErrors } = await admin.save(PAGED_MAPPING, 1);
      expect(userErrors).toEqual([]);
      await app.ports.queue.drain();
      return admin.run(syncRun.id);
    },
    calledPaths: () => endpoint.requests.map(({ path }) => path),
    stored: () => storedDays(workspace.ctx),
    close: async () => {
      await admin.disconnect();
      await endpoint.close();
    },
  };
}
