import type { DayWindow } from '../../lib/day.ts';
import { type Figures, sum } from '../dataset.ts';
import { count, decimals, seconds } from '../figures.ts';
import type { Scene } from '../scene.ts';

/** The largest page there is: an account list of thousands takes a few dozen questions. */
const PAGE = `query ($after: String, $from: Date!, $to: Date!) {
  accounts(first: 100, after: $after) {
    nodes { externalCrmId name usage(from: $from, to: $to) { metrics { name total } } }
    pageInfo { hasNextPage endCursor }
    totalCount
  }
}`;

type Page = {
  accounts: {
    nodes: {
      externalCrmId: string;
      name: string;
      usage: { metrics: { name: string; total: number | null }[] };
    }[];
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
    totalCount: number;
  };
};

export type AccountTotals = {
  readonly externalCrmId: string;
  readonly name: string;
  readonly totals: Map<string, number>;
};

/** Reads every account's totals through the API and holds them to the CSV's for the same customers and days. */
export async function compareTotals(scene: Scene, window: DayWindow): Promise<AccountTotals[]> {
  const { paper, timeline, checks } = scene;
  paper.chapter('Totals');
  const started = performance.now();
  const { accounts, pages } = await walkAccounts(scene, window);
  const took = seconds(performance.now() - started);
  const listed = new Set(accounts.map((account) => account.externalCrmId));
  const rows = timeline.rowsOf(window);
  const matched = sum(rows.filter((row) => listed.has(row.customerId)));
  const unmatched = sum(rows.filter((row) => !listed.has(row.customerId)));
  const fromApi = (metric: string) => accounts.reduce((total, account) => total + (account.totals.get(metric) ?? 0), 0);
  paper.say(
    `30 days of ${count(accounts.length)} accounts, read through the API in ${pages} pages (${took}) and added up, beside the ` +
      'same days and customers of the CSV:',
  );
  paper.say('');
  paper.table(
    [
      { head: 'metric' },
      { head: 'through the API', align: 'right' },
      { head: 'from the CSV', align: 'right' },
      { head: '' },
      { head: 'unmatched, CSV', align: 'right' },
    ],
    METRICS.map(({ name, of, print }) => [
      name,
      print(fromApi(name)),
      print(of(matched)),
      checks.equal(`total of ${name}`, fromApi(name), of(matched)),
      print(of(unmatched)),
    ]),
  );
  paper.say('');
  paper.say(
    'The last column is stored, too, but the API shows usage by account: it can be read once its ids have accounts (chapter 8).',
  );
  return accounts;
}

const METRICS: readonly { name: string; of: (figures: Figures) => number; print: (value: number | null) => string }[] =
  [
    { name: 'orders', of: (figures) => figures.orders, print: count },
    { name: 'items', of: (figures) => figures.items, print: count },
    { name: 'revenue', of: (figures) => figures.revenuePence / 100, print: decimals },
    { name: 'returned_items', of: (figures) => figures.returnedItems, print: count },
  ];

async function walkAccounts(
  { client }: Scene,
  window: DayWindow,
): Promise<{ accounts: AccountTotals[]; pages: number }> {
  const accounts: AccountTotals[] = [];
  let after: string | null = null;
  let pages = 0;
  do {
    const { accounts: page }: Page = await client.ask<Page>(PAGE, { after, ...window });
    for (const { externalCrmId, name, usage } of page.nodes) {
      const totals = new Map(usage.metrics.map((metric) => [metric.name, metric.total ?? 0]));
      accounts.push({ externalCrmId, name, totals });
    }
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    pages++;
  } while (after !== null);
  return { accounts, pages };
}
