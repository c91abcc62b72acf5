/** A measured figure beside what is aimed at. */
export type Figure = {
  /** Such as `G3`. */
  readonly goal: string;
  readonly what: string;
  /** With its unit, and whatever it takes to read it. */
  readonly value: string;
  /** Such as `<= 160 MB`; null when nothing is aimed at. */
  readonly bound: string | null;
  readonly isMet: boolean | null;
};

/** What a script tells the suite besides what it prints. */
export type Told =
  | { readonly kind: 'FIGURE'; readonly figure: Figure }
  | { readonly kind: 'LEFT_OUT'; readonly why: string };

/** Prints the figure's line, and tells the suite when it is listening. */
export function tell(figure: Figure): void {
  process.stdout.write(`${lineOf(figure)}\n`);
  send({ kind: 'FIGURE', figure });
}

/** Aloud: what is missing must not look like what was measured. */
export function leaveOut(why: string): void {
  process.stdout.write(`left out: ${why}\n`);
  send({ kind: 'LEFT_OUT', why });
}

export const lineOf = ({ goal, what, value, bound, isMet }: Figure): string =>
  `${goal} ${what}: ${value}${bound === null ? '' : ` (goal ${bound}: ${isMet ? 'met' : 'NOT met'})`}`;

/** A table for README.md. */
export function markdownOf(figures: readonly Figure[], leftOut: readonly string[], quotedWith: string): string {
  const rows = figures.map(
    ({ goal, what, value, bound, isMet }) =>
      `| ${goal} | ${what} | ${value} | ${bound ?? ''} | ${bound === null ? '' : isMet ? 'met' : 'not met'} |`,
  );
  const left = leftOut.map((why) => `Left out: ${why}.`);
  return ['| | | measured | goal | |', '| --- | --- | --- | --- | --- |', ...rows, '', `${quotedWith}.`, ...left].join(
    '\n',
  );
}

/** `value` against the most or the least that is aimed at, written with `unit`. */
export const atMost = (value: number, most: number, unit: (value: number) => string) => ({
  bound: `<= ${unit(most)}`,
  isMet: value <= most,
});
export const atLeast = (value: number, least: number, unit: (value: number) => string) => ({
  bound: `>= ${unit(least)}`,
  isMet: value >= least,
});

function send(told: Told): void {
  process.send?.(told);
}
