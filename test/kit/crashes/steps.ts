import type { Sizes } from './rounds.ts';
import type { Stop } from './stops.ts';

/** What the endpoint has done when the worker is killed, for steps that the database does not see. */
export type AtEndpoint = 'ASKED' | 'HALF_SENT' | 'SENT_TO_STOPPED_MAPPER' | 'ASKED_FOR_SECOND_WINDOW';

export type Step = {
  readonly name: string;
  readonly at: Stop | { readonly by: 'endpoint'; readonly when: AtEndpoint };
  /** Holds the answer back while the step is waited for. */
  readonly unanswered?: true;
  /** What becomes of the statement that stood there: it goes on without its client, unless its session is ended, too. */
  readonly cutOff?: true;
  /** Stops once more behind the commit, before anybody was told of it. */
  readonly behindCommit?: true;
  /** Only the mapper children are killed. */
  readonly mappersOnly?: true;
};

const trigger = (name: string, on: string): Step => ({ name, at: { by: 'trigger', on } });
const madeTable = (name: string, table: string): Step => ({ name, at: { by: 'table', name: table } });
const commit = (name: string, when: string): Step => ({
  name,
  at: { by: 'commit', on: `AFTER UPDATE ON sync_runs DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (${when})` },
});
const atEndpoint = (name: string, when: AtEndpoint): Step => ({ name, at: { by: 'endpoint', when } });

const onRun = (when: string) => `BEFORE UPDATE ON sync_runs FOR EACH ROW WHEN (${when})`;
const IS_STORED = 'NEW.done_through IS DISTINCT FROM OLD.done_through';

/**
 * The steps of a run, in its order, each list the kills of one run: a run survives four in a row. Numbers are of accounts,
 * which count from 1.
 */
export function stepsOfFirst({ FIRST: accounts }: Sizes): Step[][] {
  const half = Math.round(accounts / 2);
  return [
    [
      trigger('the run is being claimed', onRun('NEW.attempt > OLD.attempt')),
      commit('the claim is being committed', 'NEW.attempt > OLD.attempt'),
      atEndpoint('the endpoint has the question', 'ASKED'),
      atEndpoint('the endpoint has sent half of the answer', 'HALF_SENT'),
    ],
    [
      {
        ...trigger(
          'the lease is being renewed',
          onRun('NEW.lease_token = OLD.lease_token AND NEW.attempt = OLD.attempt'),
        ),
        unanswered: true,
      },
      atEndpoint('the mapper reads the answer', 'SENT_TO_STOPPED_MAPPER'),
      madeTable('the staging tables have been made', 'staged_accounts'),
      {
        name: 'half of the rows are copied',
        at: { by: 'copy', table: 'staged_rows', when: `NEW.ordinal = ${half * 30}` },
      },
    ],
    [
      {
        name: 'the fence is being held',
        at: { by: 'row', of: 'SELECT 1 FROM custom_apis FOR UPDATE' },
      },
      trigger(
        'half of the accounts have numbers',
        `BEFORE INSERT ON external_accounts FOR EACH ROW WHEN (NEW.number = ${half})`,
      ),
      madeTable('the numbers are known', 'staged_numbers'),
      trigger(
        'half of the days are stored',
        `BEFORE INSERT ON usage_days FOR EACH ROW WHEN (NEW.external_account = ${half})`,
      ),
    ],
    [
      trigger(
        'half of the accounts are rolled up',
        `BEFORE INSERT ON usage_rollups FOR EACH ROW WHEN (NEW.external_account = ${half})`,
      ),
      trigger('the days of the totals are being noted', 'BEFORE INSERT ON usage_rollup_bases FOR EACH ROW'),
      trigger('the window is being noted on the run', onRun(IS_STORED)),
    ],
    [
      trigger(
        'the window is being noted on the source',
        'BEFORE UPDATE ON custom_apis FOR EACH ROW WHEN (NEW.last_synced_day IS DISTINCT FROM OLD.last_synced_day)',
      ),
      trigger('the run is being ended', onRun('NEW.finished_at IS NOT NULL')),
      { ...commit('the commit is cut off', IS_STORED), cutOff: true },
      commit('the commit goes through unheard', IS_STORED),
    ],
    [{ ...commit('committed, and nobody was told', IS_STORED), behindCommit: true }],
    [{ ...atEndpoint('the mapper alone is killed', 'SENT_TO_STOPPED_MAPPER'), mappersOnly: true }],
  ];
}

/** What only a later run over several windows goes through. */
export function stepsOfRange({ RANGE: accounts }: Sizes): Step[][] {
  const half = Math.round(accounts / 2);
  return [
    [
      { ...commit('the commit of a window that is not the last is cut off', IS_STORED), cutOff: true },
      commit('the commit of a window that is not the last goes through unheard', IS_STORED),
      atEndpoint('the next window is asked for', 'ASKED_FOR_SECOND_WINDOW'),
      madeTable('the days are compared', 'staged_changes'),
      trigger(
        'half of the changed days are updated',
        `BEFORE UPDATE ON usage_days FOR EACH ROW WHEN (NEW.external_account = ${half})`,
      ),
    ],
    [{ ...commit('between two windows', IS_STORED), behindCommit: true }],
  ];
}
