import { type Err, err, type Result } from '../../lib/result.ts';

/** Why a verb did nothing: expected, closed, and shown to the caller. */
export type Refusal<Code extends string> = {
  readonly code: Code;
  /** The reason and the cure, for people. Never holds a secret. */
  readonly message: string;
  /** Path to the input at fault; empty when no single one is. */
  readonly field: readonly string[];
};

/** What every verb returns. Accidents are thrown, masked and logged. */
export type Outcome<T, Code extends string> = Result<T, readonly Refusal<Code>[]>;

export const refuse = <Code extends string>(
  code: Code,
  message: string,
  field: readonly string[] = [],
): Err<readonly Refusal<Code>[]> => err([{ code, message, field }]);
