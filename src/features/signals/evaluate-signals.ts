import { addDays, dayOfInstant } from '../../lib/day.ts';
import { type AccountOutline, listOutlines } from '../accounts/index.ts';
import { currentModel, readFactSources, readFactsOf, readScoreStandings } from '../health/index.ts';
import type { Ctx } from '../kit/ctx.ts';
import type { ProfileBasis, UsageCoverage } from '../usage/index.ts';
import { announceSignals } from './announce.ts';
import { currentRules } from './current-rules.ts';
import type { AccountView, Setting } from './domain/account-view.ts';
import { judgeAccount } from './domain/judge.ts';
import { turnsOf } from './domain/life.ts';
import { keyOf } from './domain/signal.ts';
import { readUsageFrame } from './read-usage-frame.ts';
import { type AccountRange, lockSignals, type StoredLiveSignal, selectLiveSignals } from './store/index.ts';
import { type AccountTurns, finishTurns, firstWaking, isWritten, writeTurns } from './write-turns.ts';

/** What an evaluation of signals came to. */
export type EvaluatedSignals = { readonly raised: number; readonly resolved: number };

/** Accounts that are read, judged and written at once: some milliseconds of work, of which others have their turn in between. */
const BATCH = 250;

/**
 * Raises, updates and resolves the workspace's signals as things stand, some hundred accounts at a time. They are judged first;
 * under the lock, which whoever acknowledges or snoozes waits for, only those where something changes are judged again, by
 * what their signals have become.
 */
export async function evaluateSignals(
  ctx: Ctx,
  coverage: UsageCoverage,
  basis: ProfileBasis | null,
): Promise<EvaluatedSignals> {
  const now = ctx.clock.now();
  const { setting, rulesVersion, read } = await readKnown(ctx, coverage, basis, now);
  const { workspaceId } = ctx.actor;
  let [raised, resolved, after] = [0, 0, ''];
  let waking: Date | null = null;
  while (true) {
    const accounts = await listOutlines(ctx, after, BATCH);
    const range = { after, upTo: accounts.at(-1)?.id ?? after };
    const views = await read(accounts, range);
    const live = await ctx.db.sql.begin((tx) => selectLiveSignals(tx, workspaceId, range));
    const turns = decide(views, setting, live, now);
    waking = firstWaking(turns, now, waking);
    const changing = new Set(turns.filter(isWritten).map(({ account }) => account.id));
    if (changing.size > 0) {
      const again = views.filter(({ account }) => changing.has(account.id));
      const written = await ctx.db.sql.begin(async (tx) => {
        await lockSignals(tx, workspaceId);
        const current = await selectLiveSignals(tx, workspaceId, range);
        return writeTurns(tx, ctx, decide(again, setting, current, now), { now, rulesVersion });
      });
      await announceSignals(ctx, written.announced);
      raised += written.raised;
      resolved += written.resolved;
    }
    if (accounts.length < BATCH) break;
    after = range.upTo;
  }
  await finishTurns(ctx, waking, now);
  return { raised, resolved };
}

type Viewed = { readonly account: AccountOutline; readonly view: AccountView };
type Known = {
  readonly setting: Setting;
  readonly rulesVersion: number;
  readonly read: (accounts: readonly AccountOutline[], range: AccountRange) => Promise<Viewed[]>;
};

async function readKnown(ctx: Ctx, coverage: UsageCoverage, basis: ProfileBasis | null, now: Date): Promise<Known> {
  const today = dayOfInstant(now.getTime());
  const { version, rules } = await currentRules(ctx);
  const { model } = await currentModel(ctx);
  const usage = await readUsageFrame(ctx, coverage, basis, model);
  const sources = await readFactSources(ctx, now);
  const before = addDays(today, -rules.churnRisk.healthDays);
  const read = async (accounts: readonly AccountOutline[], range: AccountRange) => {
    const standings = await readScoreStandings(ctx, before, range);
    const standingOf = new Map(standings.map((standing) => [standing.accountId, standing]));
    const facts = await readFactsOf(ctx, now, sources, range);
    return accounts.map((account): Viewed => {
      const { id, renewalOn } = account;
      const standing = standingOf.get(id) ?? null;
      const view = { accountId: id, renewalOn, usage: usage?.histories.get(id) ?? null, standing };
      return { account, view: { ...view, facts: facts.get(id) ?? null } };
    });
  };
  const setting = { today, rules, frame: usage?.frame ?? null, sources, bands: model.bands };
  return { setting, rulesVersion: version, read };
}

/** What becomes of the accounts' signals; of accounts where nothing does, nothing. */
function decide(views: readonly Viewed[], setting: Setting, live: readonly StoredLiveSignal[], now: Date) {
  const liveOf = new Map<string, StoredLiveSignal[]>();
  for (const signal of live) {
    const others = liveOf.get(signal.accountId);
    if (others) others.push(signal);
    else liveOf.set(signal.accountId, [signal]);
  }
  return views.map(({ account, view }): AccountTurns => {
    const signals = liveOf.get(account.id) ?? [];
    const held = new Map(signals.map((signal) => [keyOf(signal), signal.evidence]));
    const findings = judgeAccount(view, setting, held);
    return { account, live: signals, turns: turnsOf(account.id, signals, findings, now) };
  });
}
