import type { DayWindow } from '../../lib/day.ts';
import { sum } from '../dataset.ts';
import { count, decimals, sparkline } from '../figures.ts';
import type { Scene } from '../scene.ts';
import { accountName, upsert } from './accounts.ts';
import { type Suggestion, tellLink } from './link.ts';
import { askUsage } from './usage.ts';

const PAGE = `query ($after: String) {
  unmatchedAccounts(first: 100, after: $after) {
    nodes { externalId firstSeenOn lastSeenOn rowCount
      suggestions { account { externalCrmId } reason confidence } }
    pageInfo { hasNextPage endCursor }
    totalCount
  }
}`;

type Unmatched = {
  externalId: string;
  firstSeenOn: string;
  lastSeenOn: string;
  rowCount: number;
  suggestions: Suggestion[];
};
type Page = {
  unmatchedAccounts: {
    nodes: Unmatched[];
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
    totalCount: number;
  };
};

/** Shows the ids without accounts, gives one of them an account, and finds its history there. */
export async function tellUnmatched(scene: Scene, window: DayWindow, listed: ReadonlySet<string>): Promise<void> {
  const { client, paper, timeline, checks } = scene;
  paper.chapter('Usage without an account');
  const unmatched = await walkUnmatched(scene);
  const rows = timeline.rowsOf(window);
  const strangers = new Set(rows.filter((row) => !listed.has(row.customerId)).map((row) => row.customerId));
  // Ids that earlier demos stored and that bought nothing lately are listed, too; the CSV speaks of these 30 days.
  const recent = unmatched.filter((one) => one.lastSeenOn >= window.from);
  const word = checks.equal(
    'unmatched ids',
    recent.filter((one) => strangers.has(one.externalId)).length,
    strangers.size,
  );
  checks.equal('unmatched ids', recent.length, strangers.size);
  paper.say(
    `unmatchedAccounts lists ${count(unmatched.length)} ids; ${count(recent.length)} have usage in these 30 days ` +
      `(CSV: ${count(strangers.size)}, ${word}). Those with the most days first:`,
  );
  paper.say('');
  paper.table(
    [{ head: 'id' }, { head: 'first seen' }, { head: 'last seen' }, { head: 'days', align: 'right' }],
    unmatched.slice(0, 5).map((one) => [one.externalId, one.firstSeenOn, one.lastSeenOn, String(one.rowCount)]),
  );
  paper.say('');
  const customer = timeline.customers.find((one) => one.customerId === recent[0]?.externalId);
  if (!customer) return paper.say('None of them is a customer of the data set, so none is given an account.');

  await upsert(client, [customer]);
  const usage = await askUsage(scene, customer.customerId, window, ['revenue']);
  const [revenue] = usage.metrics;
  const expected = sum(rows.filter((row) => row.customerId === customer.customerId)).revenuePence / 100;
  const same = checks.equal(`revenue of ${customer.customerId}`, revenue?.total ?? 0, expected);
  paper.say(`Giving ${customer.customerId} an account by upsertAccounts makes its history appear at once:`);
  const after = (await client.ask<Page>(PAGE)).unmatchedAccounts.totalCount;
  const fewer = checks.equal('unmatched ids once one has an account', after, unmatched.length - 1);
  paper.facts([
    ['account', accountName(customer)],
    ['revenue', `${decimals(revenue?.total ?? null)} (CSV: ${decimals(expected)}, ${same})`],
    ['each day', sparkline(revenue?.values ?? [])],
    ['unmatched', `${count(unmatched.length)} before, ${count(after)} now${fewer === 'equal' ? '' : ` (${fewer})`}`],
  ]);
  const other = timeline.customers.find((one) => one.customerId === recent[1]?.externalId);
  const suggestionsOf = async (id: string) =>
    (await walkUnmatched(scene)).find((one) => one.externalId === id)?.suggestions ?? [];
  if (other) await tellLink(scene, window, other, suggestionsOf);
}

async function walkUnmatched({ client }: Scene): Promise<Unmatched[]> {
  const found: Unmatched[] = [];
  let after: string | null = null;
  do {
    const { unmatchedAccounts: page }: Page = await client.ask<Page>(PAGE, { after });
    found.push(...page.nodes);
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after !== null);
  return found;
}
