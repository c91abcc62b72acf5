import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCli } from '../../src/app/cli/run-cli.ts';
import { createSecrets } from '../../src/platform/secrets/aes-secrets.ts';
import { keyIdOf } from '../../src/platform/secrets/format.ts';
import { type KeyRing, openOrCreateKeyFile } from '../../src/platform/secrets/key-ring.ts';
import { startTestApp, type TestApp } from './app.ts';

export type Ran = { readonly code: number; readonly out: string; readonly err: string };

/** The product in this process, with a data directory and the operator's commands beside it. */
export type Install = {
  readonly app: TestApp;
  readonly directory: string;
  readonly ring: KeyRing;
  /** Runs a command on this database, with this data directory unless told otherwise. */
  readonly run: (args: readonly string[], environment?: Readonly<Record<string, string>>) => Promise<Ran>;
  /** Ids of the keys that secrets are sealed under, by workspace number. */
  readonly sealedUnder: () => Promise<Map<number, string | null>>;
  readonly close: () => Promise<void>;
};

export async function startInstall(): Promise<Install> {
  const directory = await mkdtemp(join(tmpdir(), 'tributary-install-'));
  const ring = await openOrCreateKeyFile(directory);
  const app = await startTestApp({ secrets: createSecrets(ring.look) });
  return {
    app,
    directory,
    ring,
    run: (args, environment = {}) =>
      runCommand(args, {
        DATABASE_URL: app.databaseUrl,
        TRIBUTARY_DATA_DIR: directory,
        LOG_LEVEL: 'silent',
        ...environment,
      }),
    sealedUnder: async () => {
      const rows = await app.sql<{ id: number; sealed: Uint8Array }[]>`
        SELECT workspace_id AS id, sealed_request AS sealed FROM custom_apis WHERE sealed_request IS NOT NULL`;
      return new Map(rows.map(({ id, sealed }) => [id, keyIdOf(sealed)]));
    },
    close: async () => {
      await app.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

/** One of the operator's commands, in this process. */
export async function runCommand(args: readonly string[], environment: Readonly<Record<string, string>>): Promise<Ran> {
  let [out, err] = ['', ''];
  const code = await runCli(args, environment, {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
  });
  return { code, out, err };
}
