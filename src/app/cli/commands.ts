import { type Actor, ROLES, type Role, systemActor } from '../../features/kit/actor.ts';
import { ctxFor } from '../../features/kit/ctx.ts';
import type { Refusal } from '../../features/kit/refusal.ts';
import {
  createApiKey,
  createWorkspace,
  findKeyWorkspace,
  findWorkspaceActor,
  listApiKeys,
  listWorkspaces,
  revokeApiKey,
} from '../../features/workspaces/index.ts';
import type { Result } from '../../lib/result.ts';
import { isLongerThan } from '../../lib/text.ts';
import { serveMcp } from './mcp-command.ts';
import type { Operator } from './operator.ts';
import { Refused } from './refused.ts';
import { forgetOldKeys, replaceKey, rotateSecrets } from './secret-commands.ts';

type Options = Readonly<Record<string, { readonly shape: string; readonly meaning: string }>>;

export type Command = {
  readonly words: readonly string[];
  readonly summary: string;
  /** All of them must be given. */
  readonly options: Options;
  /** Returns what to print. */
  readonly run: (operator: Operator, values: Readonly<Record<string, string>>) => Promise<string>;
};

const WORKSPACE = { shape: 'ws_…', meaning: 'The workspace, by its id: see workspace list.' };
const ONCE = 'It is shown this once and stored as a hash only: keep it.';

export const COMMANDS: readonly Command[] = [
  {
    words: ['migrate'],
    summary: 'Brings the database up to date. The server does the same when it starts.',
    options: {},
    // Opening the database was all of it.
    run: async () => 'The database is up to date.\n',
  },
  {
    words: ['workspace', 'create'],
    summary: 'Creates a workspace and its first OWNER key.',
    options: { name: { shape: '"Acme"', meaning: 'Its name, 1 to 100 characters.' } },
    run: async (operator, { name = '' }) => {
      if (isLongerThan(name, 100)) throw new Refused('A workspace name has 1 to 100 characters.', true);
      const { workspace, ownerKey } = await createWorkspace(operator, { name, ownerKey: null });
      return `Workspace  ${workspace.id}  ${workspace.name}\nOwner key  ${ownerKey}\n${ONCE}\n`;
    },
  },
  {
    words: ['workspace', 'list'],
    summary: 'Lists every workspace, oldest first.',
    options: {},
    run: async (operator) => {
      const workspaces = await listWorkspaces(operator);
      return workspaces.map(({ id, createdAt, name }) => `${id}  ${createdAt.toISOString()}  ${name}\n`).join('');
    },
  },
  {
    words: ['key', 'create'],
    summary: 'Creates an API key of a workspace.',
    options: {
      workspace: WORKSPACE,
      role: { shape: ROLES.join('|'), meaning: 'What the key may do.' },
      label: { shape: '"nightly export"', meaning: 'What the key is for, 1 to 100 characters.' },
    },
    run: async (operator, { workspace = '', role = '', label = '' }) => {
      const asked = toRole(role);
      const actor = await actorOf(operator, workspace);
      const { apiKey, secret } = granted(await createApiKey(ctxFor(operator, actor), { label, role: asked }));
      return `Key     ${apiKey.id}  ${apiKey.role}  ${apiKey.label}\nSecret  ${secret}\n${ONCE}\n`;
    },
  },
  {
    words: ['key', 'list'],
    summary: "Lists a workspace's API keys, newest first, revoked ones included.",
    options: { workspace: WORKSPACE },
    run: async (operator, { workspace = '' }) => {
      const keys = granted(await listApiKeys(ctxFor(operator, await actorOf(operator, workspace))));
      const state = (revokedAt: Date | null) => (revokedAt ? `revoked ${revokedAt.toISOString()}` : 'works');
      return keys
        .map((key) => `${key.id}  ${key.role.padEnd(6)}  ${key.prefix}…  ${state(key.revokedAt)}  ${key.label}\n`)
        .join('');
    },
  },
  {
    words: ['key', 'revoke'],
    summary: 'Revokes an API key at once. The last working OWNER key of a workspace stays.',
    options: { id: { shape: 'key_…', meaning: 'The key, by its id: see key list.' } },
    run: async (operator, { id = '' }) => {
      const found = await findKeyWorkspace(operator.db.system.orm, id);
      if (!found) throw new Refused(`There is no key ${id}.`);
      const key = granted(await revokeApiKey(ctxFor(operator, systemActor(found)), { id }));
      return `Key ${key.id} (${key.label}) of ${found.workspace} is revoked.\n`;
    },
  },
  {
    words: ['rotate-secrets'],
    summary: 'Seals all credentials anew under a fresh key, while servers run. May be interrupted and run again.',
    options: {},
    run: rotateSecrets,
  },
  {
    words: ['forget-old-keys'],
    summary: 'Removes the keys that nothing is sealed under any more.',
    options: {},
    run: forgetOldKeys,
  },
  {
    words: ['replace-lost-key'],
    summary: 'Goes on with another key when the one of this database is lost for good: every source has to reconnect.',
    options: {},
    run: replaceKey,
  },
  {
    words: ['mcp'],
    summary:
      'Speaks the Model Context Protocol on standard input and output, for an assistant that starts it, with the API key in TRIBUTARY_API_KEY.',
    options: {},
    run: serveMcp,
  },
];

function toRole(given: string): Role {
  const role = ROLES.find((one) => one === given.toUpperCase());
  if (!role) throw new Refused(`--role is one of ${ROLES.join(', ')}, not ${given}.`, true);
  return role;
}

async function actorOf({ db }: Operator, workspace: string): Promise<Actor> {
  const found = await findWorkspaceActor(db.system.orm, workspace);
  if (!found) throw new Refused(`There is no workspace ${workspace}.`);
  return systemActor(found);
}

function granted<T>(outcome: Result<T, readonly Refusal<string>[]>): T {
  if (outcome.ok) return outcome.value;
  throw new Refused(outcome.error.map(({ message }) => message).join(' '));
}
