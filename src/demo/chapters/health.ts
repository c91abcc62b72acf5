import { setTimeout as pause } from 'node:timers/promises';
import type { Facts } from '../facts.ts';
import { count, decimals, MISSING, seconds } from '../figures.ts';
import type { Scene } from '../scene.ts';

/** An evaluation that has not ended by then will not. */
const PATIENCE_MS = 120_000;
const LOOK_MS = 250;

const EVALUATION = `{ evaluation { state failedTries finishedAt
  outcome { usageThroughDay accountsScored signalsRaised signalsResolved } } }`;

type Evaluation = {
  evaluation: {
    state: string;
    failedTries: number;
    finishedAt: string | null;
    outcome: { usageThroughDay: string | null; accountsScored: number; signalsRaised: number } | null;
  } | null;
};

const PAGE = `query ($after: String) {
  accounts(first: 100, after: $after) {
    nodes { externalCrmId name health { score band } activity { lastUsedOn } }
    pageInfo { hasNextPage endCursor }
  }
}`;

export type ScoredAccount = {
  readonly externalCrmId: string;
  readonly name: string;
  readonly health: { readonly score: number | null; readonly band: string | null } | null;
  readonly activity: { readonly lastUsedOn: string | null } | null;
};
type Page = {
  accounts: { nodes: ScoredAccount[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } };
};

const BANDS = ['HEALTHY', 'STABLE', 'POOR', null] as const;
/** Those with the most revenue of the year: of the others nobody would ask who slips. */
const LARGE = 100;
const SHOWN = 5;
const RECENT_DAYS = 60;

/** Waits until the scores are up to the usage, and shows that they follow it; gives the large account that is worst off of those that may come back. */
export async function tellHealth(scene: Scene, facts: Facts): Promise<ScoredAccount> {
  const { paper, checks } = scene;
  paper.chapter('Health');
  const started = performance.now();
  const outcome = await evaluated(scene);
  const accounts = await walkAccounts(scene);
  paper.say(
    `Nobody asked for it: ${count(outcome.accountsScored)} accounts were scored up to ${outcome.usageThroughDay ?? MISSING}, ` +
      `${seconds(performance.now() - started)} after the last chapter. What the CSV says of the bands:`,
  );
  paper.say('');
  paper.table(
    [
      { head: 'band' },
      { head: 'accounts', align: 'right' },
      { head: 'days since the last order (median)', align: 'right' },
      { head: 'revenue, 30 days', align: 'right' },
    ],
    BANDS.map((band) => {
      const ids = accounts.filter((one) => (one.health?.band ?? null) === band).map((one) => one.externalCrmId);
      const silences = ids.map(facts.silence).filter((days) => days !== null);
      const revenue = ids.reduce((total, id) => total + facts.of(id).lately.revenuePence, 0) / 100;
      return [band ?? 'no score', count(ids.length), count(median(silences)), decimals(revenue)];
    }),
  );
  const same = accounts.filter((one) => (one.activity?.lastUsedOn ?? null) === facts.of(one.externalCrmId).lastOn);
  const word = checks.equal('accounts with the last day of the CSV', same.length, accounts.length);
  paper.say('');
  paper.say(
    `The last day of use is that of the CSV for ${count(same.length)} of ${count(accounts.length)} accounts: ${word}.`,
  );

  const large = accounts
    .toSorted((a, b) => facts.of(b.externalCrmId).ever.revenuePence - facts.of(a.externalCrmId).ever.revenuePence)
    .slice(0, LARGE)
    .filter((one) => typeof one.health?.score === 'number')
    .sort((a, b) => (b.health?.score ?? 0) - (a.health?.score ?? 0));
  paper.say('');
  paper.say(`Best and worst of the ${LARGE} accounts with the most revenue of the year, beside the CSV:`);
  paper.say('');
  paper.table(
    [
      { head: 'account', width: 31 },
      { head: 'score', align: 'right' },
      { head: 'last order' },
      { head: '30 days', align: 'right' },
      { head: 'before', align: 'right' },
    ],
    [...large.slice(0, SHOWN), ...large.slice(-SHOWN)].map(({ name, health, externalCrmId }) => {
      const { lastOn, lately, before } = facts.of(externalCrmId);
      const pounds = (pence: number) => count(pence / 100);
      return [
        name,
        count(health?.score ?? null),
        lastOn ?? MISSING,
        pounds(lately.revenuePence),
        pounds(before.revenuePence),
      ];
    }),
  );
  // One that left long ago needs no explanation.
  const worst =
    large.findLast((one) => (facts.silence(one.externalCrmId) ?? RECENT_DAYS) < RECENT_DAYS) ?? large.at(-1);
  if (!worst) throw new Error('No account has a score.');
  return worst;
}

async function evaluated({
  client,
  signal,
}: Scene): Promise<NonNullable<NonNullable<Evaluation['evaluation']>['outcome']>> {
  const end = performance.now() + PATIENCE_MS;
  while (performance.now() < end) {
    const { evaluation } = await client.ask<Evaluation>(EVALUATION);
    if (evaluation?.state === 'IDLE' && evaluation.outcome) return evaluation.outcome;
    await pause(LOOK_MS, undefined, { signal });
  }
  throw new Error('The accounts were not scored within two minutes. Try again with LOG_LEVEL=info.');
}

async function walkAccounts({ client }: Scene): Promise<ScoredAccount[]> {
  const accounts: ScoredAccount[] = [];
  let after: string | null = null;
  do {
    const { accounts: page }: Page = await client.ask<Page>(PAGE, { after });
    accounts.push(...page.nodes);
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after !== null);
  return accounts;
}

function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? null;
}
