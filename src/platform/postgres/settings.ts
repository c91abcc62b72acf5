export type ServerSettings = Readonly<Record<string, string | number>>;

/**
 * For a small install on a shared machine. Given on the command line, so an upgrade of Tributary changes them without
 * touching the files initdb wrote.
 */
const DEFAULTS: ServerSettings = {
  shared_buffers: '192MB',
  work_mem: '16MB',
  maintenance_work_mem: '128MB',
  max_connections: 100,
  // A backfill of a million rows in one transaction should not force a checkpoint half-way.
  max_wal_size: '2GB',
  // A backfill fills the default of a few megabytes thousands of times: an eighth of its time goes into waiting for that.
  wal_buffers: '32MB',
  checkpoint_timeout: '15min',
  random_page_cost: 1.1,
  // Compiling costs more than the queries of this product take.
  jit: 'off',
  fsync: 'on',
  synchronous_commit: 'on',
  // A killed worker's long statement ends with it, and lets its run go. Windows lacks the means.
  client_connection_check_interval: process.platform === 'win32' ? 0 : '5s',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_checkpoints: 'off',
  log_line_prefix: '%m [%p] ',
};

/** What safety rests on: loopback only, no socket file for other users of the machine, log to our file. */
const FIXED: ServerSettings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  log_destination: 'stderr',
  logging_collector: 'off',
};

/** Arguments for the `postgres` binary. */
export function serverArguments(data: string, port: number, settings: ServerSettings): string[] {
  const all = { ...DEFAULTS, ...settings, ...FIXED, port };
  return ['-D', data, ...Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
}
