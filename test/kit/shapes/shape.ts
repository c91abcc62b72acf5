import type { MappingInput } from '../sources.ts';

/** A response as a real product documents it, how it is mapped, and what must be stored. Written from the documentation. */
export type Shape = {
  readonly name: string;
  readonly answer: unknown;
  readonly mapping: MappingInput;
  /** Account id, then metric, then day. What is not listed must not be stored. */
  readonly expected: Stored;
  /** How the endpoint is called, when that is not a plain GET. */
  readonly request?: { readonly method: 'POST'; readonly body: string };
};

export type Stored = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, number>>>>>>;

/** Noon of a day of March 2026, the test's month, in seconds. */
export const noonOf = (day: number): number => Date.UTC(2026, 2, day, 12) / 1000;
export const midnightOf = (day: number): number => Date.UTC(2026, 2, day) / 1000;
