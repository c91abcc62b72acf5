import type { OperationDefinitionNode } from 'graphql';
import type { Plan } from './model.ts';

/** Of one operation, by what its `@skip` and `@include` say. */
export type Plans = { readonly switches: readonly string[]; readonly byChoice: Map<string, Plan | null> };

/** The plans of operations, for as long as their documents are kept, or until others need the room. */
export type KnownPlans = {
  readonly of: (operation: OperationDefinitionNode, switches: () => readonly string[]) => Plans;
  /** To be called when the operation was executed: plans grow with the first object of a kind. */
  readonly measure: (operation: OperationDefinitionNode) => void;
};

/**
 * Fields of all plans together, each some 750 bytes. A document of two kilobytes that uses its fragments often has two thousand
 * fields in each of its plans: a few hundred of those, made up by one caller, would fill the memory of the process.
 */
const MAX_FIELDS = 100_000;

/** Weak: whoever counts plans must not keep the documents that they belong to. */
type Entry = { readonly plans: WeakRef<Plans>; size: number };

export function createKnownPlans(maxFields = MAX_FIELDS): KnownPlans {
  const known = new WeakMap<OperationDefinitionNode, { readonly plans: Plans; readonly entry: Entry }>();
  // The one used longest ago first.
  const entries = new Set<Entry>();
  let total = 0;
  const resize = (entry: Entry, size: number) => {
    total += size - entry.size;
    entry.size = size;
  };
  return {
    of: (operation, switches) => {
      let found = known.get(operation);
      if (!found) {
        const plans: Plans = { switches: switches(), byChoice: new Map() };
        found = { plans, entry: { plans: new WeakRef(plans), size: 0 } };
        known.set(operation, found);
      }
      entries.delete(found.entry);
      entries.add(found.entry);
      return found.plans;
    },
    measure: (operation) => {
      const found = known.get(operation);
      if (!found || !entries.has(found.entry)) return;
      let size = 1;
      for (const plan of found.plans.byChoice.values()) size += 1 + (plan?.size() ?? 0);
      resize(found.entry, size);
      for (const oldest of entries) {
        if (total <= maxFields) break;
        entries.delete(oldest);
        resize(oldest, 0);
        oldest.plans.deref()?.byChoice.clear();
      }
    },
  };
}
