import type { Ctx } from '../../features/kit/ctx.ts';
import type { Emit, ToolUse, TurnResult } from '../turn.ts';

// Stands here until the router does (L3 replaces this file): so that turns can be run meanwhile.
export async function answerByTemplate(
  _ctx: Ctx,
  _ask: { question: string; history: readonly { question: string; restsOn: readonly ToolUse[] }[] },
  emit: Emit,
): Promise<TurnResult> {
  const answer = 'Nothing is known about that.';
  emit({ kind: 'TEXT', text: answer });
  return { source: 'TEMPLATE', answer, restsOn: [], proposals: [], unsupportedNumbers: [], fallback: null };
}
