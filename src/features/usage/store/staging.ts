import type { TransactionSql } from 'postgres';
import { type CopyIn, copyInto } from '../../../db/copy.ts';

/** Where mapped rows wait until they are all there: temporary tables of the transaction, filled by binary COPY. */
export type Staging = {
  /** One after the other, each a complete COPY stream: rows first, then accounts, then totals if there are any. */
  readonly write: (table: 'rows' | 'accounts' | 'totals', bytes: Uint8Array) => Promise<void>;
  readonly end: () => Promise<void>;
  /** Staged rows; known after `end`. */
  readonly rowCount: () => number;
  /** Gives up what is coming in, so that the transaction can be rolled back. */
  readonly abandon: () => void;
};

const TARGET = {
  rows: 'staged_rows (ref, day, ordinal, vals)',
  accounts: 'staged_accounts (ref, external_id)',
  totals: 'staged_totals (ref, first_day, last_day, day_count, totals)',
} as const;

const TABLES = `
  CREATE TEMP TABLE staged_rows (ref int4 NOT NULL, day date NOT NULL, ordinal int4 NOT NULL, vals float8[] NOT NULL)
    ON COMMIT DROP;
  CREATE TEMP TABLE staged_accounts (ref int4 NOT NULL, external_id text COLLATE "C" NOT NULL) ON COMMIT DROP`;
const TOTALS_TABLE = `
  CREATE TEMP TABLE staged_totals (
    ref int4 NOT NULL, first_day date NOT NULL, last_day date NOT NULL, day_count int4 NOT NULL, totals float8[] NOT NULL)
    ON COMMIT DROP`;

/** The tables come with the first bytes: a transaction that has written holds back vacuum, and an endpoint may be slow. */
export async function openStaging(tx: TransactionSql): Promise<Staging> {
  // Waiting for an endpoint is no neglect, whatever the operator's server thinks of idle transactions.
  await tx.unsafe('SET LOCAL idle_in_transaction_session_timeout = 0');
  let open: { table: string; copy: CopyIn } | null = null;
  const rowCopies: CopyIn[] = [];
  let created = false;
  const create = async () => {
    if (!created) await tx.unsafe(TABLES);
    created = true;
  };
  const end = async () => {
    await open?.copy.end();
    open = null;
  };
  return {
    write: async (table, bytes) => {
      if (open?.table !== table) {
        await end();
        await create();
        if (table === 'totals') await tx.unsafe(TOTALS_TABLE);
        open = { table, copy: await copyInto(tx, TARGET[table]) };
        if (table === 'rows') rowCopies.push(open.copy);
      }
      await open.copy.write(bytes);
    },
    abandon: () => open?.copy.abandon(),
    rowCount: () => rowCopies.reduce((sum, copy) => sum + copy.rows(), 0),
    end: async () => {
      await end();
      await create();
      // From here on it holds what others wait for. A process that is stopped or cut off must not hold it until it is back.
      await tx.unsafe(`SET LOCAL idle_in_transaction_session_timeout = '30s'`);
      // Hashes of a million rows that would otherwise be written to disk and read again.
      await tx.unsafe(`SET LOCAL work_mem = '64MB'`);
      // Not of the rows: how many they are the planner sees by itself, and how they are joined is not left to it.
      await tx.unsafe('ANALYZE staged_accounts (ref, external_id)');
    },
  };
}
