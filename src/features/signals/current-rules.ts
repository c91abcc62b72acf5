import type { Ctx } from '../kit/ctx.ts';
import { DEFAULT_RULES, patchRules, type SignalRules } from './domain/rules.ts';
import { selectRules } from './store/index.ts';

/** Rules as they are kept; version 0 is the built-in one, which nobody saved. */
export type SavedRules = { readonly version: number; readonly savedAt: Date | null; readonly rules: SignalRules };

/** The rules that count. What was saved before a rule existed has that rule's default. */
export async function currentRules(ctx: Pick<Ctx, 'db' | 'actor'>): Promise<SavedRules> {
  const saved = await selectRules(ctx.db.orm, ctx.actor.workspaceId);
  if (!saved) return { version: 0, savedAt: null, rules: DEFAULT_RULES };
  return { ...saved, rules: patchRules(DEFAULT_RULES, saved.rules) };
}
