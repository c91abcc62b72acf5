import { setTimeout } from 'node:timers/promises';
import type { TransactionSql } from 'postgres';
import { ask, type Run, type Running } from './orm.ts';
import type { Pool } from './pool.ts';
import type { Start } from './transactions.ts';

/** A statement that reads for an answer may take this long; idle is what an operation that was forgotten would be. */
const READ_LIMITS = `SET LOCAL statement_timeout = '10s'; SET LOCAL idle_in_transaction_session_timeout = '60s'`;

/** Statements as of one moment: that of the first. */
export type Reader = { readonly run: Run; readonly end: () => void };

/** Opens its transaction with the first statement. */
export function openReader(pool: Pool, settings: string): Reader {
  const start: Start = { mode: 'isolation level repeatable read read only', settings: `${settings}; ${READ_LIMITS}` };
  let session: Session | null = null;
  let over = false;
  const running = new Set<Running>();
  const leave = (left: Session | null) => {
    left?.close();
    if (session === left) session = null;
  };
  /** A statement that fails takes the transaction with it. Those sent behind it are asked again, in the next one. */
  const run: Run = async (text, parameters, inArrays) => {
    for (let round = 1; ; round++) {
      if (over) throw canceled();
      session ??= openSession(pool, start);
      const mine = session;
      try {
        const tx = await mine.tx;
        if (over) throw canceled();
        return await ask(tx, text, parameters, inArrays, running);
      } catch (error) {
        leave(mine);
        if (!isAborted(error) || round === MOST_ROUNDS) throw error;
      }
    }
  };
  return {
    run,
    end: () => {
      over = true;
      const last = session;
      // The connection is held meanwhile, so that what is cancelled is not somebody else's statement.
      if (running.size === 0) leave(last);
      else void cancelAll(running).then(() => leave(last));
    },
  };
}

/** A transaction that stays open until it is closed. */
type Session = { readonly tx: Promise<TransactionSql>; readonly close: () => void };

function openSession(pool: Pool, start: Start): Session {
  let close = () => {};
  const closed = new Promise<void>((resolve) => {
    close = resolve;
  });
  const tx = new Promise<TransactionSql>((resolve, reject) => {
    const work = (opened: TransactionSql) => {
      resolve(opened);
      return closed;
    };
    // Once it is open, whoever asks hears what goes wrong.
    pool.begin(start, work).catch(reject);
  });
  tx.catch(() => {});
  return { tx, close };
}

const ABORTED = '25P02';
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
