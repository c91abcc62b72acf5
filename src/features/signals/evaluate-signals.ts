import { ahead } from '../../lib/ahead.ts';
import { addDays, dayOfInstant } from '../../lib/day.ts';
import { type AccountOutline, listOutlines, markJudged, readJudged } from '../accounts/index.ts';
import { currentModel, readFactSources, readFactsOf, readScoreStandings } from '../health/index.ts';
import type { Ctx } from '../kit/ctx.ts';
import type { ProfileBasis, UsageCoverage } from '../usage/index.ts';
import { announceSignals } from './announce.ts';
import { currentRules } from './current-rules.ts';
import type { AccountView } from './domain/account-view.ts';
import { judgeAccount } from './domain/judge.ts';
import { type Turns, turnsOf } from './domain/life.ts';
import { keyOf } from './domain/signal.ts';
import { commonGrounds, groundsOf } from './judged-by.ts';
import { type FramedUsage, readUsageFrame } from './read-usage-frame.ts';
import { type AccountRange, lockSignals, type StoredLiveSignal, selectLiveSignals } from './store/index.ts';
import { type AccountTurns, finishTurns, firstWaking, isWritten, writeTurns } from './write-turns.ts';

/** What an evaluation of signals came to. */
export type EvaluatedSignals = { readonly raised: number; readonly resolved: number };

/** Accounts that are read, judged and written at once: some milliseconds of work, of which others have their turn in between. */
const BATCH = 250;

/**
 * Raises, updates and resolves the workspace's signals as things stand, some hundred accounts at a time. They are judged first;
 * under the lock, which whoever acknowledges or snoozes waits for, only those where something changes are judged again, by
 * what their signals have become. Accounts that would be judged by the very same things as last time are passed over.
 */
export async function evaluateSignals(
  ctx: Ctx,
  coverage: UsageCoverage,
  basis: ProfileBasis | null,
): Promise<EvaluatedSignals> {
  const now = ctx.clock.now();
  const known = await readKnown(ctx, coverage, basis, now);
  const { rulesVersion } = known;
  const { workspaceId } = ctx.actor;
  let [raised, resolved] = [0, 0];
  let waking: Date | null = null;
  for await (const { range, views, due, decide, turns } of ahead(judgeEach(ctx, known, now))) {
    waking = firstWaking(turns, now, waking);
    const changing = new Set(turns.filter(isWritten).map(({ account }) => account.id));
    if (changing.size > 0) {
      const again = views.filter(({ account }) => changing.has(account.id));
      const written = await ctx.db.sql.begin(async (tx) => {
        await lockSignals(tx, workspaceId);
        const current = await selectLiveSignals(tx, workspaceId, range);
        return writeTurns(tx, ctx, decide(again, current), { now, rulesVersion });
      });
      await announceSignals(ctx, written.announced);
      raised += written.raised;
      resolved += written.resolved;
    }
    await markJudged(
      ctx,
      due.map(({ account, grounds }) => ({ id: account.id, judgedFrom: grounds })),
    );
  }
  await finishTurns(ctx, waking, now);
  return { raised, resolved };
}

/** A batch as it was judged. */
type Judged = {
  readonly range: AccountRange;
  readonly views: readonly Viewed[];
  /** Those that were judged anew. */
  readonly due: readonly Viewed[];
  readonly decide: Decide;
  readonly turns: readonly AccountTurns[];
};

async function* judgeEach(ctx: Ctx, { common, read, judge }: Known, now: Date): AsyncGenerator<Judged> {
  const { workspaceId } = ctx.actor;
  for (let after = ''; ; ) {
    const accounts = await listOutlines(ctx, after, BATCH);
    const range = { after, upTo: accounts.at(-1)?.id ?? after };
    const views = await read(accounts, range);
    const live = await ctx.db.sql.begin((tx) => selectLiveSignals(tx, workspaceId, range));
    const due = await dueOf(ctx, views, common, live, now);
    const decide = due.length > 0 ? await judge(due) : nothingNew;
    yield { range, views, due, decide, turns: decide(views, live) };
    if (accounts.length < BATCH) return;
    after = range.upTo;
  }
}

type Viewed = {
  readonly account: AccountOutline;
  readonly view: Omit<AccountView, 'usage'>;
  /** What it is judged by, in short; null when that is not known. */
  readonly grounds: string | null;
};
/** What becomes of the accounts' signals. */
type Decide = (views: readonly Viewed[], live: readonly StoredLiveSignal[]) => AccountTurns[];
type Known = {
  readonly rulesVersion: number;
  readonly common: string | null;
  readonly read: (accounts: readonly AccountOutline[], range: AccountRange) => Promise<Viewed[]>;
  /** Judges these accounts anew; of others everything stays. */
  readonly judge: (due: readonly Viewed[]) => Promise<Decide>;
};

async function readKnown(ctx: Ctx, coverage: UsageCoverage, basis: ProfileBasis | null, now: Date): Promise<Known> {
  const today = dayOfInstant(now.getTime());
  const { version, rules } = await currentRules(ctx);
  const { model } = await currentModel(ctx);
  const sources = await readFactSources(ctx, now);
  const before = addDays(today, -rules.churnRisk.healthDays);
  const setting = { today, rules, sources, bands: model.bands };
  const common = commonGrounds({ setting, before, coverage, basis, model });
  const read = async (accounts: readonly AccountOutline[], range: AccountRange) => {
    const standings = await readScoreStandings(ctx, before, range);
    const standingOf = new Map(standings.map((standing) => [standing.accountId, standing]));
    const facts = await readFactsOf(ctx, now, sources, range);
    return accounts.map((account): Viewed => {
      const { id, renewalOn } = account;
      const view = { accountId: id, renewalOn, standing: standingOf.get(id) ?? null, facts: facts.get(id) ?? null };
      return { account, view, grounds: groundsOf(common, view) };
    });
  };
  let reading: Promise<FramedUsage | null> | null = null;
  const judge = async (due: readonly Viewed[]): Promise<Decide> => {
    reading ??= readUsageFrame(ctx, coverage, basis, model);
    const usage = await reading;
    const whole = { ...setting, frame: usage?.frame ?? null };
    const isDue = new Set(due.map(({ account }) => account.id));
    return (views, live) =>
      eachWith(views, live, ({ account, view }, signals) => {
        if (!isDue.has(account.id)) return NOTHING;
        const held = new Map(signals.map((signal) => [keyOf(signal), signal.evidence]));
        const findings = judgeAccount({ ...view, usage: usage?.histories.get(account.id) ?? null }, whole, held);
        return turnsOf(account.id, signals, findings, now);
      });
  };
  return { rulesVersion: version, common, read, judge };
}

/** Those judged by other things than last time, and those with a signal to be woken. */
async function dueOf(
  ctx: Ctx,
  views: readonly Viewed[],
  common: string | null,
  live: readonly StoredLiveSignal[],
  now: Date,
): Promise<readonly Viewed[]> {
  if (common === null) return views;
  const judged = await readJudged(
    ctx,
    views.map(({ account }) => account.id),
  );
  const waking = new Set<string>();
  for (const { accountId, state, snoozedUntil } of live)
    if (state === 'SNOOZED' && snoozedUntil && snoozedUntil <= now) waking.add(accountId);
  return views.filter(({ account: { id }, grounds }) => judged.get(id) !== grounds || waking.has(id));
}

const NOTHING: Turns = { raise: [], update: [], wake: [], resolve: [] };
const nothingNew: Decide = (views, live) => eachWith(views, live, () => NOTHING);

function eachWith(
  views: readonly Viewed[],
  live: readonly StoredLiveSignal[],
  turnsFor: (viewed: Viewed, signals: readonly StoredLiveSignal[]) => Turns,
): AccountTurns[] {
  const liveOf = new Map<string, StoredLiveSignal[]>();
  for (const signal of live) {
    const others = liveOf.get(signal.accountId);
    if (others) others.push(signal);
    else liveOf.set(signal.accountId, [signal]);
  }
  return views.map((viewed) => {
    const signals = liveOf.get(viewed.account.id) ?? [];
    return { account: viewed.account, live: signals, turns: turnsFor(viewed, signals) };
  });
}
