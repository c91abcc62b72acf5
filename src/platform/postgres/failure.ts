/** Causes an operator can act on, recognised in what initdb or the server wrote before giving up. */
const CAUSES: readonly (readonly [RegExp, string])[] = [
  [/could not bind|Address already in use|could not create any TCP/, 'the port is taken'],
  [/No space left on device|Disk quota exceeded/, 'the disk is full'],
  [/database files are incompatible/, 'the data was written by another PostgreSQL version'],
  [/Permission denied|must be owned by|has wrong ownership|has invalid permissions/, 'permission'],
  [/could not map anonymous shared memory|Cannot allocate memory/, 'not enough memory'],
];

/** An error with the cause in words and the last lines of output. The output never holds the password. */
export function startFailure(what: string, output: string): Error {
  const cause = CAUSES.find(([pattern]) => pattern.test(output))?.[1];
  const lines = output.trim().split('\n').slice(-12).join('\n  ');
  return new Error(`${what} failed${cause ? ` (${cause})` : ''}:\n  ${lines || 'no output'}`);
}

export const isPortTaken = (output: string): boolean => CAUSES[0]?.[0].test(output) ?? false;

/** Backends of a server that was killed hard end a moment after it; until then PostgreSQL refuses to start. */
export const isStillDying = (output: string): boolean => /pre-existing shared memory block/.test(output);
