import { addDays, type DayWindow } from '../../lib/day.ts';
import { count, decimals, MISSING, percent, sparkline } from '../figures.ts';
import type { Scene } from '../scene.ts';
import type { AccountTotals } from './totals.ts';

const BEST = 5;
/** Half of what was fetched, so that the days before them are there to compare with. */
const DETAIL_DAYS = 14;
const LAST_DAYS = 5;

const USAGE = `query ($id: String!, $from: Date!, $to: Date!, $metrics: [String!]) {
  accountUsage(externalCrmId: $id, from: $from, to: $to, metrics: $metrics) {
    account { name }
    freshness { state lastSyncedDay }
    metrics { name aggregation total previousTotal changeRate latest average points { day value } values }
  }
}`;

type Metric = {
  name: string;
  aggregation: string;
  total: number | null;
  previousTotal: number | null;
  changeRate: number | null;
  latest: number | null;
  average: number | null;
  points: { day: string; value: number | null }[];
  values: (number | null)[];
};
export type Usage = {
  account: { name: string };
  freshness: { state: string; lastSyncedDay: string | null };
  metrics: Metric[];
};

/** What the API says of one account; `metrics` null for all. Throws when there is no such account. */
export async function askUsage(
  { client }: Scene,
  id: string,
  window: DayWindow,
  metrics: string[] | null,
): Promise<Usage> {
  const { from, to } = window;
  const { accountUsage } = await client.ask<{ accountUsage: Usage | null }>(USAGE, { id, from, to, metrics });
  if (!accountUsage) throw new Error(`The API has no account ${id}.`);
  return accountUsage;
}

/** Gives the id of the one of them that has usage on the most days. */
export async function tellBest(scene: Scene, window: DayWindow, accounts: readonly AccountTotals[]): Promise<string> {
  scene.paper.chapter('The five accounts with the most revenue');
  const revenue = (account: AccountTotals) => account.totals.get('revenue') ?? 0;
  const best = accounts.toSorted((a, b) => revenue(b) - revenue(a)).slice(0, BEST);
  const series = await Promise.all(
    best.map(({ externalCrmId }) => askUsage(scene, externalCrmId, window, ['revenue'])),
  );
  scene.paper.table(
    [
      { head: 'account', width: 31 },
      { head: '30 days', align: 'right' },
      { head: `${window.from}          ${window.to}` },
    ],
    best.map((account, index) => [
      account.name,
      decimals(revenue(account)),
      sparkline(series[index]?.metrics[0]?.values ?? []),
    ]),
  );
  const daysWith = (index: number) => series[index]?.metrics[0]?.values.filter((value) => value !== null).length ?? 0;
  const [liveliest] = best.map((_, index) => index).sort((a, b) => daysWith(b) - daysWith(a));
  const chosen = best[liveliest ?? 0];
  if (!chosen) throw new Error('The API lists no accounts.');
  return chosen.externalCrmId;
}

export async function tellOne(scene: Scene, id: string, window: DayWindow): Promise<void> {
  const { paper } = scene;
  const lately = { from: addDays(window.to, 1 - DETAIL_DAYS), to: window.to };
  const { account, freshness, metrics } = await askUsage(scene, id, lately, null);
  paper.chapter(`One of them: ${account.name}`);
  paper.say(
    `accountUsage for ${lately.from} to ${lately.to}, beside the ${DETAIL_DAYS} days before. ` +
      `The figures are ${freshness.state} (last synchronised day ${freshness.lastSyncedDay ?? MISSING}).`,
  );
  paper.say('');
  paper.table(
    [
      { head: 'metric' },
      { head: 'total', align: 'right' },
      { head: 'before', align: 'right' },
      { head: 'change', align: 'right' },
      { head: 'average', align: 'right' },
      { head: 'each day (· none)' },
    ],
    metrics.map((metric) => {
      const print = metric.name === 'revenue' ? decimals : count;
      return [
        metric.name,
        print(metric.total),
        print(metric.previousTotal),
        percent(metric.changeRate),
        decimals(metric.average),
        sparkline(metric.values),
      ];
    }),
  );
  paper.say('');
  paper.table(
    [{ head: 'day' }, ...metrics.map(({ name }) => ({ head: name, align: 'right' as const }))],
    (metrics[0]?.points ?? []).slice(-LAST_DAYS).map(({ day }, index, shown) => [
      day,
      ...metrics.map(({ name, points }) => {
        const value = points.at(index - shown.length)?.value ?? null;
        return name === 'revenue' ? decimals(value) : count(value);
      }),
    ]),
  );
}
