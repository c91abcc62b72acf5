import { dayOfInstant } from '../../lib/day.ts';
import type { Ctx } from '../kit/ctx.ts';
import { digestOf } from '../kit/digest.ts';
import { daysSinceTouch } from './domain/relationship.ts';
import type { HealthModel, ProfileBasis, UsageCoverage } from './model.ts';
import { readFactSources } from './read-facts.ts';
import type { Candidate } from './score-each.ts';
import { selectScoreInputs } from './store/scores.ts';

/** To be raised with every change of a formula: scores of the day are computed anew. */
const FORMULAS = 1;

type Common = {
  readonly coverage: UsageCoverage;
  readonly basis: ProfileBasis | null;
  readonly model: HealthModel;
  readonly version: number;
  readonly now: Date;
};

/** What all scores are computed from, in short; null where that is not known, so that nothing is passed over. */
export async function commonInputs(ctx: Ctx, { coverage, basis, model, version, now }: Common): Promise<string | null> {
  if (basis && !basis.madeFrom) return null;
  const sources = await readFactSources(ctx, now);
  return digestOf(FORMULAS, dayOfInstant(now.getTime()), basis?.madeFrom, coverage, version, model, sources);
}

/** The same of one account's score. Time counts by days: since midnight, and since somebody was last in touch. */
export function inputsOf(common: string | null, { account, facts }: Candidate, now: Date): string | null {
  if (common === null) return null;
  const { plan, region, attributes } = account;
  const touched = facts?.lastTouch && daysSinceTouch(facts.lastTouch.at, now);
  return digestOf(common, plan, region, attributes, facts, touched);
}

/** Accounts whose scores are of other inputs, or have none. */
export async function changedInputs(
  ctx: Ctx,
  inputs: ReadonlyMap<string, string | null>,
): Promise<ReadonlySet<string>> {
  const known = await selectScoreInputs(ctx.db.orm, ctx.actor.workspaceId, [...inputs.keys()]);
  return new Set([...inputs].flatMap(([id, now]) => (now !== null && known.get(id) === now ? [] : [id])));
}
