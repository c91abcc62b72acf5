import type { Sql } from 'postgres';
import { BY_KEY } from './by-key.ts';
import type { Running } from './orm.ts';
import { createPreparing } from './preparing.ts';
import { ConnectionLost, isOrdinary } from './transactions.ts';

/** Makes a client of one connection, which it opens when it is first used, and tells when that is closed. */
export type Connect = (onClose: () => void) => Sql;

export type Asking = { readonly inArrays?: boolean; readonly running?: Set<Running> };

/**
 * One connection, in one hand at a time. What is asked goes out at once, one behind the other: BEGIN, what says who asks, and
 * the first statement share one way to the server and back.
 */
export type Line = {
  readonly client: Sql;
  readonly ask: (text: string, parameters: readonly unknown[], asking?: Asking) => Promise<unknown>;
  /** Statements without parameters, separated by semicolons. */
  readonly say: (text: string) => Promise<void>;
  /** Ends the transaction with whatever is said next, or a moment later: that spares a way to the server. */
  readonly commit: () => void;
  /** For who does not use `say` next: what is under way is answered, and no transaction open. Look then whether it is over. */
  readonly settle: () => Promise<void>;
  /** Whether it can be used no more. */
  readonly isOver: () => boolean;
};

/** How long a transaction that has shown all it had to may stay open. */
const COMMIT_WITHIN_MS = 10;
/** A plan that is kept was made for tables as they were: those of a first synchronisation grow from nothing. */
const PLANS_KEPT_MS = 10_000;
/** What goes by key needs no statistics, and must not take a table that is empty now for one that stays small. */
const PLANNED_ONCE = 'SET LOCAL plan_cache_mode = force_generic_plan; SET LOCAL enable_seqscan = off';
const PLANNED_EACH_TIME = 'SET LOCAL plan_cache_mode = force_custom_plan; SET LOCAL enable_seqscan = on';
/** Prepared statements and what the server caches for them are memory of its process, which ends with the connection. */
const MAX_AGE_MS = 30 * 60_000;

export function openLine(connect: Connect): Line {
  const opened = performance.now();
  const waiting = new Set<(error: unknown) => void>();
  const preparing = createPreparing();
  let lost: ConnectionLost | null = null;
  const lose = (cause: unknown): ConnectionLost => {
    if (lost) return lost;
    lost = new ConnectionLost(cause, client, true);
    for (const fail of waiting) fail(lost);
    waiting.clear();
    return lost;
  };
  const client = connect(() =>
    lose(Object.assign(new Error('the connection was closed'), { code: 'CONNECTION_CLOSED' })),
  );

  /**
   * postgres.js carries what it had not sent over to a connection of its own making, where no transaction is open: what comes
   * from there is not believed, and whoever waits is told at once.
   */
  const send = (text: string, parameters: readonly unknown[], prepare: boolean, { inArrays, running }: Asking) => {
    const sent = new Promise<unknown>((resolve, reject) => {
      if (lost) return reject(lost);
      const query = client.unsafe(text, [...parameters] as never[], { prepare });
      const mine = query as unknown as Running;
      const done = () => {
        waiting.delete(reject);
        running?.delete(mine);
      };
      waiting.add(reject);
      running?.add(mine);
      (inArrays ? query.values() : query).then(
        (rows) => {
          done();
          if (lost) reject(lost);
          else resolve(rows);
        },
        (error: unknown) => {
          done();
          reject(isOrdinary(error) ? error : lose(error));
        },
      );
    });
    last = sent.catch(() => {});
    return sent;
  };
  /** Answers come in the order of the questions. */
  let last: Promise<unknown> = Promise.resolve();

  /** How this transaction's statements are planned; each begins with the connection's own way. */
  let once = false;
  let planned = opened;
  const plan = (text: string) => {
    if (text.startsWith(BY_KEY) === once) return;
    once = !once;
    const now = performance.now();
    const stale = once && now - planned > PLANS_KEPT_MS;
    if (stale) planned = now;
    // Fails only where what follows fails, too.
    send(`${stale ? 'DISCARD PLANS; ' : ''}${once ? PLANNED_ONCE : PLANNED_EACH_TIME}`, [], false, {}).catch(() => {});
  };

  let owed: NodeJS.Timeout | null = null;
  const paid = (): string => {
    if (!owed) return '';
    clearTimeout(owed);
    owed = null;
    return 'COMMIT;';
  };
  const settle = async () => {
    const commit = paid();
    // Nothing was changed: should it fail, whoever is next hears of the lost connection.
    if (commit) send(commit, [], false, {}).catch(() => {});
    await last;
  };

  return {
    client,
    ask: (text, parameters, asking = {}) => {
      plan(text);
      return send(text, parameters, preparing.isWorthIt(text), asking);
    },
    say: async (text) => {
      once = false;
      await send(paid() + text, [], false, {});
    },
    commit: () => {
      owed = setTimeout(settle, COMMIT_WITHIN_MS).unref();
    },
    settle,
    isOver: () => lost !== null || performance.now() - opened > MAX_AGE_MS,
  };
}
