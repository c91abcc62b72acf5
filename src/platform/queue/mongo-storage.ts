import { MongoJobRepository } from '@agendajs/mongo-backend';
import type { Storage } from './storage.ts';

const COLLECTION = 'agenda_jobs';

export async function openMongoStorage(url: string): Promise<Storage> {
  const repository = new MongoJobRepository({ db: { address: url, collection: COLLECTION } });
  try {
    await repository.connect();
    // Without it two processes that schedule the same job at once make two entries.
    await repository
      .getDb()
      .collection(COLLECTION)
      .createIndex(
        { name: 1 },
        { name: 'one_entry_per_schedule', unique: true, partialFilterExpression: { type: 'single' } },
      );
  } catch (error) {
    await repository.disconnect();
    throw error;
  }
  return {
    repository,
    // No notifications here: a change stream needs a replica set, and a small install has none.
    processEvery: 500,
    ping: async () => {
      await repository.getDb().command({ ping: 1 });
    },
    close: () => repository.disconnect(),
  };
}
