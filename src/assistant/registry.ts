import { z } from 'zod';
import type { Actor } from '../features/kit/actor.ts';
import { forbidden } from '../features/kit/authorize.ts';
import type { Tool } from './tool.ts';
import { findAccounts } from './tools/accounts.ts';
import { compareAccounts } from './tools/compare-accounts.ts';
import { comparePeriods } from './tools/compare-periods.ts';
import { explainSignal } from './tools/explain-signal.ts';
import { getAccountHealth, listAccountsByHealth } from './tools/health.ts';
import { listUsageMovers } from './tools/movers.ts';
import { getWorkspaceOverview } from './tools/overview.ts';
import { proposeAcknowledgeSignal, proposeLinkAccount } from './tools/proposals.ts';
import { listSignals } from './tools/signals.ts';
import { getSyncState } from './tools/sources.ts';
import { listUnmatchedIds } from './tools/unmatched.ts';
import { getAccountUsage } from './tools/usage.ts';

/** All there are, in the order they are shown in. */
export const TOOLS: readonly Tool[] = [
  getWorkspaceOverview,
  findAccounts,
  getAccountUsage,
  compareAccounts,
  comparePeriods,
  listUsageMovers,
  listAccountsByHealth,
  getAccountHealth,
  listSignals,
  explainSignal,
  getSyncState,
  listUnmatchedIds,
  proposeAcknowledgeSignal,
  proposeLinkAccount,
];

/** Those that the caller may use; the others are not shown. */
export const toolsFor = (actor: Actor): readonly Tool[] =>
  TOOLS.filter(({ access }) => forbidden(actor, access) === null);

export type ToolSchemas = { readonly input: JsonSchema; readonly output: JsonSchema };
type JsonSchema = Readonly<Record<string, unknown>>;

const made = new WeakMap<Tool, ToolSchemas>();

/** A tool's schemas as JSON Schema: of what callers may hand in, and of what they are given. */
export function jsonSchemaOf(tool: Tool): ToolSchemas {
  const known = made.get(tool);
  if (known) return known;
  const schemas = {
    input: z.toJSONSchema(tool.input, { io: 'input', override: shorten }),
    output: z.toJSONSchema(tool.output, { override: shorten }),
  };
  made.set(tool, schemas);
  return schemas;
}

/** A day's format says what its pattern does in some hundred characters, which models would read and pay for. */
function shorten({ jsonSchema }: { readonly jsonSchema: { format?: string; pattern?: string } }): void {
  if (jsonSchema.format) delete jsonSchema.pattern;
}
