import { afterAll, beforeAll, expect, test } from 'vitest';
import { requestEvaluation } from '../../../src/features/workspaces/index.ts';
import { addDays, dayOfInstant } from '../../../src/lib/day.ts';
import { evaluateWorkspace } from '../../../src/worker/pipeline.ts';
import { startTestApp, type TestApp } from '../../kit/app.ts';
import { type ConnectedWorkspace, connectWorkspace, giveAccounts } from '../../kit/connected-workspace.ts';
import { seeded } from '../../kit/random.ts';

// Accounts of which nothing changed are passed over; whatever happens, what is kept is what judging all of them anew gives.

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

const ACCOUNTS = 8;
const idOf = (number: number) => `A-${number}`;

async function evaluate({ workspace: { ctx } }: ConnectedWorkspace): Promise<void> {
  // What the events asked for by themselves.
  await app.ports.queue.drain();
  await requestEvaluation(ctx.db.orm, ctx);
  await evaluateWorkspace(app.ports, ctx.actor.workspace);
}

/** Everything that evaluations keep, but for when. */
async function kept({ workspace: { ctx } }: ConnectedWorkspace) {
  const id = ctx.actor.workspaceId;
  const [scores, signals, standings] = await Promise.all([
    app.sql`SELECT account_id, score, band, previous_score, as_of::text, model_version, trail FROM health_scores
      WHERE workspace_id = ${id} ORDER BY account_id`,
    app.sql`SELECT id, account_id, type, subject, severity, state, evidence, snoozed_until::text, arr, owner FROM signals
      WHERE workspace_id = ${id} ORDER BY id`,
    app.sql`SELECT account_id, usage, usage_before, activity_index, activity_change, last_used_on::text, health_score,
      health_band, health_change, open_signals, worst_severity FROM account_standings WHERE workspace_id = ${id}
      ORDER BY account_id`,
  ]);
  return { scores: [...scores], signals: [...signals], standings: [...standings] };
}

async function forget({ workspace: { ctx } }: ConnectedWorkspace): Promise<void> {
  const id = ctx.actor.workspaceId;
  await app.sql`UPDATE health_scores SET inputs = NULL WHERE workspace_id = ${id}`;
  await app.sql`UPDATE account_standings SET judged_from = NULL WHERE workspace_id = ${id}`;
  await app.sql`UPDATE usage_profile_bases SET published_from = NULL WHERE workspace_id = ${id}`;
}

async function backfill({ admin }: ConnectedWorkspace): Promise<void> {
  const answer = await admin.ask(
    'mutation { backfillUsage(input: { from: "2025-12-20", to: "2026-02-08" }) { userErrors { message } } }',
  );
  expect(answer.backfillUsage.userErrors).toEqual([]);
  await app.ports.queue.drain();
}

const history = (day: string, days: number, random: () => number) =>
  Array.from({ length: days * ACCOUNTS }, (_, at) => {
    const account = at % ACCOUNTS;
    const fades = account < 3 ? Math.max(0, days - at / ACCOUNTS - 20) : 10;
    return {
      day: addDays(day, -Math.floor(at / ACCOUNTS)),
      id: idOf(account),
      calls: Math.round(fades * (1 + random())),
    };
  });

async function tell(of: ConnectedWorkspace, mutation: string, variables: object): Promise<void> {
  const [payload] = Object.values(await of.admin.ask<Record<string, { userErrors: unknown[] }>>(mutation, variables));
  expect(payload?.userErrors, mutation).toEqual([]);
}

/** Something that happens, as callers tell it. */
const events: Readonly<Record<string, (of: ConnectedWorkspace, random: () => number) => Promise<unknown>>> = {
  nothing: async () => {},
  'some hours': async () => app.clock.advance(7 * 3_600_000),
  'a day without data': async () => app.clock.advance(24 * 3_600_000),
  'a day and its data': async (of, random) => {
    app.clock.advance(24 * 3_600_000);
    of.serve(history(addDays(dayOfInstant(app.clock.now().getTime()), -1), 40, random));
    await of.sync();
  },
  'data that come late': async (of, random) => {
    of.serve(history(addDays(dayOfInstant(app.clock.now().getTime()), -1), 40, random));
    const to = addDays(dayOfInstant(app.clock.now().getTime()), -2);
    await tell(
      of,
      'mutation ($input: BackfillUsageInput!) { backfillUsage(input: $input) { userErrors { message } } }',
      { input: { from: addDays(to, -9), to } },
    );
  },
  'an account': (of, random) =>
    giveAccounts(of.admin, [
      {
        externalCrmId: idOf(Math.floor(random() * ACCOUNTS)),
        plan: random() < 0.5 ? 'gold' : 'free',
        owner: random() < 0.5 ? 'Ada' : 'Bo',
        arr: Math.round(random() * 1_000),
        renewalOn: addDays(dayOfInstant(app.clock.now().getTime()), Math.round(random() * 80)),
      },
    ]),
  'a new account': (of, random) => giveAccounts(of.admin, [{ externalCrmId: `N-${Math.round(random() * 1e9)}` }]),
  'a contact': (of, random) =>
    tell(
      of,
      `mutation ($touches: [RelationshipTouchInput!]!) { recordRelationshipTouch(input: { touches: $touches }) { userErrors { message } } }`,
      {
        touches: [
          {
            ...{ externalCrmId: idOf(Math.floor(random() * ACCOUNTS)), externalId: String(random()), kind: 'CALL' },
            touchedAt: new Date(app.clock.now().getTime() - random() * 40 * 86_400_000).toISOString(),
          },
        ],
      },
    ),
  'a bill': (of, random) =>
    tell(
      of,
      `mutation ($snapshots: [BillingSnapshotInput!]!) { recordBillingSnapshot(input: { snapshots: $snapshots }) { userErrors { message } } }`,
      {
        snapshots: [
          {
            ...{ externalCrmId: idOf(Math.floor(random() * ACCOUNTS)), mrr: Math.round(random() * 500) },
            ...{ subscription: 'ACTIVE', payment: random() < 0.5 ? 'FAILED' : 'PAID' },
            day: dayOfInstant(app.clock.now().getTime() - 86_400_000),
          },
        ],
      },
    ),
  'a model': (of, random) =>
    tell(
      of,
      `mutation ($weight: Int!) { updateHealthModel(input: { model: { bands: { stable: $weight, healthy: 80 } } }) { userErrors { message } } }`,
      { weight: 30 + Math.round(random() * 40) },
    ),
  'a snooze': async (of) => {
    const { signalFeed } = await of.admin.ask('{ signalFeed(first: 1) { nodes { id } } }');
    const [signal] = signalFeed.nodes;
    if (!signal) return;
    await tell(of, 'mutation ($input: SnoozeSignalInput!) { snoozeSignal(input: $input) { userErrors { message } } }', {
      input: { id: signal.id, untilAt: new Date(app.clock.now().getTime() + 5 * 3_600_000).toISOString() },
    });
  },
};

test.each([1, 2, 3])(
  'whatever happens: seed %i',
  async (seed) => {
    const random = seeded(seed);
    app.clock.set('2026-03-10T12:00:00Z');
    const of = await connectWorkspace(app);
    await giveAccounts(
      of.admin,
      Array.from({ length: ACCOUNTS }, (_, number) => ({ externalCrmId: idOf(number) })),
    );
    of.serve(history('2026-03-09', 90, random));
    await of.track([{ name: 'calls' }]);
    await backfill(of);
    await events['a bill']?.(of, () => 0);
    const happened: string[] = [];
    for (let step = 0; step < 25; step++) {
      const names = Object.keys(events);
      const name = names[Math.floor(random() * names.length)] ?? 'nothing';
      happened.push(name);
      await events[name]?.(of, random);
      await app.ports.queue.drain();
      await evaluate(of);
      const passedOver = await kept(of);
      await forget(of);
      await evaluate(of);
      expect(passedOver, happened.join(', ')).toEqual(await kept(of));
    }
    const { signals, scores } = await kept(of);
    expect({ signals: signals.length > 0, scores: scores.some(({ score }) => score !== null) }).toEqual({
      signals: true,
      scores: true,
    });
    await of.close();
  },
  120_000,
);

test('without news no profile and no trail is read, and nothing is written', async () => {
  app.clock.set('2026-03-10T12:00:00Z');
  const of = await connectWorkspace(app);
  await giveAccounts(of.admin, [{ externalCrmId: idOf(1) }, { externalCrmId: idOf(2) }]);
  of.serve(history('2026-03-09', 60, seeded(4)));
  await of.track([{ name: 'calls' }]);
  await evaluate(of);
  const written = () => app.sql`SELECT xmin::text, account_id FROM health_scores
    WHERE workspace_id = ${of.workspace.ctx.actor.workspaceId} UNION ALL
    SELECT xmin::text, account_id FROM account_standings WHERE workspace_id = ${of.workspace.ctx.actor.workspaceId} ORDER BY 1, 2`;
  const before = [...(await written())];
  const reads = async () => {
    app.takeStatements();
    await evaluate(of);
    return app.takeStatements().filter((statement) => statement.includes('s.trail')).length;
  };
  expect(await reads()).toBe(0);
  expect([...(await written())]).toEqual(before);
  await forget(of);
  expect(await reads()).toBe(1);
  await of.close();
});

test('a snooze ends on time, though nothing else changed that day', async () => {
  app.clock.set('2026-03-10T02:00:00Z');
  const of = await connectWorkspace(app);
  await giveAccounts(of.admin, [{ externalCrmId: idOf(0) }]);
  await events['a bill']?.(of, () => 0);
  await evaluate(of);
  const states = async () => (await kept(of)).signals.map(({ state }) => state);
  expect(await states()).toContain('OPEN');
  await app.sql`UPDATE signals SET state = 'SNOOZED', snoozed_until = '2026-03-10T05:00:00Z'
    WHERE workspace_id = ${of.workspace.ctx.actor.workspaceId}`;
  app.clock.set('2026-03-10T04:59:59Z');
  await evaluate(of);
  expect(await states()).not.toContain('OPEN');
  app.clock.set('2026-03-10T05:00:00Z');
  await evaluate(of);
  expect(await states()).not.toContain('SNOOZED');
  await of.close();
});
