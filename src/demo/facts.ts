import { type Day, type DayWindow, mustEpochDay, windowEnding } from '../lib/day.ts';
import { type DayRow, type Figures, sum, type Timeline } from './dataset.ts';

/** What the CSV says of a customer up to a day, counted without the product's help. */
export type CustomerFacts = {
  /** The last day with anything above zero; null when there is none. */
  readonly lastOn: Day | null;
  /** Of the 30 days that end on the day, and of the 30 before them. */
  readonly lately: Figures;
  readonly before: Figures;
  /** All there is. */
  readonly ever: Figures;
};

export type Facts = {
  readonly of: (customerId: string) => CustomerFacts;
  /** Days from the customer's last day to the end; null for one that never bought. */
  readonly silence: (customerId: string) => number | null;
};

/** Reads the window's rows once, by customer. */
export function factsOf(timeline: Timeline, window: DayWindow): Facts {
  const byCustomer = new Map<string, DayRow[]>();
  for (const row of timeline.rowsOf(window)) {
    const known = byCustomer.get(row.customerId);
    if (known) known.push(row);
    else byCustomer.set(row.customerId, [row]);
  }
  const recent = windowEnding(window.to, 30);
  const earlier = windowEnding(windowEnding(window.to, 31).from, 30);
  const within = (rows: readonly DayRow[], { from, to }: DayWindow) =>
    sum(rows.filter(({ day }) => day >= from && day <= to));
  const of = (customerId: string): CustomerFacts => {
    const rows = byCustomer.get(customerId) ?? [];
    const lastOn = rows.findLast(({ orders, items, revenuePence, returnedItems }) =>
      [orders, items, revenuePence, returnedItems].some((value) => value > 0),
    )?.day;
    return { lastOn: lastOn ?? null, lately: within(rows, recent), before: within(rows, earlier), ever: sum(rows) };
  };
  return {
    of,
    silence: (customerId) => {
      const { lastOn } = of(customerId);
      return lastOn === null ? null : mustEpochDay(window.to) - mustEpochDay(lastOn);
    },
  };
}
