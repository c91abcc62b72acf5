import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSource, sealRequestSecrets } from '../../../src/features/sources/request-secrets.ts';
import { type ConnectedWorkspace, connectWorkspace } from '../../kit/connected-workspace.ts';
import { type Install, startInstall } from '../../kit/install.ts';
import { sourcesClient } from '../../kit/sources.ts';

let install: Install;
let connected: ConnectedWorkspace[];
beforeAll(async () => {
  install = await startInstall();
  connected = await Promise.all(Array.from({ length: 6 }, () => connectWorkspace(install.app)));
});
afterAll(async () => {
  await Promise.all(connected.map((one) => one.close()));
  await install.close();
});

const current = () => install.ring.look().current;
const connectAgain = async ({ admin, endpoint }: ConnectedWorkspace, token: string) => {
  const url = `${endpoint.url}/usage?from={start_date}&to={end_date}`;
  const { userErrors } = await sourcesClient(admin).connect({ url, auth: { bearer: { token } } });
  expect(userErrors).toEqual([]);
};
/** What the endpoint would be called with, now. */
const tokenOf = async ({ workspace }: ConnectedWorkspace) => {
  const { secrets } = await openSource(workspace.ctx);
  return secrets !== 'UNREADABLE' && secrets?.auth.kind === 'BEARER' ? secrets.auth.token : secrets;
};
const rotate = async () => {
  const ran = await install.run(['rotate-secrets']);
  expect(ran).toMatchObject({ code: 0, err: '' });
  return ran.out;
};
const underCurrent = async () => {
  const sealed = [...(await install.sealedUnder()).values()];
  return { all: sealed.length, current: sealed.filter((id) => id === current()).length };
};

test('while a server serves: nothing that is changed meanwhile is lost, and nothing stays under an older key', async () => {
  const last = new Map<ConnectedWorkspace, string>();
  let rotating = true;
  const changing = connected.map(async (one, index) => {
    for (let change = 1; rotating || change < 3; change++) {
      await connectAgain(one, `token-${index}-${change}`);
      last.set(one, `token-${index}-${change}`);
    }
  });
  const said: string[] = [];
  for (let turn = 0; turn < 5; turn++) said.push(await rotate());
  rotating = false;
  await Promise.all(changing);
  expect(said.filter((text) => /made just now/.test(text))).toHaveLength(5);
  expect(await underCurrent()).toEqual({ all: connected.length, current: connected.length });
  expect(await Promise.all(connected.map(tokenOf))).toEqual(connected.map((one) => last.get(one)));
  expect(install.ring.look().keys).toHaveLength(6);
});

test('a secret that was sealed under the old key and is stored a moment later is sealed anew, too', async () => {
  const [one] = connected as [ConnectedWorkspace];
  const { ctx } = one.workspace;
  const secrets = { auth: { kind: 'BEARER' as const, token: 'sealed-in-between' }, headers: [], body: null };
  let commit = () => {};
  const waiting = new Promise<void>((resolve) => {
    commit = resolve;
  });
  let sealed = () => {};
  const isSealed = new Promise<void>((resolve) => {
    sealed = resolve;
  });
  // As a reconnection does it, with a long pause before it is stored.
  const slow = ctx.db.orm.transaction(async (tx) => {
    const bytes = await sealRequestSecrets(ctx, tx, secrets);
    sealed();
    await waiting;
    const id = ctx.actor.workspaceId;
    await tx.execute(
      `UPDATE custom_apis SET sealed_request = '\\x${Buffer.from(bytes).toString('hex')}' WHERE workspace_id = ${id}`,
    );
  });
  await isSealed;
  await install.ring.file?.addKey();
  let over = false;
  const rotating = rotate().finally(() => {
    over = true;
  });
  await sleep(300);
  expect(over).toBe(false);
  commit();
  await slow;
  expect(await rotating).toMatch(/Sealed anew {3}6\n/);
  expect(await underCurrent()).toEqual({ all: 6, current: 6 });
  expect(await tokenOf(one)).toBe('sealed-in-between');
});

test('a source that is being stored into is waited for, after all others', async () => {
  const id = connected[0]?.workspace.ctx.actor.workspaceId ?? 0;
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const storing = install.app.sql.begin(async (tx) => {
    await tx`SELECT 1 FROM custom_apis WHERE workspace_id = ${id} FOR UPDATE`;
    await held;
  });
  const rotating = rotate();
  await expect.poll(underCurrent).toEqual({ all: 6, current: 5 });
  release();
  await storing;
  expect(await rotating).toMatch(/Sealed anew {3}6\n/);
  expect(await underCurrent()).toEqual({ all: 6, current: 6 });
});

test('two at once: the second says so and does nothing', async () => {
  const before = install.ring.look().keys.length;
  const ran = await Promise.all(Array.from({ length: 3 }, () => install.run(['rotate-secrets'])));
  const refused = ran.filter(({ code }) => code === 1);
  expect(refused.length, JSON.stringify(ran)).toBeGreaterThan(0);
  for (const { err } of refused) expect(err).toBe('Another command is turning the keys of this database.\n');
  expect(install.ring.look().keys.length).toBe(before + ran.length - refused.length);
});

test('one that was cut short goes on with the key it had made', async () => {
  await install.ring.file?.addKey();
  const { current: made, keys } = install.ring.look();
  expect(await rotate()).toMatch(new RegExp(`${made}, as a rotation left it[\\s\\S]*Sealed anew {3}6\\n`));
  expect(install.ring.look()).toEqual({ current: made, keys });
  expect(await underCurrent()).toEqual({ all: 6, current: 6 });
});

test('older keys go when nothing needs them, and not before', async () => {
  const { keys } = install.ring.look();
  await install.ring.file?.addKey();
  const used = keys[0]?.id;
  const refused = await install.run(['forget-old-keys']);
  expect(refused).toEqual({
    code: 1,
    out: '',
    err: `Still in use: 6 sealed under ${used}. Run rotate-secrets first.\n`,
  });
  expect(install.ring.look().keys).toHaveLength(keys.length + 1);
  await rotate();
  const forgotten = await install.run(['forget-old-keys']);
  expect(forgotten).toMatchObject({ code: 0, err: '', out: expect.stringContaining(`Removed ${used}, `) });
  expect(install.ring.look().keys).toHaveLength(1);
  expect(await tokenOf(connected[1] as ConnectedWorkspace)).toMatch(/^token-1-/);
  expect((await install.run(['forget-old-keys'])).out).toMatch(/^There are no older keys in .*secrets\.key/);
});
