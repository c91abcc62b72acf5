import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Ctx } from '../../../src/features/kit/ctx.ts';
import { NOW, startTestApp, type TestApp, YESTERDAY } from '../../kit/app.ts';
import { type AssistantWorld, ago, createAssistantWorld, find } from '../../kit/assistant-world.ts';
import { askTemplate } from '../../kit/template-answers.ts';

let app: TestApp;
let world: AssistantWorld;
let ctx: Ctx;

beforeAll(async () => {
  app = await startTestApp();
  world = await createAssistantWorld(app);
  ctx = await world.ctxAs('ADMIN');
});
afterAll(() => app.close());

const answerTo = async (question: string): Promise<string> => (await askTemplate(ctx, question)).answer;
const toolsOf = async (question: string) => (await askTemplate(ctx, question)).restsOn.map(({ tool }) => tool);
const grouped = (value: number) => value.toLocaleString('en-US', { maximumFractionDigits: 6 });
const FOOT = `usage is known up to ${YESTERDAY}.`;

const USAGE = `query ($id: String!, $from: Date!, $to: Date!) { accountUsage(externalCrmId: $id, from: $from, to: $to) {
  metrics { name total previousTotal changeRate latest } } }`;

/** What GraphQL says of a metric. */
async function usage(id: string, from: string, to: string, metric: string) {
  const { accountUsage } = await world.admin.ask(USAGE, { id, from, to });
  return accountUsage.metrics.find((one: { name: string }) => one.name === metric);
}

describe('usage', () => {
  test('of an account, as GraphQL gives it, with its days, health and freshness', async () => {
    const calls = await usage('C-1', ago(29), YESTERDAY, 'api_calls');
    const { healthScore } = await world.admin.ask('{ healthScore(externalCrmId: "C-1") { score } }');
    const answer = await answerTo('How is Acme doing?');
    expect(calls).toMatchObject({ total: 2_440, previousTotal: 3_000 });
    expect(answer).toContain('api_calls: 2,440, down 18.7% from 3,000');
    expect(answer).toContain('active_seats: 5 at last, 5 on average, the average unchanged');
    expect(answer).toContain(
      `Usage of Acme Anvils Ltd fell in 1 of 2 metrics in the 30 days ${ago(29)} to ${YESTERDAY}`,
    );
    expect(answer).toContain(`Health: ${healthScore.score} of 100`);
    expect(answer).toContain(FOOT);
  });

  test('of one metric in a period', async () => {
    const calls = await usage('C-2', '2026-02-01', '2026-02-28', 'api_calls');
    const answer = await answerTo('how many API calls did Blue Harbor have last month?');
    expect(answer).toMatch(/^Blue Harbor Shipping, api_calls in the 28 days 2026-02-01 to 2026-02-28: /);
    expect(answer).toContain(
      `${grouped(calls.total)}, up 18.7% from ${grouped(calls.previousTotal)}`.replace(
        '18.7',
        (100 * calls.changeRate).toFixed(1).replace('.0', ''),
      ),
    );
    expect(answer).not.toContain('active_seats');
  });

  test('of days that were never synchronised is not known, and no zero', async () => {
    const answer = await answerTo('api_calls of Acme in May 2025');
    expect(answer).toContain('api_calls in the 31 days 2025-05-01 to 2025-05-31: not known.');
    expect(answer).toContain('Only 0 of these 31 days were synchronised');
  });

  test('of today, of which no day is over', async () => {
    expect(await answerTo('usage of Acme today')).toContain(
      'Of today no full day (UTC) is over yet, so these are the last 30 days.',
    );
  });

  test('of all accounts together', async () => {
    const earlier = { from: '2026-01-04', to: '2026-01-31' };
    const { data } = await find(ctx, 'compare_periods', { earlier, later: { from: '2026-02-01', to: '2026-02-28' } });
    const answer = await answerTo('how many api calls in total last month?');
    expect(answer).toContain(
      `api_calls: ${grouped(data.metrics[0].later.total)}, from ${grouped(data.metrics[0].earlier.total)}: down`,
    );
  });

  test('when an account was last active', async () => {
    expect(await answerTo('when was Blue Harbor last active?')).toContain(
      `Blue Harbor Shipping was last active on ${YESTERDAY}`,
    );
    expect(await answerTo('when was C-7 last active?')).toContain('No day is known on which Twin was active.');
  });
});

describe('comparisons', () => {
  test('of accounts', async () => {
    const answer = await answerTo('compare Acme Anvils with Blue Harvest');
    expect(answer).toContain(`Acme Anvils Ltd and Blue Harvest Foods side by side, ${ago(29)} to ${YESTERDAY}`);
    expect(answer).toContain(
      '- Acme Anvils Ltd: 2,440, down 18.7% from 3,000\n- Blue Harvest Foods: 0, down 100% from 1,500',
    );
  });

  test('of periods of different length, per day', async () => {
    const answer = await answerTo('Acme api calls this month against last month');
    expect(answer).toContain('Acme Anvils Ltd, 2026-03-01 to 2026-03-09 against 2026-02-01 to 2026-02-28.');
    expect(answer).toContain('api_calls: 340, from 2,800 (37.78 a day from 100): down 62.2%');
  });
});

describe('lists', () => {
  test('of what fell, in the order of the tool', async () => {
    const { data } = await find(ctx, 'list_usage_movers', { direction: 'DOWN', limit: 5 });
    const answer = await answerTo('which five accounts dropped most');
    const named = [...answer.matchAll(/^\d+\. ([^:]+):/gm)].map(([, name]) => name);
    expect(named).toEqual(data.movers.map((one: { account: { name: string } }) => one.account.name));
    expect(answer).toContain('1. Blue Harvest Foods: down 64.1%, 46.67 from 130');
    expect(answer).toMatch(/^Only 2 accounts fell by activity/);
  });

  test('of what grew by a metric in a week', async () => {
    const answer = await answerTo('who grew most by api_calls this week?');
    expect(answer).toContain('1. Blue Harbor Shipping: up 3.7%, 1,379 from 1,330');
    expect(answer).toContain(`${ago(6)} to ${YESTERDAY} against`);
  });

  test('of accounts at risk, and of the lowest health', async () => {
    const { data } = await find(ctx, 'find_accounts', { atRisk: true });
    const answer = await answerTo('which accounts are at risk?');
    expect(answer).toMatch(new RegExp(`^${data.totalCount} accounts are at risk: `));
    for (const { name } of data.accounts) expect(answer).toContain(`. ${name}: health `);
    expect(await answerTo('which of Ada’s accounts are at risk')).toMatch(
      /^1 account of Ada is at risk[\s\S]*1\. Acme Anvils Ltd/,
    );
    expect(await answerTo('the two lowest health scores')).toMatch(
      /^The lowest health of 8 accounts[\s\S]*1\. [^\n]+\n2\. [^\n]+\nFigures/,
    );
  });

  test('of signals, of one account and explained', async () => {
    const { data } = await find(ctx, 'list_signals', {});
    const answer = await answerTo('what should I look at today?');
    expect(answer.match(/sig_\w+/g)).toEqual(data.signals.map(({ id }: { id: string }) => id));
    expect(answer).toContain(data.signals[0].explanation);
    expect(await answerTo('critical signals of Acme')).toMatch(/^1 CRITICAL signal of Acme Anvils Ltd is open/);
    const [first] = data.signals;
    expect(await answerTo(`explain ${first.id}`)).toContain(
      `${first.severity} ${first.type} of Acme Anvils Ltd, OPEN, raised ${first.raisedOn}`,
    );
  });

  test('of signals of a kind, and of the accounts of an owner', async () => {
    expect(await answerTo('payment failed accounts')).toMatch(/^1 PAYMENT_FAILED or PAYMENT_OVERDUE signal is open/);
    expect(await answerTo('list all accounts owned by Ada')).toMatch(/^Ada looks after 2 accounts\./);
    expect(await answerTo('which accounts renew soon?')).toMatch(/^I do not know how to answer that/);
  });

  test('of unmatched ids', async () => {
    const answer = await answerTo('which ids are not matched');
    expect(answer).toContain(`- blue harbor shipping: 3 days, ${ago(2)} to ${YESTERDAY}; may be Blue Harbor Shipping`);
  });
});

describe('what there is', () => {
  test('health and why', async () => {
    const { data } = await find(ctx, 'get_account_health', { account: 'C-1' });
    const answer = await answerTo('why is Acme at 42?');
    expect(answer).toContain(`Acme Anvils Ltd is at ${data.score} of 100 (${data.band})`);
    for (const { explanation } of data.reasons.slice(0, 4)) expect(answer).toContain(`- ${explanation}`);
    expect(answer).toContain('Not known, for want of a source: relationship, support.');
  });

  test('freshness, overview, one account, help', async () => {
    expect(await answerTo('is the data fresh?')).toMatch(
      new RegExp(`^Yes, the data is fresh: usage is known up to ${YESTERDAY}`),
    );
    expect(await answerTo('how many accounts do we have')).toMatch(
      /^Wonderland has 8 accounts; ARR 180,900 in your own currency, known of 3 accounts\./,
    );
    expect(await answerTo('who owns Store 12?')).toContain('owner Bo, plan not known');
    expect(await answerTo('what can you do?')).toContain(
      '- How is Acme Anvils Ltd using the product?\n- api_calls of Acme Anvils Ltd last month',
    );
    expect(await answerTo('Write me a poem about spring')).toMatch(/^I do not know how to answer that\./);
    expect(await toolsOf('anything going on around Acme')).toContain('get_account_usage');
  });
});

test('stale data leads with a warning', async () => {
  app.clock.advance(4 * 86_400_000);
  const answer = await answerTo('How is Acme doing?');
  const freshness = await answerTo('is the data fresh?');
  app.clock.set(NOW);
  expect(answer).toMatch(
    new RegExp(
      `^Careful, the data is stale: no usage came for over 36 hours, and usage is known up to ${YESTERDAY} only\\.`,
    ),
  );
  expect(answer).toContain('Only 26 of these 30 days were synchronised');
  expect(freshness).toMatch(new RegExp(`^No, the data is stale: usage is known only up to ${YESTERDAY}`));
});
