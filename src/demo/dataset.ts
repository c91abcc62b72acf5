import { readFile } from 'node:fs/promises';
import { addDays, type Day, type DayWindow, daysOf, isDay, mustEpochDay } from '../lib/day.ts';

/** Money is kept in pence: whole numbers add up without rounding, so totals can be compared exactly. */
export type Figures = {
  readonly orders: number;
  readonly items: number;
  readonly revenuePence: number;
  readonly returnedItems: number;
};
export type DayRow = Figures & { readonly day: Day; readonly customerId: string };
export type Customer = { readonly customerId: string; readonly country: string; readonly firstOrderOn: Day };
export type Dataset = {
  readonly rows: readonly DayRow[];
  readonly customers: readonly Customer[];
  readonly lastDay: Day;
};

/** The same business, lived towards another day than it really was. */
export type Timeline = {
  readonly customers: readonly Customer[];
  readonly rowsOf: (window: DayWindow) => DayRow[];
};

/** `data/` lies beside `src` and beside `dist`, so one relative path finds it from either. */
const DIRECTORY = new URL('../../data/online-retail/', import.meta.url);

/** A whole number of weeks, so that what is repeated falls on the same days of the week. */
const REPEAT_DAYS = 52 * 7;

export async function readDataset(): Promise<Dataset> {
  const [daily, accounts] = await Promise.all(
    ['online-retail-daily.csv', 'online-retail-accounts.csv'].map((name) => readFile(new URL(name, DIRECTORY), 'utf8')),
  );
  return parseDataset(daily ?? '', accounts ?? '');
}

export function parseDataset(daily: string, accounts: string): Dataset {
  const rows = parseCsv(daily, 'date,customer_id,orders,items,revenue,returned_items').map(
    ([date = '', customerId = '', orders, items, revenue, returned]): DayRow => ({
      day: realDay(date),
      customerId,
      orders: number(orders),
      items: number(items),
      revenuePence: Math.round(number(revenue) * 100),
      returnedItems: number(returned),
    }),
  );
  const customers = parseCsv(accounts, 'customer_id,country,first_order_on').map(
    ([customerId = '', country = '', first = '']): Customer => ({ customerId, country, firstOrderOn: realDay(first) }),
  );
  const lastDay =
    rows
      .map((row) => row.day)
      .sort()
      .at(-1) ?? '';
  return { rows, customers, lastDay };
}

/**
 * Shifts the data so that its last day falls on `lastDay`. Days after that repeat those of 52 weeks before, so that a demo
 * which stays up, or is run again next week on the same database, goes on without contradicting the history it stored.
 */
export function endOn(dataset: Dataset, lastDay: Day): Timeline {
  const shift = mustEpochDay(lastDay) - mustEpochDay(dataset.lastDay);
  const byDay = new Map<Day, DayRow[]>();
  for (const row of dataset.rows) {
    const sameDay = byDay.get(row.day);
    if (sameDay) sameDay.push(row);
    else byDay.set(row.day, [row]);
  }
  const originalOf = (day: Day): Day => {
    const ahead = Math.max(0, mustEpochDay(day) - mustEpochDay(lastDay));
    return addDays(day, -shift - REPEAT_DAYS * Math.ceil(ahead / REPEAT_DAYS));
  };
  return {
    customers: dataset.customers.map((one) => ({ ...one, firstOrderOn: addDays(one.firstOrderOn, shift) })),
    rowsOf: (window) =>
      daysOf(window).flatMap((day) => (byDay.get(originalOf(day)) ?? []).map((row) => ({ ...row, day }))),
  };
}

export function sum(rows: Iterable<Figures>): Figures {
  const total = { orders: 0, items: 0, revenuePence: 0, returnedItems: 0 };
  for (const row of rows) {
    total.orders += row.orders;
    total.items += row.items;
    total.revenuePence += row.revenuePence;
    total.returnedItems += row.returnedItems;
  }
  return total;
}

/** The files hold no quoted fields; one that did would have too many columns and be noticed. */
function parseCsv(text: string, header: string): string[][] {
  const [first, ...lines] = text.trimEnd().split(/\r?\n/);
  if (first !== header) throw new Error(`The demo's data begins with "${first}" instead of "${header}".`);
  const columns = header.split(',').length;
  return lines.map((line, index) => {
    const fields = line.split(',');
    if (fields.length !== columns) throw new Error(`Line ${index + 2} of the demo's data has ${fields.length} fields.`);
    return fields;
  });
}

function realDay(text: string): Day {
  if (!isDay(text)) throw new Error(`The demo's data has a day that does not exist: ${text}`);
  return text;
}

function number(text = ''): number {
  const value = Number(text);
  if (text === '' || !Number.isFinite(value))
    throw new Error(`The demo's data has a figure that is no number: "${text}"`);
  return value;
}
