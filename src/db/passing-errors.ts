/** Of PostgreSQL, its client, and the network between: lost, not there yet, out of room, or in each other's way. */
const PASSING = /^(?:08|40|53|57P0|25P03|CONNECT|ECONN|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)/;

/** Whether the database failed in a way that has nothing to do with what was asked of it, so that the same may well do later. */
export function mayPass(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return ('code' in error && PASSING.test(String(error.code))) || mayPass(error.cause);
}
