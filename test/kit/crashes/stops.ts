import type { ReservedSql, Sql } from 'postgres';

/** Where the database holds a worker up, so that it can be killed exactly there. The product knows nothing of it. */
export type Stop =
  /** A trigger: `BEFORE INSERT ON usage_days FOR EACH ROW WHEN (…)`. */
  | { readonly by: 'trigger'; readonly on: string }
  /** The same at the end of the transaction, when COMMIT has been asked for. */
  | { readonly by: 'commit'; readonly on: string }
  /** A temporary table has just been made. */
  | { readonly by: 'table'; readonly name: string }
  /** A row of COPY into a temporary table. */
  | { readonly by: 'copy'; readonly table: string; readonly when: string }
  /** A row that somebody else holds: for reads that lock, which fire no trigger. */
  | { readonly by: 'row'; readonly of: string };

export type Barrier = {
  /** Resolves once somebody stands there. */
  readonly reached: () => Promise<void>;
  /** Those who stand there: their sessions. */
  readonly waiting: () => Promise<number[]>;
  /** Lets them pass, and whoever comes after them. */
  readonly open: () => Promise<void>;
  /** Takes the stop away; everybody has passed it. */
  readonly remove: () => Promise<void>;
};

const GATE = 'pg_advisory_xact_lock_shared(4711, 1)';

/** Once for each database. */
export async function prepareStops(sql: Sql): Promise<void> {
  await sql.unsafe(`
    CREATE FUNCTION stop_here() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN PERFORM ${GATE}; RETURN NEW; END $$`);
}

export async function raiseBarrier(sql: Sql, stop: Stop): Promise<Barrier> {
  const holder = await sql.reserve();
  const { build, remove } = writing(stop);
  if (build) await sql.unsafe(build);
  if (stop.by === 'row') await holder.unsafe(`BEGIN; ${stop.of}`);
  else await holder`SELECT pg_advisory_lock(4711, 1)`;
  const [me] = await holder<{ pid: number }[]>`SELECT pg_backend_pid() AS pid`;
  const waiting = async () => {
    const rows = await sql<{ pid: number }[]>`
      SELECT pid FROM pg_locks WHERE NOT granted AND ${me?.pid ?? 0} = ANY (pg_blocking_pids(pid))`;
    return rows.map(({ pid }) => pid);
  };
  let opened = false;
  return {
    waiting,
    reached: async () => {
      for (const begun = performance.now(); (await waiting()).length === 0; ) {
        if (performance.now() - begun > 120_000) throw new Error(`nobody came to ${JSON.stringify(stop)} in 120 s`);
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    },
    open: async () => {
      if (opened) return;
      opened = true;
      await letGo(holder, stop);
    },
    remove: async () => {
      if (!opened) await letGo(holder, stop);
      opened = true;
      if (remove) await sql.unsafe(remove);
    },
  };
}

async function letGo(holder: ReservedSql, stop: Stop): Promise<void> {
  if (stop.by === 'row') await holder.unsafe('ROLLBACK');
  else await holder`SELECT pg_advisory_unlock(4711, 1)`;
  holder.release();
}

function writing(stop: Stop): { readonly build: string | null; readonly remove: string | null } {
  switch (stop.by) {
    case 'trigger':
    case 'commit': {
      const table = /\bON (\w+)/.exec(stop.on)?.[1];
      const kind = stop.by === 'commit' ? 'CONSTRAINT TRIGGER' : 'TRIGGER';
      return {
        build: `CREATE ${kind} stop ${stop.on} EXECUTE FUNCTION stop_here()`,
        remove: `DROP TRIGGER IF EXISTS stop ON ${table}`,
      };
    }
    case 'table':
      return onTable(stop.name, `PERFORM ${GATE}`);
    case 'copy':
      return onTable(
        stop.table,
        `EXECUTE 'CREATE TRIGGER stop BEFORE INSERT ON pg_temp.${stop.table} FOR EACH ROW WHEN (${stop.when})
           EXECUTE FUNCTION public.stop_here()'`,
      );
    case 'row':
      return { build: null, remove: null };
  }
}

const onTable = (name: string, act: string) => ({
  build: `
    CREATE OR REPLACE FUNCTION stop_at_table() RETURNS event_trigger LANGUAGE plpgsql AS $$
      DECLARE made text;
      BEGIN
        FOR made IN SELECT object_identity FROM pg_event_trigger_ddl_commands() LOOP
          IF made LIKE '%.${name}' THEN ${act}; END IF;
        END LOOP;
      END $$;
    CREATE EVENT TRIGGER stop ON ddl_command_end WHEN TAG IN ('CREATE TABLE', 'CREATE TABLE AS')
      EXECUTE FUNCTION stop_at_table()`,
  remove: 'DROP EVENT TRIGGER IF EXISTS stop',
});
