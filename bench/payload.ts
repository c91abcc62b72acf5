import { createHash } from 'node:crypto';
import { addDays, type DayWindow, windowEnding } from '../src/lib/day.ts';

export const METRICS = ['logins', 'calls', 'seats', 'gigabytes', 'errors', 'minutes'] as const;

/** The first `count` of any number of metrics. */
export const metricNames = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => METRICS[index] ?? `m${String(index + 1).padStart(2, '0')}`);

export type Payload = {
  readonly bytes: Buffer;
  readonly metrics: readonly string[];
  readonly rows: number;
  readonly window: DayWindow;
  readonly sha256: string;
};

/** One answer: `accounts` x 30 days in the order of the accounts. The same for the same arguments. */
export function makePayload(accounts: number, yesterday: string, count: number = METRICS.length): Payload {
  const metrics = metricNames(count);
  const window = windowEnding(yesterday, 30);
  let seed = 12_345;
  const random = () => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return seed / 4_294_967_296;
  };
  const pieces: Buffer[] = [];
  let text = '{"meta":{"generated":"2025-06-30T00:00:00Z"},"data":{"rows":[';
  for (let account = 0; account < accounts; account++) {
    const id = `acc_${String(account).padStart(6, '0')}`;
    for (let day = 0; day < 30; day++) {
      const values = metrics.map((name, index) => {
        const value = index % 6 === 3 ? Math.floor(random() * 100_000) / 100 : Math.floor(random() * random() * 5_000);
        return `"${name}":${value}`;
      });
      const comma = account + day === 0 ? '' : ',';
      text += `${comma}{"day":"${addDays(window.from, day)}","account":{"id":"${id}"},"m":{${values.join(',')}}}`;
    }
    if (text.length > 1 << 20) {
      pieces.push(Buffer.from(text));
      text = '';
    }
  }
  pieces.push(Buffer.from(`${text}]}}`));
  const bytes = Buffer.concat(pieces);
  return { bytes, metrics, rows: accounts * 30, window, sha256: createHash('sha256').update(bytes).digest('hex') };
}

export const MAPPING = {
  rowsPath: 'data.rows',
  datePath: 'day',
  dateFormat: 'YYYY_MM_DD' as const,
  accountIdPath: 'account.id',
  accountId: null,
  metrics: METRICS.map((name) => ({ name, path: `m.${name}`, aggregation: 'SUM' as const })),
};

/** The same for rows with any number of metrics. */
export const mappingOf = (metrics: number) => ({
  ...MAPPING,
  metrics: metricNames(metrics).map((name) => ({ name, path: `m.${name}`, aggregation: 'SUM' as const })),
});
