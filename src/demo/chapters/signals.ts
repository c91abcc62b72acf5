import { addDays, type Day, windowEnding } from '../../lib/day.ts';
import { sum } from '../dataset.ts';
import { count, percent } from '../figures.ts';
import type { Scene } from '../scene.ts';

const FEED = `query ($filter: SignalFilter) {
  signalFeed(first: 25, filter: $filter) {
    totalCount
    nodes {
      severity explanation
      account { name externalCrmId }
      evidence { ... on UsageDeclineEvidence { throughDay metrics { metric value previousValue changeRate } } }
    }
  }
}`;

type Decline = {
  readonly throughDay: Day;
  readonly metrics: readonly { metric: string; value: number; previousValue: number; changeRate: number }[];
};
type Signal = {
  readonly severity: string;
  readonly explanation: string;
  readonly account: { readonly name: string; readonly externalCrmId: string };
  readonly evidence: Partial<Decline>;
};
type Feed = { signalFeed: { totalCount: number; nodes: Signal[] } | null };

/** Those that usage alone gives. */
const TYPES = ['DISENGAGEMENT', 'USAGE_DECLINE', 'EXPANSION'] as const;
const SHOWN = 2;

const COLUMNS = { orders: 'orders', items: 'items', revenue: 'revenuePence', returned_items: 'returnedItems' } as const;

/** What has just gone wrong, or right, and the figures that say so; weeks are counted again from the CSV. */
export async function tellSignals(scene: Scene): Promise<void> {
  const { paper } = scene;
  paper.chapter('Signals');
  const all = await askFeed(scene, {});
  paper.say(`signalFeed lists ${count(all.totalCount)} open signals. Of each kind, the most severe first:`);
  for (const type of TYPES) {
    const feed = await askFeed(scene, { types: [type] });
    paper.say('');
    paper.say(`${type} (${count(feed.totalCount)})`);
    for (const { severity, account, explanation } of feed.nodes.slice(0, SHOWN)) {
      paper.say(`${severity}, ${account.name}: ${explanation}`);
    }
    if (type === 'USAGE_DECLINE') compareWeeks(scene, feed.nodes);
  }
}

async function askFeed({ client }: Scene, filter: object) {
  const { signalFeed } = await client.ask<Feed>(FEED, { filter });
  if (!signalFeed) throw new Error('signalFeed answered without a feed.');
  return signalFeed;
}

function compareWeeks(scene: Scene, declines: readonly Signal[]): void {
  const words: string[] = [];
  for (const { account, evidence } of declines) {
    for (const { metric, value, previousValue } of evidence.metrics ?? []) {
      const to = evidence.throughDay ?? '';
      const week = (ends: Day, figure: number) => {
        const fromCsv = weekOf(scene, account.externalCrmId, metric, ends);
        words.push(scene.checks.equal(`${metric} of ${account.externalCrmId}, week to ${ends}`, figure, fromCsv));
      };
      week(to, value);
      week(addDays(to, -7), previousValue);
    }
  }
  const [first] = declines;
  const orders = first?.evidence.metrics?.find(({ metric }) => metric === 'orders');
  if (first && orders) {
    const { value, previousValue, changeRate } = orders;
    const both = `${count(previousValue)}, then ${count(value)}`;
    scene.paper.say(`Orders of ${first.account.name}, week by week: ${both} (${percent(changeRate)}).`);
  }
  const word = words.every((one) => one === 'equal') ? 'equal' : 'DIFFERENT';
  scene.paper.say(
    `${count(words.length)} weekly figures of the first ${declines.length}, counted again from the CSV: ${word}.`,
  );
}

function weekOf({ timeline }: Scene, customerId: string, metric: string, to: Day): number {
  const rows = timeline.rowsOf(windowEnding(to, 7)).filter((row) => row.customerId === customerId);
  const column = COLUMNS[metric as keyof typeof COLUMNS];
  const total = sum(rows)[column];
  return column === 'revenuePence' ? total / 100 : total;
}
