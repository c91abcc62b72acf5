import type { Ctx } from '../../features/kit/ctx.ts';
import { callTool } from '../call-tool.ts';
import type { Proposal, ToolRefusalCode } from '../tool.ts';
import type { Emit, ToolUse } from '../turn.ts';
import type { ToolData } from './data.ts';
import type { Vocabulary } from './intent.ts';

export type Used<Data> =
  | { readonly ok: true /** As it stands in an answer: `[t1]`. */; readonly ref: string; readonly data: Data }
  | { readonly ok: false; readonly ref: string; readonly code: ToolRefusalCode; readonly message: string };

/** One question being answered: what was looked up for it so far. */
export type Session = {
  readonly ctx: Ctx;
  readonly vocabulary: Vocabulary;
  readonly uses: readonly ToolUse[];
  readonly proposals: readonly Proposal[];
  readonly use: <Name extends keyof ToolData>(tool: Name, input: object) => Promise<Used<ToolData[Name]>>;
};

export function openSession(ctx: Ctx, vocabulary: Vocabulary, emit: Emit): Session {
  const uses: ToolUse[] = [];
  const proposals: Proposal[] = [];
  return {
    ctx,
    vocabulary,
    uses,
    proposals,
    use: async <Name extends keyof ToolData>(tool: Name, input: object): Promise<Used<ToolData[Name]>> => {
      const started = { id: `t${uses.length + 1}`, tool, input };
      const ref = `[${started.id}]`;
      emit({ kind: 'TOOL_STARTED', ...started });
      const outcome = await callTool(ctx, tool, input);
      const use: ToolUse = { ...started, outcome: outcome.ok ? { ok: true, ...keptOf(outcome.found) } : outcome };
      uses.push(use);
      emit({ kind: 'TOOL_FINISHED', use });
      if (!outcome.ok) return { ...outcome, ref };
      proposals.push(...outcome.found.proposals);
      // Every finding was read with its tool's schema, of which this is the type.
      return { ok: true, ref, data: outcome.found.data as ToolData[Name] };
    },
  };
}

const keptOf = <T extends { readonly proposals: readonly Proposal[] }>({ proposals: _, ...found }: T) => found;
