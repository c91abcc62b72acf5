import type { Facts } from '../facts.ts';
import { count, MISSING, percent } from '../figures.ts';
import type { Scene } from '../scene.ts';

/** Twice the median account: a table of everybody begins with those who left long ago. */
const BUSY = 200;

const TABLE = `query ($busy: Float!) {
  accounts(
    first: 8
    filter: { activityIndex: { min: $busy } }
    orderBy: { field: HEALTH_SCORE, direction: ASC }
  ) {
    totalCount
    nodes {
      externalCrmId name
      health { score }
      activity { index changeRate lastUsedOn metrics { name value previousValue } }
      openSignalCount
    }
  }
}`;

type Table = {
  accounts: {
    totalCount: number;
    nodes: {
      externalCrmId: string;
      name: string;
      health: { score: number | null } | null;
      activity: {
        index: number;
        changeRate: number | null;
        lastUsedOn: string | null;
        metrics: { name: string; value: number | null; previousValue: number | null }[];
      } | null;
      openSignalCount: number;
    }[];
  };
};

/** The list a customer-success manager begins the day with; its figures are held to the CSV's. */
export async function tellTable({ client, paper, checks }: Scene, facts: Facts): Promise<void> {
  paper.chapter('The account table');
  const { accounts } = await client.ask<Table>(TABLE, { busy: BUSY });
  paper.say(
    `${count(accounts.totalCount)} accounts have an activity index of ${BUSY} or more (100 is the median account). Of these, ` +
      'the least healthy first:',
  );
  paper.say('');
  paper.table(
    [
      { head: 'account', width: 31 },
      { head: 'health', align: 'right' },
      { head: 'index', align: 'right' },
      { head: 'change', align: 'right' },
      { head: 'revenue', align: 'right' },
      { head: 'signals', align: 'right' },
    ],
    accounts.nodes.map(({ externalCrmId, name, health, activity, openSignalCount }) => {
      const revenue = activity?.metrics.find((metric) => metric.name === 'revenue');
      const { lately, before } = facts.of(externalCrmId);
      checks.equal(`revenue of ${externalCrmId} in the table`, revenue?.value ?? 0, lately.revenuePence / 100);
      checks.equal(`revenue of ${externalCrmId} before`, revenue?.previousValue ?? 0, before.revenuePence / 100);
      return [
        name,
        health?.score === null || health === null ? MISSING : count(health.score),
        count(activity?.index ?? null),
        percent(activity?.changeRate ?? null),
        count(revenue?.value ?? null),
        count(openSignalCount),
      ];
    }),
  );
}
