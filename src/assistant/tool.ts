import type { z } from 'zod';
import type { Role } from '../features/kit/actor.ts';
import type { Ctx } from '../features/kit/ctx.ts';
import type { Day } from '../lib/day.ts';

/**
 * Something that an assistant may look up, whoever the assistant is. A tool calls verbs of the rooms and no workspace is ever
 * among its arguments: that is the caller's. None writes; what should be written is proposed, for a person to confirm.
 */
export type Tool<Input = unknown, Output = unknown> = {
  /** snake_case, verb first. */
  readonly name: string;
  readonly title: string;
  /** What it answers, in facts: units, limits, and which tool to use instead. */
  readonly description: string;
  /** Callers with less are not shown it. */
  readonly access: Role;
  readonly input: z.ZodType<Input>;
  readonly output: z.ZodType<Output>;
  readonly run: (ctx: Ctx, input: Input) => Promise<ToolOutcome<Output>>;
};

export type ToolOutcome<Output> =
  | { readonly ok: true; readonly found: ToolFinding<Output> }
  /** Expected: no such account, two accounts of that name, an argument out of range. Says what to do. */
  | { readonly ok: false; readonly code: ToolRefusalCode; readonly message: string };
export type ToolRefusalCode = 'NOT_FOUND' | 'AMBIGUOUS' | 'INVALID_INPUT' | 'FORBIDDEN' | 'TOO_LARGE' | 'NO_SUCH_TOOL';

export type ToolFinding<Output> = {
  readonly data: Output;
  /** Days that the figures are of; null where no figures are given. */
  readonly days: { readonly from: Day; readonly to: Day } | null;
  /** How current the figures are; null where nothing of usage is said. */
  readonly freshness: Freshness | null;
  /** What the answer is about, for links: ids of accounts, signals, runs. */
  readonly about: readonly { readonly id: string; readonly label: string }[];
  /** Whether there was more than the caps let through. */
  readonly truncated: boolean;
  readonly proposals: readonly Proposal[];
};

export type Freshness = {
  /** `FRESH`, `STALE` (usage has not come for over 36 hours) or `NO_DATA`. */
  readonly state: 'FRESH' | 'STALE' | 'NO_DATA';
  /** The last day of which usage is known; null when none is. */
  readonly lastSyncedDay: Day | null;
};

/** A write that somebody may want: the mutation and its input as they are to be sent by whoever confirms it. */
export type Proposal = {
  readonly mutation: 'acknowledgeSignal' | 'linkExternalAccount';
  readonly input: Readonly<Record<string, unknown>>;
  /** What it would do, for the one who confirms, made of our data and not of the assistant's words. */
  readonly summary: string;
};
