import { describe, test } from 'vitest';

// The only way to leave a test out: with what it needs, which stands in its name and is printed at the end of every run.

type TestBody = () => void | Promise<void>;

/** Declares a test that runs when the condition holds; otherwise it is skipped under a name that says what it needs. */
export const testWhen =
  (holds: boolean, needs: string) =>
  (name: string, body: TestBody): void =>
    holds ? test(name, body) : test.skip(`${name} (needs ${needs})`, body);

/** The same for a suite. */
export const describeWhen =
  (holds: boolean, needs: string) =>
  (name: string, body: () => void): void => {
    if (holds) describe(name, body);
    else describe.skip(`${name} (needs ${needs})`, body);
  };
