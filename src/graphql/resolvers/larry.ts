import { callTool } from '../../assistant/call-tool.ts';
import { jsonSchemaOf, toolsFor } from '../../assistant/registry.ts';
import type { Tool, ToolOutcome, ToolRefusalCode } from '../../assistant/tool.ts';
import { ctxOf } from '../context.ts';
import type { LarryToolRefusal, LarryToolResult, Resolvers } from '../generated.ts';
import type { SameCodes } from '../same-codes.ts';

true satisfies SameCodes<ToolRefusalCode, LarryToolRefusal>;

export const larryResolvers: Resolvers = {
  Query: {
    larryTools: (_, __, context) => toolsFor(ctxOf(context).actor).map(shown),
    larryToolResult: async (_, { name, arguments: given }, context) =>
      toResult(name, await callTool(ctxOf(context), name, given)),
  },
};

function shown(tool: Tool) {
  const { input, output } = jsonSchemaOf(tool);
  const { name, title, description, access } = tool;
  return { name, title, description, access, inputSchema: { ...input }, outputSchema: { ...output } };
}

function toResult(tool: string, outcome: ToolOutcome<unknown>): LarryToolResult {
  const nothing = { data: null, from: null, to: null, freshness: null, truncated: false, about: [], proposals: [] };
  if (!outcome.ok) return { tool, ok: false, code: outcome.code, message: outcome.message, ...nothing };
  const { data, days, freshness, truncated, about, proposals } = outcome.found;
  return {
    ...{ tool, ok: true, code: null, message: null, freshness, truncated, about },
    data: data as Record<string, unknown>,
    from: days?.from ?? null,
    to: days?.to ?? null,
    proposals: proposals.map((proposal) => ({ ...proposal, input: { ...proposal.input } })),
  };
}
