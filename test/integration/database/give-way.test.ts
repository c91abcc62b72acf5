import { getPriority } from 'node:os';
import { afterAll, beforeAll, expect } from 'vitest';
import { openDatabase } from '../../../src/db/client.ts';
import { createTestDatabase, type TestDatabase } from '../../kit/database.ts';
import { testWhen } from '../../kit/when.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

testWhen(process.platform === 'linux' && !process.env['TEST_DATABASE_URL'], 'Linux and a database on this machine')(
  'whoever waits for the API goes before the statements of a worker',
  async () => {
    const priorityOf = async (givesWay: boolean) => {
      const db = openDatabase({ url: database.url, ormConnections: 1, bulkConnections: 1, givesWay });
      const pid = () => db.system.sql.begin(async (tx) => (await tx`SELECT pg_backend_pid() AS pid`)[0]?.['pid']);
      const backend = await pid();
      // The same connection: what was asked first of all has been answered.
      expect(await pid()).toBe(backend);
      const priority = getPriority(backend);
      await db.close();
      return priority;
    };
    expect(await priorityOf(true)).toBeGreaterThan(await priorityOf(false));
  },
);
