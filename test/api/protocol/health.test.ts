import postgres from 'postgres';
import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import WebSocket from 'ws';
import { startTestApp, type TestApp } from '../../kit/app.ts';

let app: TestApp;
beforeEach(async () => {
  app = await startTestApp();
});
afterEach(() => app.close());

const ask = async (path: string) => {
  const response = await fetch(`${app.url}${path}`);
  return [response.status, await response.text(), response.headers.get('cache-control')];
};

test('while all is well, the process is live and ready, for anybody', async () => {
  expect(await ask('/health/live')).toEqual([200, 'ok\n', 'no-store']);
  expect(await ask('/health/ready')).toEqual([200, 'ok\n', 'no-store']);
  expect(await ask('/health/ready?verbose=1')).toEqual([200, 'ok\n', 'no-store']);
});

test('without its database the process is live, not ready, and tells nobody why', async () => {
  const workspace = await app.workspace();
  await dropDatabase(app.databaseUrl);
  expect(await ask('/health/live')).toEqual([200, 'ok\n', 'no-store']);
  expect(await ask('/health/ready')).toEqual([503, 'the database does not answer\n', 'no-store']);

  const answer = await workspace.as('MEMBER').send('{ viewer { role } }');
  expect(answer).toEqual({
    status: 500,
    data: null,
    errors: [{ message: expect.stringContaining('Something went wrong on our side'), extensions: expect.anything() }],
  });
  const socket = new WebSocket(`${app.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
  const closed = new Promise((resolve) => socket.on('close', (code, reason) => resolve([code, String(reason)])));
  socket.on('open', () =>
    socket.send(
      JSON.stringify({ type: 'connection_init', payload: { authorization: `Bearer ${workspace.keys.MEMBER}` } }),
    ),
  );
  // Try again later: clients do.
  expect(await closed).toEqual([1013, expect.stringContaining('Something went wrong on our side')]);
});

async function dropDatabase(url: string): Promise<void> {
  const sql = postgres(inject('serverUrl'), { max: 1, onnotice: () => {} });
  await sql.unsafe(`DROP DATABASE ${new URL(url).pathname.slice(1)} WITH (FORCE)`);
  await sql.end();
}
