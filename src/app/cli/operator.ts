import { type Database, openDatabase } from '../../db/client.ts';
import { type Clock, systemClock } from '../../platform/clock.ts';
import type { Config } from '../../platform/config.ts';
import { createLog } from '../../platform/log.ts';
import { startDatabase } from '../database.ts';

/** What an operator's command works with: the database, migrated, and the time. No queue, no worker, no sockets. */
export type Operator = { readonly db: Database; readonly clock: Clock; readonly close: () => Promise<void> };

/** Opens the operator's own database, or starts the embedded one for the length of a command. */
export async function openOperator(config: Config): Promise<Operator> {
  // Only what goes wrong: standard error is read by people here.
  const database = await startDatabase(config, createLog('error')).catch((error: unknown) => {
    throw isInUse(error) ? new Error(inUse(config), { cause: error }) : error;
  });
  const db = openDatabase({ url: database.url, ormConnections: 2, bulkConnections: 1 });
  return {
    db,
    clock: systemClock,
    close: async () => {
      await db.close();
      await database.stop();
    },
  };
}

const isInUse = (error: unknown): boolean => error instanceof Error && /another Tributary is using/.test(error.message);

const inUse = ({ dataDirectory }: Config): string =>
  `The embedded database in ${dataDirectory} belongs to the server that is running. Stop the server first, or use its API with
an owner key (createApiKey, revokeApiKey). With DATABASE_URL set, these commands work beside a running server.`;
