import { setTimeout } from 'node:timers/promises';
import type { Line } from './line.ts';
import type { Run, Running } from './orm.ts';
import type { Pool } from './pool.ts';
import { ConnectionLost } from './transactions.ts';

/** A statement that reads for an answer may take this long; idle is what an operation that was forgotten would be. */
const READ_LIMITS = `SET LOCAL statement_timeout = '10s'; SET LOCAL idle_in_transaction_session_timeout = '60s'`;
/** Begins a transaction that shows one moment. */
export const READING = `BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; ${READ_LIMITS}`;

/** Statements as of one moment: that of the first. */
export type Reader = { readonly run: Run; readonly end: () => void };

/** Opens its transaction with the first statement; `start` is how, in SQL. */
export function openReader(pool: Pool, start: string): Reader {
  let session: Session | null = null;
  let over = false;
  const leave = (left: Session) => {
    left.close();
    if (session === left) session = null;
  };
  /** A statement that fails takes the transaction with it. Those sent behind it are asked again, in the next one. */
  const run: Run = async (text, parameters, inArrays) => {
    for (let round = 1; ; round++) {
      if (over) throw canceled();
      session ??= openSession(pool, start);
      const mine = session;
      try {
        const line = await mine.line;
        if (over) throw canceled();
        const answer = line.ask(text, parameters, { inArrays, running: mine.running });
        // Told of by `begun` where the transaction was never open.
        answer.catch(() => {});
        await mine.begun;
        return await answer;
      } catch (error) {
        // Whoever ended it leaves its connection, once nothing is being cancelled any more.
        if (!over) leave(mine);
        const again = isAborted(error) || (round === 1 && (mine.wasStale() || isStalePlan(error)));
        if (!again || round === MOST_ROUNDS) throw error instanceof ConnectionLost ? error.cause : error;
      }
    }
  };
  return {
    run,
    end: () => {
      if (over) return;
      over = true;
      const last = session;
      // The connection is held meanwhile, so that what is cancelled is not somebody else's statement.
      if (last) void cancelAll(last.running).then(() => leave(last));
    },
  };
}

/** One statement that reads, in a transaction of its own: all of it is sent at once. */
export async function readAlone(pool: Pool, start: string, ...[text, parameters, inArrays]: Parameters<Run>) {
  for (let round = 1; ; round++) {
    const { line, giveBack } = await pool.lend();
    const begun = line.say(start);
    const answer = line.ask(text, parameters, { inArrays });
    const ended = line.say('COMMIT');
    const [first, rows] = await Promise.allSettled([begun, answer, ended]);
    giveBack();
    if (first.status === 'fulfilled' && rows.status === 'fulfilled') return rows.value;
    const { reason: error } = (first.status === 'rejected' ? first : rows) as PromiseRejectedResult;
    const wasStale = first.status === 'rejected' && error instanceof ConnectionLost && round === 1;
    if (!wasStale && !(isStalePlan(error) && round === 1)) throw error instanceof ConnectionLost ? error.cause : error;
  }
}

/** A transaction that stays open until it is closed. */
type Session = {
  readonly line: Promise<Line>;
  readonly running: Set<Running>;
  /** What is sent behind BEGIN is answered after it. */
  readonly begun: Promise<void>;
  /** Whether its connection had been lost while nobody used it: a fresh one tells whether the database is there. */
  readonly wasStale: () => boolean;
  readonly close: () => void;
};

function openSession(pool: Pool, start: string): Session {
  const lent = pool.lend();
  const line = lent.then((loan) => loan.line);
  let isStale = false;
  const begun = line
    .then(({ say }) => say(start))
    .catch((error: unknown) => {
      isStale = error instanceof ConnectionLost;
      throw error;
    });
  begun.catch(() => {});
  let closed = false;
  const end = async () => {
    const { line, giveBack } = await lent;
    await begun.catch(() => {});
    line.commit();
    giveBack();
  };
  const close = () => {
    if (closed) return;
    closed = true;
    void end().catch(() => {});
  };
  return { line, running: new Set(), begun, wasStale: () => isStale, close };
}

const ABORTED = '25P02';
/** A column of a prepared statement was given another type. postgres.js has forgotten it by now. */
const isStalePlan = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === '0A000';
/** What PostgreSQL, too, calls a statement that is not wanted any more. */
const canceled = () => Object.assign(new Error('the operation has ended'), { code: '57014' });
/** More failing statements than an operation has fields. */
const MOST_ROUNDS = 2_500;
const isAborted = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === ABORTED;

/** An operation that is given up mid-way would hold its connection until its statements end. */
async function cancelAll(running: ReadonlySet<Running>): Promise<void> {
  // A request that comes before its statement has reached the server is lost: ask again.
  for (let pauseMs = 20; running.size > 0; pauseMs *= 2) {
    const told = [...running].flatMap((query) => (query.active ? [query.canceller?.(query)] : []));
    await Promise.allSettled(told);
    await setTimeout(pauseMs);
  }
}
