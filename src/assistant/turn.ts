import type { ModelFailureCode } from '../platform/model/model.ts';
import type { Freshness, Proposal, ToolFinding, ToolRefusalCode } from './tool.ts';

/** What a question came to. */
export type TurnResult = {
  /** Who wrote the answer: a model, or a template that holds the figures of the tools. */
  readonly source: 'MODEL' | 'TEMPLATE';
  readonly answer: string;
  /** The tool calls the answer rests on, in their order. */
  readonly restsOn: readonly ToolUse[];
  readonly proposals: readonly Proposal[];
  /** Numbers of the answer that stand in no tool's result: to be read with doubt. */
  readonly unsupportedNumbers: readonly string[];
  /** Why a template answers although a model is set up; null otherwise. */
  readonly fallback: ModelFailureCode | 'BUDGET_EXHAUSTED' | 'TOO_MANY_STEPS' | null;
};

/** What a turn came to, as it was stored; null of a turn that is not answered. */
export const readResult = (stored: unknown): TurnResult | null =>
  typeof stored === 'object' && stored !== null ? (stored as TurnResult) : null;

export type ToolUse = {
  /** Within the turn: `t1`, `t2` … */
  readonly id: string;
  readonly tool: string;
  readonly input: unknown;
  readonly outcome:
    | ({ readonly ok: true; readonly freshness: Freshness | null } & Pick<
        ToolFinding<unknown>,
        'data' | 'days' | 'about' | 'truncated'
      >)
    | { readonly ok: false; readonly code: ToolRefusalCode; readonly message: string };
};

/** What is told while a question is worked on; exactly one of the last two kinds ends it. */
export type TurnEvent =
  | { readonly kind: 'TEXT'; readonly text: string }
  /**
   * What was said so far was not the answer: words before a look-up, or a try that failed. Where one begins anew, ids of tool calls
   * begin anew, too: what the answer rests on is in its result.
   */
  | { readonly kind: 'TEXT_WITHDRAWN' }
  | { readonly kind: 'TOOL_STARTED'; readonly id: string; readonly tool: string; readonly input: unknown }
  | { readonly kind: 'TOOL_FINISHED'; readonly use: ToolUse }
  | { readonly kind: 'ANSWERED'; readonly result: TurnResult }
  | { readonly kind: 'FAILED'; readonly message: string };

export type Emit = (event: TurnEvent) => void;
