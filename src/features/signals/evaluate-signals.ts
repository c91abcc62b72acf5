import { setImmediate } from 'node:timers/promises';
import { addDays, dayOfInstant } from '../../lib/day.ts';
import { type AccountOutline, listOutlines } from '../accounts/index.ts';
import { currentModel, readFacts, readScoreStandings } from '../health/index.ts';
import type { Ctx } from '../kit/ctx.ts';
import type { ProfileBasis, UsageCoverage } from '../usage/index.ts';
import { announceSignals } from './announce.ts';
import { currentRules } from './current-rules.ts';
import type { AccountView, Setting } from './domain/account-view.ts';
import { judgeAccount } from './domain/judge.ts';
import { turnsOf } from './domain/life.ts';
import { keyOf } from './domain/signal.ts';
import { readUsageFrame } from './read-usage-frame.ts';
import { lockSignals, type StoredLiveSignal, selectLiveSignals } from './store/index.ts';
import { type AccountTurns, writeTurns } from './write-turns.ts';

/** What an evaluation of signals came to. */
export type EvaluatedSignals = { readonly raised: number; readonly resolved: number };

/** How many accounts are judged before others have their turn: a millisecond or two. */
const BATCH = 250;

/**
 * Raises, updates and resolves the workspace's signals as things stand. What the decision rests on is read first; under the
 * lock, which whoever acknowledges or snoozes waits for, only the signals themselves are.
 */
export async function evaluateSignals(
  ctx: Ctx,
  coverage: UsageCoverage,
  basis: ProfileBasis | null,
): Promise<EvaluatedSignals> {
  const now = ctx.clock.now();
  const known = await readKnown(ctx, coverage, basis, now);
  const { workspaceId } = ctx.actor;
  const written = await ctx.db.sql.begin(async (tx) => {
    await lockSignals(tx, workspaceId);
    const live = await selectLiveSignals(tx, workspaceId);
    return writeTurns(tx, ctx, await decide(known, live, now), { now, rulesVersion: known.rulesVersion });
  });
  await announceSignals(ctx, written.announced);
  return { raised: written.raised, resolved: written.resolved };
}

type Known = {
  readonly setting: Setting;
  readonly rulesVersion: number;
  readonly outlines: readonly AccountOutline[];
  readonly viewOf: (outline: AccountOutline) => AccountView;
};

async function readKnown(ctx: Ctx, coverage: UsageCoverage, basis: ProfileBasis | null, now: Date): Promise<Known> {
  const today = dayOfInstant(now.getTime());
  const { version, rules } = await currentRules(ctx);
  const { model } = await currentModel(ctx);
  const usage = await readUsageFrame(ctx, coverage, basis, model);
  const standings = await readScoreStandings(ctx, addDays(today, -rules.churnRisk.healthDays));
  const standingOf = new Map(standings.map((standing) => [standing.accountId, standing]));
  const { sources, byAccount } = await readFacts(ctx, now);
  return {
    setting: { today, rules, frame: usage?.frame ?? null, sources, bands: model.bands },
    rulesVersion: version,
    outlines: await listOutlines(ctx),
    viewOf: ({ id, renewalOn }) => ({
      ...{ accountId: id, renewalOn },
      usage: usage?.histories.get(id) ?? null,
      standing: standingOf.get(id) ?? null,
      facts: byAccount.get(id) ?? null,
    }),
  };
}

/** What becomes of the accounts' signals; of accounts where nothing does, nothing. */
async function decide({ setting, outlines, viewOf }: Known, live: readonly StoredLiveSignal[], now: Date) {
  const liveOf = new Map<string, StoredLiveSignal[]>();
  for (const signal of live) {
    const others = liveOf.get(signal.accountId);
    if (others) others.push(signal);
    else liveOf.set(signal.accountId, [signal]);
  }
  const turns: AccountTurns[] = [];
  for (const [index, account] of outlines.entries()) {
    if (index % BATCH === BATCH - 1) await setImmediate();
    const signals = liveOf.get(account.id) ?? [];
    const held = new Map(signals.map((signal) => [keyOf(signal), signal.evidence]));
    const findings = judgeAccount(viewOf(account), setting, held);
    turns.push({ account, live: signals, turns: turnsOf(account.id, signals, findings, now) });
  }
  return turns;
}
