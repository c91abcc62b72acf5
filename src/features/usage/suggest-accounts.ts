import type { Ctx } from '../kit/ctx.ts';
import { candidateKeys, type Suggestion, suggest } from './domain/suggest.ts';
import { selectCandidates } from './store/index.ts';

/** The accounts that each of these unmatched ids may belong to, best first, in the ids' order: one query for all of them. */
export async function suggestAccounts(ctx: Ctx, externalIds: readonly string[]): Promise<Suggestion[][]> {
  const asked = externalIds.flatMap((externalId) => {
    const keys = candidateKeys(externalId);
    return keys ? [{ externalId, keys }] : [];
  });
  const keys = asked.map((one) => one.keys);
  const candidates = await selectCandidates(ctx.db.orm, ctx.actor.workspaceId, keys);
  const byId = new Map(asked.map(({ externalId }, place) => [externalId, candidates[place] ?? []]));
  return externalIds.map((id) => suggest(id, byId.get(id) ?? []));
}
