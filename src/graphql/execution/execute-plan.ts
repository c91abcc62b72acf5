import type { RequestContext } from '../context.ts';
import { completeFields } from './completion.ts';
import type { Plan, Run } from './model.ts';

export type Execution = {
  readonly plan: Plan;
  readonly rootValue: unknown;
  readonly context: RequestContext;
  /** As coerced. */
  readonly variables: Readonly<Record<string, unknown>>;
};

/**
 * The answer's data; null when anything at all went wrong on the way: then nothing more is asked of resolvers, and what they
 * still work on is left to itself. Null comes too late for nothing: `data` of an answer without errors is never null.
 */
export function executePlan({
  plan,
  rootValue,
  context,
  variables,
}: Execution): Promise<Record<string, unknown> | null> {
  return new Promise((resolve) => {
    let open = 1;
    let over = false;
    let data: Record<string, unknown> | null = null;
    const giveUp = () => {
      over = true;
      resolve(null);
    };
    const settle = () => {
      if (--open === 0 && !over) resolve(data);
    };
    const attempt = (work: () => void) => {
      if (over) return;
      try {
        work();
      } catch {
        giveUp();
      }
    };
    const run: Run = {
      context,
      variables,
      args: [],
      later: (value, goOn) => {
        open++;
        value.then((found) => {
          attempt(() => goOn(found));
          settle();
        }, giveUp);
      },
    };
    attempt(() => {
      data = completeFields(run, plan.fieldsOf(plan.root), rootValue);
    });
    settle();
  });
}
