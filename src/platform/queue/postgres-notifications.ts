import { type JobNotification, type NotificationChannel, type NotificationHandler, toJobId } from 'agenda';
import postgres from 'postgres';
import type { QueueLog } from './run-job.ts';

const CHANNEL = 'agenda_jobs';

/**
 * Tells other processes at once that a job is due. In place of the backend's own channel, which loses a pooled
 * connection whenever a reconnection fails half-way and sends three more notifications for each job that runs.
 */
export function createPostgresNotifications(url: string, log: QueueLog): NotificationChannel {
  // postgres.js listens on a further connection and restores it after an outage; polling covers the time between.
  const sql = postgres(url, { max: 1, onnotice: () => {}, connection: { application_name: 'tributary queue' } });
  const handlers = new Set<NotificationHandler>();
  let state: NotificationChannel['state'] = 'disconnected';

  const receive = (text: string) => {
    try {
      const notification = decode(text);
      for (const handler of handlers) void handler(notification);
    } catch (err) {
      log.warn({ err }, 'ignored a notification that is none of ours');
    }
  };
  const channel: NotificationChannel = {
    get state() {
      return state;
    },
    connect: async () => {
      await sql.listen(CHANNEL, receive);
      state = 'connected';
    },
    disconnect: async () => {
      state = 'disconnected';
      handlers.clear();
      await sql.end({ timeout: 1 });
    },
    subscribe: (handler) => {
      handlers.add(handler);
      return () => handlers.delete(handler);
    },
    publish: async (notification) => {
      await sql.notify(CHANNEL, JSON.stringify(notification));
    },
    on: () => channel,
    off: () => channel,
  };
  return channel;
}

function decode(text: string): JobNotification {
  const { jobId, jobName, nextRunAt, priority, timestamp } = JSON.parse(text);
  return {
    jobId: toJobId(jobId),
    jobName,
    nextRunAt: nextRunAt === null ? null : new Date(nextRunAt),
    priority,
    timestamp: new Date(timestamp),
  };
}
