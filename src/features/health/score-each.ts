import { setImmediate as nextTurn } from 'node:timers/promises';
import { ahead } from '../../lib/ahead.ts';
import type { Ctx } from '../kit/ctx.ts';
import { collectPopulation, type Population } from './domain/population.ts';
import { type AccountScore, scoreAccountBy } from './domain/score-account.ts';
import type { AccountFacts, FactSources, HealthModel, ProfileBasis, UsageCoverage, UsageProfile } from './model.ts';
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
  /** Those behind an account, in order of account id; read twice. */
  readonly profiles: (after: string) => AsyncIterable<readonly UsageProfile[]>;
  /** As of when facts count. */
  readonly at: Date;
  /** Each account is scored by each of them. */
  readonly models: readonly HealthModel[];
  /** Which accounts of a batch are to be scored; absent, all. Of usage, only what they need is read. */
  readonly choose?: (batch: readonly Candidate[]) => Promise<ReadonlySet<string>>;
};

/** An account that may be scored, with what is recorded of it. */
export type Candidate = { readonly account: ScorableAccount; readonly facts: AccountFacts | null };

export type ScoredAccount = {
  readonly account: ScorableAccount;
  readonly profile: UsageProfile | null;
  /** By model, in their order. */
  readonly scores: readonly AccountScore[];
};

/** The accounts of the workspace with their scores, batch by batch in order of id. Writes nothing. */
export async function* scoreEach(ctx: Ctx, scoring: Scoring): AsyncGenerator<ScoredAccount[]> {
  const { coverage, at, models } = scoring;
  const sources = await readFactSources(ctx, at);
  for await (const { due, profiles, population } of ahead(readEach(ctx, scoring, sources))) {
    const scored: ScoredAccount[] = [];
    for await (const { account, facts } of inTurns(due)) {
      const profile = profiles.get(account.id) ?? null;
      const given = { profile, population, coverage, facts, sources, account, now: at };
      scored.push({ account, profile, scores: scoreAccountBy(given, models) });
    }
    yield scored;
  }
}

/** What a batch is scored from. */
type Read = {
  /** Those of it that are to be scored. */
  readonly due: readonly Candidate[];
  readonly profiles: ReadonlyMap<string, UsageProfile>;
  readonly population: Population | null;
};

async function* readEach(ctx: Ctx, scoring: Scoring, sources: FactSources): AsyncGenerator<Read> {
  const { coverage, basis, at, choose } = scoring;
  let population: Population | null = null;
  let profiles: ReturnType<typeof inStep> | null = null;
  for (let after = ''; ; ) {
    const accounts = await selectScorableAccounts(ctx.db.orm, ctx.actor.workspaceId, after, BATCH);
    const last = accounts.at(-1);
    if (!last) return;
    const byAccount = await readFactsOf(ctx, at, sources, { after, upTo: last.id });
    const batch = accounts.map((account): Candidate => ({ account, facts: byAccount.get(account.id) ?? null }));
    const chosen = choose ? await choose(batch) : null;
    const due = chosen ? batch.filter(({ account }) => chosen.has(account.id)) : batch;
    // Where nobody is scored the stream is left, and taken up behind.
    if (due.length === 0) profiles = null;
    else if (basis) {
      population ??= await populationOf(basis, coverage, scoring.profiles(''));
      profiles ??= inStep(scoring.profiles(after));
    }
    yield { due, profiles: (await profiles?.through(last.id)) ?? new Map(), population };
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
