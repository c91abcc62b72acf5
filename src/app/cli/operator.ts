import { type Database, openDatabase } from '../../db/client.ts';
import { type Clock, systemClock } from '../../platform/clock.ts';
import type { Config } from '../../platform/config.ts';
import { createLog, type Log } from '../../platform/log.ts';
import { joinDatabase } from '../database.ts';

/** What an operator's command works with: the database, migrated, and the time. No queue, no worker, no sockets. */
export type Operator = {
  readonly config: Config;
  readonly db: Database;
  readonly clock: Clock;
  /** For what an operator's own records should show of a command. */
  readonly log: Log;
  readonly close: () => Promise<void>;
};

/**
 * Opens the operator's own database, or the embedded one: that of the server that runs, or one started for the length of a
 * command.
 */
export async function openOperator(config: Config): Promise<Operator> {
  // Only what goes wrong: standard error is read by people here.
  const database = await joinDatabase(config, createLog('error'));
  const db = openDatabase({ url: database.url, ormConnections: 2, bulkConnections: 1 });
  return {
    config,
    db,
    clock: systemClock,
    log: createLog(config.logLevel),
    close: async () => {
      await db.close();
      await database.stop();
    },
  };
}
