import { addDays, type Day, daysOf } from '../../src/lib/day.ts';
import type { TestApp, TestWorkspace } from './app.ts';
import { json, type MisbehavingEndpoint, startMisbehavingEndpoint } from './misbehaving-endpoint.ts';
import { aMappingInput, asAdmin, askedWindow, type SourcesClient, WINDOWED } from './sources.ts';

/** A workspace that is connected, mapped and synchronised, and time that passes as a test says. */
export type DailyWorkspace = {
  readonly workspace: TestWorkspace;
  readonly admin: SourcesClient;
  readonly endpoint: MisbehavingEndpoint;
  /** Windows asked for since the last call, such as `2026-03-09/2026-03-09`. */
  readonly takeWindows: () => string[];
  /** Answers honestly again: a row for each asked day up to yesterday. */
  readonly recover: () => void;
  /** Moves the clock there, lets a worker look what is due, and waits until nothing is. */
  readonly tickAt: (instant: string) => Promise<void>;
  readonly close: () => Promise<void>;
};

export async function aDailyWorkspace(app: TestApp, days = 30): Promise<DailyWorkspace> {
  const workspace = await app.workspace();
  const endpoint = await startMisbehavingEndpoint();
  const admin = asAdmin(workspace);
  const recover = () =>
    endpoint.respond((request, response) => {
      const { from, to } = askedWindow(request);
      const yesterday: Day = addDays(app.clock.now().toISOString().slice(0, 10), -1);
      const rows = daysOf({ from, to: to < yesterday ? to : yesterday }).map((day) => ({
        day,
        id: 'A',
        calls: 1,
        seats: 2,
      }));
      json(rows)(request, response);
    });
  recover();
  await admin.connect({ url: `${endpoint.url}${WINDOWED}`, timeoutSeconds: 2 });
  await admin.save(aMappingInput(), days);
  await app.ports.queue.drain();
  endpoint.requests.length = 0;
  return {
    workspace,
    admin,
    endpoint,
    recover,
    takeWindows: () =>
      endpoint.requests.splice(0).map((request) => {
        const { from, to } = askedWindow(request);
        return `${from}/${to}`;
      }),
    tickAt: async (instant) => {
      app.clock.set(instant);
      app.ports.queue.tick('sources.sweep');
      await app.ports.queue.drain();
    },
    close: async () => {
      await admin.disconnect();
      await endpoint.close();
    },
  };
}
