import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Ctx } from '../kit/ctx.ts';
import { collectPopulation, type Population } from './domain/population.ts';
import { type AccountScore, scoreAccountBy } from './domain/score-account.ts';
import type { HealthModel, ProfileBasis, UsageCoverage, UsageProfile } from './model.ts';
import { readFactSources, readFactsOf } from './read-facts.ts';
import { type ScorableAccount, selectScorableAccounts } from './store/scores.ts';

/** Accounts of one batch: reading, scoring and writing it takes some milliseconds, and between batches others have their turn. */
const BATCH = 250;
const TURN = 50;

/** What the accounts of a workspace are scored by. */
export type Scoring = {
  readonly coverage: UsageCoverage;
  /** With `profiles`, null when no usage was known. */
  readonly basis: ProfileBasis | null;
  /** In order of account id; read twice. */
  readonly profiles: () => AsyncIterable<readonly UsageProfile[]>;
  /** As of when facts count. */
  readonly at: Date;
  /** Each account is scored by each of them. */
  readonly models: readonly HealthModel[];
};

export type ScoredAccount = {
  readonly account: ScorableAccount;
  readonly profile: UsageProfile | null;
  /** By model, in their order. */
  readonly scores: readonly AccountScore[];
};

/** Every account of the workspace with its scores, batch by batch in order of id. Writes nothing. */
export async function* scoreEach(ctx: Ctx, scoring: Scoring): AsyncGenerator<ScoredAccount[]> {
  const { coverage, basis, at, models } = scoring;
  const population = basis && (await populationOf(basis, coverage, scoring.profiles()));
  const sources = await readFactSources(ctx, at);
  const profiles = inStep(basis ? scoring.profiles() : noProfiles());
  for (let after = ''; ; ) {
    const accounts = await selectScorableAccounts(ctx.db.orm, ctx.actor.workspaceId, after, BATCH);
    const last = accounts.at(-1);
    if (!last) return;
    const own = await profiles.through(last.id);
    const byAccount = await readFactsOf(ctx, at, sources, { after, upTo: last.id });
    const scored: ScoredAccount[] = [];
    for await (const account of inTurns(accounts)) {
      const profile = own.get(account.id) ?? null;
      const facts = byAccount.get(account.id) ?? null;
      const given = { profile, population, coverage, facts, sources, account, now: at };
      scored.push({ account, profile, scores: scoreAccountBy(given, models) });
    }
    yield scored;
    if (accounts.length < BATCH) return;
    after = last.id;
  }
}

/** The same, in pieces of some milliseconds of work each. */
export async function* inTurns<T>(all: readonly T[]): AsyncGenerator<T> {
  for (const [index, one] of all.entries()) {
    if (index % TURN === TURN - 1) await nextTurn();
    yield one;
  }
}

async function* noProfiles(): AsyncGenerator<UsageProfile[]> {}

async function populationOf(
  basis: ProfileBasis,
  coverage: UsageCoverage,
  profiles: AsyncIterable<readonly UsageProfile[]>,
): Promise<Population> {
  const population = collectPopulation(basis, coverage);
  for await (const batch of profiles) {
    for (const profile of batch) population.add(profile);
    await nextTurn();
  }
  return population.finish();
}

/** Reads on in a stream of profiles as far as accounts are asked for. */
function inStep(profiles: AsyncIterable<readonly UsageProfile[]>) {
  const stream = profiles[Symbol.asyncIterator]();
  let held: readonly UsageProfile[] = [];
  return {
    through: async (id: string): Promise<Map<string, UsageProfile>> => {
      const found = new Map<string, UsageProfile>();
      while (true) {
        const end = held.findIndex(({ accountId }) => accountId > id);
        for (const profile of end < 0 ? held : held.slice(0, end)) found.set(profile.accountId, profile);
        held = end < 0 ? [] : held.slice(end);
        if (held.length > 0) return found;
        const next = await stream.next();
        if (next.done) return found;
        held = next.value;
      }
    },
  };
}
