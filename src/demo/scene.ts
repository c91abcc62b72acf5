import type { Client } from './client.ts';
import type { Timeline } from './dataset.ts';
import type { Paper } from './paper.ts';

/** Everything a chapter of the story works with. */
export type Scene = {
  readonly client: Client;
  readonly paper: Paper;
  readonly timeline: Timeline;
  /** Ids of the customers who are given no account. */
  readonly leftOut: ReadonlySet<string>;
  readonly endpoint: { readonly url: string; readonly apiKey: string };
  readonly checks: Checks;
  /** Aborted when somebody wants the demo to stop. */
  readonly signal: AbortSignal;
};

/** Comparisons of what the API says with what the CSV says. */
export type Checks = {
  /** Notes a comparison and gives the word to print beside it. */
  readonly equal: (what: string, fromApi: number, fromCsv: number) => string;
  readonly made: () => number;
  /** What did not agree, in words. */
  readonly differences: () => readonly string[];
};

/** Figures of the API are floating-point sums; half a penny is far more than they can be off by. */
const TOLERANCE = 0.005;

export function createChecks(): Checks {
  let made = 0;
  const differences: string[] = [];
  return {
    equal: (what, fromApi, fromCsv) => {
      made++;
      if (Math.abs(fromApi - fromCsv) < TOLERANCE) return 'equal';
      differences.push(`${what}: the API says ${fromApi}, the CSV says ${fromCsv}`);
      return 'DIFFERENT';
    },
    made: () => made,
    differences: () => differences,
  };
}
