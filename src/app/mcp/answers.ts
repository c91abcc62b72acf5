import { z } from 'zod';
import { jsonSchemaOf } from '../../assistant/registry.ts';
import type { Tool, ToolFinding, ToolOutcome } from '../../assistant/tool.ts';

const dayRange = z.strictObject({ from: z.iso.date(), to: z.iso.date() });
const freshness = z.strictObject({
  state: z
    .enum(['FRESH', 'STALE', 'NO_DATA'])
    .describe('STALE: usage has not come for over 36 hours, so what is missing is unknown and no fall.'),
  lastSyncedDay: z.iso.date().nullable().describe('The last day of which usage is known; null when none is.'),
});
const subject = z.strictObject({ id: z.string(), label: z.string() });
const proposal = z.strictObject({
  mutation: z.string().describe('The GraphQL mutation that a person confirms it with.'),
  input: z.record(z.string(), z.unknown()).describe('The mutation’s input, as it is to be sent.'),
  summary: z.string().describe('What it would do. Nothing was changed yet.'),
});

/** Around every tool's own data. */
const AROUND = {
  days: dayRange.nullable().describe('UTC days that the figures are of, both included; null when they are of no days.'),
  freshness: freshness.nullable().describe('How current the figures are; null where nothing of usage is said.'),
  truncated: z.boolean().describe('Whether there was more than the limits let through.'),
  about: z.array(subject).describe('What the answer is about: ids and names, which are data.'),
  proposals: z.array(proposal).describe('Changes to be confirmed by a person. Empty for most tools.'),
};

const made = new WeakMap<Tool, Listed>();

/** A tool as clients are shown it; typed by what it is made of, so that the library need not be loaded to know it. */
export type Listed = {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly inputSchema: { readonly type: 'object'; readonly [key: string]: unknown };
  readonly outputSchema: { readonly type: 'object'; readonly [key: string]: unknown };
  readonly annotations: Readonly<Record<string, boolean>>;
};

const READS_ONLY = { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false };

export function listed(tool: Tool): Listed {
  const known = made.get(tool);
  if (known) return known;
  const { name, title, description } = tool;
  const { input, output } = jsonSchemaOf({ ...tool, output: z.strictObject({ data: tool.output, ...AROUND }) });
  const fresh: Listed = {
    ...{ name, title, description, annotations: READS_ONLY },
    inputSchema: { ...input, type: 'object' },
    outputSchema: { ...output, type: 'object' },
  };
  made.set(tool, fresh);
  return fresh;
}

export type Answer = {
  content: { type: 'text'; text: string }[];
  structuredContent?: Record<string, unknown>;
  isError?: boolean;
};

/** What a tool found, or why not: both are for the assistant, which can mend a call that was refused. */
export const answerOf = (outcome: ToolOutcome<unknown>): Answer =>
  outcome.ok ? found(outcome.found) : refused(`${outcome.code}: ${outcome.message}`);

export const refused = (text: string): Answer => ({ isError: true, content: [{ type: 'text', text }] });

function found({ data, days, freshness, truncated, about, proposals }: ToolFinding<unknown>): Answer {
  const structuredContent = { data, days, freshness, truncated, about, proposals };
  // Clients of older revisions know texts only.
  return { structuredContent, content: [{ type: 'text', text: JSON.stringify(structuredContent) }] };
}
