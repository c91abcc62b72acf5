import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Serving } from '../../../src/app/serving.ts';
import { startTestApp, type TestApp, type TestWorkspace } from '../../kit/app.ts';
import { createClient } from '../../kit/client.ts';
import { type ConnectedWorkspace, connectWorkspace, mappingOf } from '../../kit/connected-workspace.ts';
import { openSocket } from '../../kit/socket.ts';

const RATES = {
  key: { perSecond: 1, burst: 5 },
  workspace: { perSecond: 2, burst: 8 },
  calls: { perSecond: 0.5, burst: 3 },
  strangers: { perSecond: 1, burst: 6 },
};
const limited = { status: 429, errors: [{ extensions: { code: 'RATE_LIMITED' } }] };

let now = 0;
let refused = 0;
const serving: Partial<Serving> = { rates: RATES, now: () => now, onRateLimited: () => void refused++ };
let app: TestApp;
let workspace: TestWorkspace;
beforeAll(async () => {
  app = await startTestApp({}, serving);
});
beforeEach(async () => {
  // Every bucket is full again.
  now += 1e6;
  refused = 0;
  workspace = await app.workspace();
});
afterAll(() => app.close());

const statuses = async (count: number, send: () => Promise<{ status: number }>) => {
  const seen: number[] = [];
  for (let time = 0; time < count; time++) seen.push((await send()).status);
  return seen;
};

describe('operations', () => {
  test('of one key are limited, and told when to come again', async () => {
    const member = workspace.as('MEMBER');
    expect(await statuses(6, () => member.send('{ viewer { role } }'))).toEqual([200, 200, 200, 200, 200, 429]);
    const response = await fetch(`${app.url}/graphql?query={__typename}`, {
      headers: { authorization: `Bearer ${workspace.keys.MEMBER}` },
    });
    expect(response.status).toBe(429);
    expect(response.headers.get('retry-after')).toBe('1');
    expect(await response.json()).toEqual({
      errors: [
        {
          message: 'This key has asked for more than 1 operations a second. Try again in 1 s.',
          extensions: { code: 'RATE_LIMITED', retryAfterSeconds: 1 },
        },
      ],
    });
    expect(refused).toBe(2);
    now += 1_000;
    expect(await statuses(2, () => member.send('{ viewer { role } }'))).toEqual([200, 429]);
  });

  test('of all keys of one workspace are limited together, and another workspace is not', async () => {
    const [one, two] = [workspace.as('MEMBER'), workspace.as('ADMIN')];
    expect(await statuses(5, () => one.send('{ __typename }'))).not.toContain(429);
    expect(await statuses(4, () => two.send('{ __typename }'))).toEqual([200, 200, 200, 429]);
    const other = (await app.workspace()).as('MEMBER');
    expect((await other.send('{ __typename }')).status).toBe(200);
  });

  test('over a socket count alike; too many are errors of their own and the socket lives on', async () => {
    const { subscribe, next, socket } = await openSocket(app.url, `Bearer ${workspace.keys.MEMBER}`);
    const member = workspace.as('MEMBER');
    expect(await statuses(3, () => member.send('{ __typename }'))).toEqual([200, 200, 200]);
    const types: string[] = [];
    for (let id = 1; id <= 4; id++) {
      subscribe(String(id), '{ __typename }');
      const answer = await next();
      types.push(answer.type);
      if (answer.type === 'next') await next();
      else expect(answer.payload).toMatchObject([{ extensions: { code: 'RATE_LIMITED', retryAfterSeconds: 1 } }]);
    }
    expect(types).toEqual(['next', 'next', 'error', 'error']);
    now += 1_000;
    subscribe('5', '{ __typename }');
    expect((await next()).type).toBe('next');
    socket.close();
  });

  test('that are not valid count, too', async () => {
    const member = workspace.as('MEMBER');
    expect(await statuses(6, () => member.send('{ nope }'))).toEqual([400, 400, 400, 400, 400, 429]);
  });
});

describe('changes that call the endpoint', () => {
  let connected: ConnectedWorkspace;
  beforeEach(async () => {
    // Its own connection is the first of three calls.
    connected = await connectWorkspace(app);
  });
  afterEach(() => connected.close());

  const PREVIEW = `mutation ($input: PreviewMappingInput!) { previewMapping(input: $input) { userErrors { code } } }`;

  test('are limited by themselves, however many one operation makes', async () => {
    const { admin } = connected;
    const input = { mapping: mappingOf([{ name: 'calls' }]) };
    const twice = PREVIEW.replace(/ \}$/, ' again: previewMapping(input: $input) { userErrors { code } } }');
    expect((await admin.send(twice, { input })).status).toBe(200);
    now += 1_000;
    expect(await admin.send(PREVIEW, { input })).toMatchObject({
      status: 429,
      errors: [
        {
          message:
            'This workspace makes at most 30 changes a minute that call an endpoint or take long. Try again in 1 s.',
          extensions: { code: 'RATE_LIMITED', retryAfterSeconds: 1 },
        },
      ],
    });
    expect((await admin.send('{ customApi { id } }')).status, 'others are not').toBe(200);
    now += 1_000;
    expect((await admin.send(PREVIEW, { input })).status).toBe(200);
  });
});

test('tests and replays of webhooks, and previews of scores, are limited like calls of the endpoint', async () => {
  const admin = workspace.as('ADMIN');
  const changes = [
    'sendTestWebhook(input: { id: "wh_1" }) { userErrors { code } }',
    'replayWebhookDelivery(input: { id: "whd_1" }) { userErrors { code } }',
    'replayWebhookEvents(input: { endpointId: "wh_1", startAt: "2026-03-01T00:00:00Z" }) { userErrors { code } }',
    'previewHealthModel(input: { model: {} }) { userErrors { code } }',
  ];
  for (const change of changes) {
    now += 60_000;
    const thrice = `mutation { ${[1, 2, 3].map((number) => `a${number}: ${change}`).join(' ')} }`;
    expect((await admin.send(thrice)).errors, change).toEqual([]);
    expect((await admin.send(thrice)).status, change).toBe(429);
  }
});

describe('strangers', () => {
  const stranger = () => createClient(app.url, 'wrong').send('{ viewer { role } }');

  test('are limited by address; keys that worked before are not kept out', async () => {
    const member = workspace.as('MEMBER');
    await member.ask('{ viewer { role } }');
    expect(await statuses(7, stranger)).toEqual([401, 401, 401, 401, 401, 401, 429]);
    expect(await createClient(app.url, null).send('{ __typename }')).toMatchObject(limited);
    expect((await member.send('{ viewer { role } }')).status).toBe(200);
    expect(await workspace.as('OWNER').send('{ viewer { role } }'), 'not yet seen').toMatchObject(limited);
    now += 1_000;
    expect((await workspace.as('OWNER').send('{ viewer { role } }')).status).toBe(200);
  });

  test('are limited over sockets, too', async () => {
    await statuses(5, stranger);
    expect(await (await openSocket(app.url, 'Bearer wrong', false)).closed).toEqual([4403, 'Forbidden']);
    const [code, reason] = await (await openSocket(app.url, 'Bearer wrong', false)).closed;
    expect([code, reason]).toEqual([1013, expect.stringContaining('Try again in 1 s.')]);
  });

  test('send little: their bodies are not read beyond 32 KB', async () => {
    const response = await fetch(`${app.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: `{ __typename ${' '.repeat(32 * 1024)} }` }),
    });
    expect(response.status).toBe(413);
    expect(await response.text()).toContain('at most 32 KB without a working API key');
  });
});
