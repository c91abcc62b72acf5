import { addDays, type Day, type DayWindow, daysOf } from '../../lib/day.ts';
import { count, decimals, MISSING, sparkline } from '../figures.ts';
import type { Scene } from '../scene.ts';

const WEEKS = 12;
const LEAST_KNOWN = 4;
const SHOWN = 6;

const TAB = `query ($id: String!, $from: Date!, $to: Date!) {
  accountUsage(externalCrmId: $id, from: $from, to: $to, metrics: ["revenue"]) {
    account { name }
    firstUsedOn lastUsedOn activeDays activeDayShare
    metrics { values baseline { expected lower upper anomalies { day value expected lower upper direction } } }
  }
}`;

type Column = (number | null)[];
type Anomaly = {
  readonly day: Day;
  readonly value: number | null;
  readonly expected: number;
  readonly lower: number;
  readonly upper: number;
  readonly direction: string;
};
type Tab = {
  accountUsage: {
    account: { name: string };
    firstUsedOn: Day | null;
    lastUsedOn: Day | null;
    activeDays: number;
    activeDayShare: number | null;
    metrics: {
      values: Column;
      baseline: { expected: Column; lower: Column; upper: Column; anomalies: Anomaly[] };
    }[];
  } | null;
};

/** The 30 days of one account beside what its weekdays had led to expect; the expectation is counted again from the CSV. */
export async function tellTab(scene: Scene, id: string, window: DayWindow): Promise<void> {
  const { client, paper, checks } = scene;
  const { accountUsage } = await client.ask<Tab>(TAB, { id, from: window.from, to: window.to });
  const [revenue] = accountUsage?.metrics ?? [];
  if (!accountUsage || !revenue) throw new Error(`The API has no usage of ${id}.`);
  const { account, firstUsedOn, lastUsedOn, activeDays, activeDayShare } = accountUsage;
  const { expected, upper, anomalies } = revenue.baseline;
  paper.chapter(`The usage tab of ${account.name}`);
  const days = daysOf(window);
  const fromCsv = expectedOf(scene, id);
  const same = days.filter((day, index) => near(expected[index] ?? null, fromCsv(day))).length;
  const word = checks.equal(`expected days of ${id}`, same, days.length);
  paper.facts([
    [
      'used',
      `${firstUsedOn ?? MISSING} to ${lastUsedOn ?? MISSING}; on ${count(activeDays)} of these ${days.length} days`,
    ],
    ['share', `${decimals(activeDayShare)} of the days that were synchronised`],
    ['revenue', sparkline(revenue.values, upper)],
    ['expected', `${sparkline(expected, [...revenue.values, ...upper])} median of ${WEEKS} same weekdays`],
    ['upper end', sparkline(upper, revenue.values)],
    ['CSV', `${count(same)} of ${days.length} expected values are the CSV's: ${word}`],
  ]);
  paper.say('');
  paper.say(
    anomalies.length === 0
      ? 'No day is outside its band.'
      : `Days outside their band: ${count(anomalies.length)}. The latest:`,
  );
  if (anomalies.length === 0) return;
  paper.say('');
  paper.table(
    [
      { head: 'day' },
      { head: 'revenue', align: 'right' },
      { head: 'expected', align: 'right' },
      { head: 'band', align: 'right' },
      { head: '' },
    ],
    anomalies
      .slice(-SHOWN)
      .map(({ day, value, expected: middle, lower, upper: top, direction }) => [
        day,
        decimals(value),
        decimals(middle),
        `${decimals(lower)} to ${decimals(top)}`,
        direction.toLowerCase(),
      ]),
  );
}

/** The median of the customer's same weekdays of the 12 weeks before; days without an order count as zero after the first. */
function expectedOf({ timeline }: Scene, id: string): (day: Day) => number | null {
  return (day) => {
    const weeks = { from: addDays(day, -7 * WEEKS), to: addDays(day, -1) };
    const rows = timeline.rowsOf(weeks).filter((row) => row.customerId === id);
    const first = rows[0]?.day;
    if (first === undefined) return null;
    const weekdays = Array.from({ length: WEEKS }, (_, index) => addDays(day, -7 * (index + 1)))
      .filter((one) => one >= first)
      .map((one) => (rows.find((row) => row.day === one)?.revenuePence ?? 0) / 100)
      .sort((a, b) => a - b);
    if (weekdays.length < LEAST_KNOWN) return null;
    const half = weekdays.length / 2;
    return ((weekdays[Math.ceil(half) - 1] ?? 0) + (weekdays[Math.floor(half)] ?? 0)) / 2;
  };
}

const near = (a: number | null, b: number | null): boolean =>
  a === null || b === null ? a === b : Math.abs(a - b) < 0.005;
