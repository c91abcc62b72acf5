import { afterAll, beforeAll, expect, test } from 'vitest';
import { keyIdOf } from '../../../src/platform/secrets/format.ts';
import type { TestWorkspace } from '../../kit/app.ts';
import { type Install, startInstall } from '../../kit/install.ts';
import { type MisbehavingEndpoint, startMisbehavingEndpoint } from '../../kit/misbehaving-endpoint.ts';
import { anEvent, createHook, emit, type Hook, logOf, verify } from '../../kit/webhooks.ts';

let install: Install;
let workspace: TestWorkspace;
let receiver: MisbehavingEndpoint;
let hook: Hook;
beforeAll(async () => {
  install = await startInstall();
  workspace = await install.app.workspace();
  receiver = await startMisbehavingEndpoint();
  hook = await createHook(workspace, `${receiver.url}/in?key=of-the-receiver`);
});
afterAll(async () => {
  await receiver.close();
  await install.close();
});

const sealed = async () => {
  const [row] = await install.app.sql<{ url: Uint8Array; secrets: Uint8Array }[]>`
    SELECT sealed_url AS url, sealed_secrets AS secrets FROM webhook_endpoints`;
  if (!row) throw new Error('there is no endpoint');
  return row;
};
const keys = async () => Object.values(await sealed()).map(keyIdOf);
const tell = async () => {
  receiver.requests.length = 0;
  await emit(workspace, anEvent());
  await install.app.ports.queue.drain();
  return receiver.requests;
};

test('rotate-secrets seals URL and secret of webhooks anew; until then the key they are under is not forgotten', async () => {
  const before = install.ring.look().current;
  expect(await keys()).toEqual([before, before]);
  const rotated = await install.run(['rotate-secrets']);
  expect(rotated).toMatchObject({ code: 0, err: '' });
  expect(rotated.out).toMatch(/Sealed anew {3}2\n/);
  const current = install.ring.look().current;
  expect(current).not.toBe(before);
  expect(await keys()).toEqual([current, current]);
  const [request] = await tell();
  expect(request?.path).toBe('/in?key=of-the-receiver');
  expect(request && verify(request, hook.secret)).toMatchObject({ type: 'signal.raised' });

  // As if a rotation had been cut short behind the sources.
  const old = await sealed();
  await install.run(['rotate-secrets']);
  await install.app.sql`UPDATE webhook_endpoints SET sealed_url = ${Buffer.from(old.url)}`;
  const refused = await install.run(['forget-old-keys']);
  expect(refused.err).toContain(`Still in use: 1 sealed under ${current}. Run rotate-secrets first.`);
  expect((await install.run(['rotate-secrets'])).out).toMatch(/Sealed anew {3}2\n/);
  expect((await install.run(['forget-old-keys'])).out).toContain(`Removed `);
  expect(await tell()).toHaveLength(1);
});

test('a sealed value that was moved to another field or endpoint does not open, and the log says so', async () => {
  const other = await createHook(workspace, `${receiver.url}/other`);
  await install.app.sql`
    UPDATE webhook_endpoints o SET sealed_url = e.sealed_url FROM webhook_endpoints e
    WHERE o.id = ${other.id} AND e.id = ${hook.id}`;
  await tell();
  const { deliveries } = await logOf(workspace, other);
  expect(deliveries).toMatchObject([
    { state: 'PENDING', attempts: [{ httpStatus: null, error: { code: 'SECRETS_UNREADABLE' } }] },
  ]);
  expect(receiver.requests.map(({ path }) => path)).toEqual(['/in?key=of-the-receiver']);
});
