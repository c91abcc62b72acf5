import type { z } from 'zod';
import type { Ctx } from '../features/kit/ctx.ts';
import { fitAnswer } from './fit-answer.ts';
import { TOOLS, toolsFor } from './registry.ts';
import type { Tool, ToolOutcome, ToolRefusalCode } from './tool.ts';

/**
 * Calls a tool by its name, with whatever an assistant handed in. All that is read is read as of one moment, in a transaction
 * that cannot write. What the caller can mend is data; accidents are thrown.
 */
export async function callTool(ctx: Ctx, name: string, input: unknown): Promise<ToolOutcome<unknown>> {
  const tool = toolsFor(ctx.actor).find((one) => one.name === name);
  if (!tool) return noTool(ctx, name);
  const read = tool.input.safeParse(withoutNulls(input));
  if (!read.success) return refused('INVALID_INPUT', problemOf(tool, read.error));
  // An operation of GraphQL that reads has its moment already, and ends it itself.
  const snapshot = 'end' in ctx.db ? null : ctx.db.snapshot();
  try {
    const outcome = await tool.run(snapshot ? { ...ctx, db: snapshot } : ctx, read.data);
    if (!outcome.ok) return outcome;
    const fit = fitAnswer(outcome.found);
    if (!fit)
      return refused('TOO_LARGE', 'The answer is too large: ask for less of it, such as fewer metrics or days.');
    // Clients that were told the schema check it, too: what does not fit is a mistake of ours.
    tool.output.parse(fit.data);
    return { ok: true, found: fit };
  } catch (error) {
    if (!tookTooLong(error)) throw error;
    return refused('TOO_LARGE', 'That took too long to look up: ask for less, such as fewer days or metrics.');
  } finally {
    snapshot?.end();
  }
}

const refused = (code: ToolRefusalCode, message: string): ToolOutcome<unknown> => ({ ok: false, code, message });

function noTool(ctx: Ctx, name: string): ToolOutcome<unknown> {
  const known = TOOLS.find((one) => one.name === name);
  if (known)
    return refused('FORBIDDEN', `${name} needs a key with the role ${known.access}; this one is ${ctx.actor.role}.`);
  const names = toolsFor(ctx.actor).map((one) => one.name);
  return refused('NO_SUCH_TOOL', `There is no tool of that name. The tools are: ${names.join(', ')}.`);
}

/** Models write null for what they leave out. */
function withoutNulls(input: unknown): unknown {
  if (input === null || input === undefined) return {};
  if (typeof input !== 'object' || Array.isArray(input)) return input;
  return Object.fromEntries(Object.entries(input).filter(([, value]) => value !== null));
}

function problemOf(tool: Tool, error: z.ZodError): string {
  const [first] = error.issues;
  const at = first?.path.map(String).join('.') || 'the arguments';
  const known = Object.keys((tool.input as z.ZodObject).shape);
  const takes = known.length === 0 ? `${tool.name} takes no arguments.` : `${tool.name} takes: ${known.join(', ')}.`;
  return `${at.slice(0, 200)}: ${(first?.message ?? 'not acceptable').slice(0, 300)}. ${takes}`;
}

/** PostgreSQL's code for a statement that took longer than it may. */
const CANCELED = '57014';

function tookTooLong(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ('code' in cause && cause.code === CANCELED) return true;
  }
  return false;
}
