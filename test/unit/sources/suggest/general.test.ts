import { describe, expect, it } from 'vitest';
import { metricName } from '../../../../src/features/sources/domain/suggest/metric-name.ts';
import { suggested } from './suggested.ts';

const DAYS = ['2026-03-05', '2026-03-06', '2026-03-07', '2026-03-08'];
const IDS = ['k-314', 'k-271', 'k-161'];
const rows = (row: (id: string, day: string, at: number) => object) =>
  DAYS.flatMap((day, d) => IDS.map((id, i) => row(id, day, d * 3 + i)));
const shown = (value: unknown) => JSON.stringify(value);

describe('units', () => {
  it('of millionths are taken off money that nobody asks for in millionths', () => {
    const answer = rows((customer_id, date, at) => ({ customer_id, date, clicks: at, cost_micros: 1_500_000 + at }));
    expect(suggested(answer, ['ad spend']).paths).toEqual(['cost_micros / `1000000`']);
  });

  it.each([
    ['traffic in GB', 'bytes_out', 5e9, 'bytes_out / `1000000000`'],
    ['storage in GB', 'storage_used', 7e9, 'storage_used / `1000000000`'],
    ['hours tracked', 'duration', 5_400, 'duration / `3600`'],
    ['session minutes', 'session_ms', 600_000, 'session_ms / `60000`'],
    ['revenue in dollars', 'total_price_cents', 9_900, 'total_price_cents / `100`'],
    ['number of requests', 'requests', 9_900_000, 'requests'],
  ])('of "%s" are made of %s', (description, field, value, path) => {
    const answer = rows((customer_id, date, at) => ({ customer_id, date, [field]: value + at }));
    expect(suggested(answer, [description]).paths).toEqual([path]);
  });
});

describe('what is counted', () => {
  const jobs = rows((org, started_at, at) => ({
    job_id: `j${at}`,
    org_id: org,
    started_at: `${started_at}T10:00:00Z`,
    status: at % 3 === 0 ? 'failed' : 'completed',
    priority: at,
  }));

  it('is rows of a state where the description names it, and all rows where it does not', () => {
    const { paths, mapping } = suggested({ jobs }, ['failed jobs', 'jobs in total']);
    expect(paths, shown(mapping)).toEqual(["status == 'failed' ? `1` : `0`", '`1`']);
    expect(mapping.accountIdPath).toBe('org_id');
  });

  it('is added up though people are named after it', () => {
    const answer = rows((customer, day, at) => ({ customer, day, pages_viewed: at, seats: 5 }));
    const { mapping } = suggested(answer, ['pages viewed by the customer', 'seats']);
    expect(mapping.metrics.map(({ aggregation }) => aggregation)).toEqual(['SUM', 'MAX']);
  });

  it('is the field itself, not what stands beside it for one, as a limit or an average', () => {
    const answer = rows((account, day, at) => ({
      ...{ account, day, requests_limit: 1000, requests_per_user: 2, avg_requests: 4 },
      requests: at * 7,
    }));
    expect(suggested(answer, ['requests']).paths).toEqual(['requests']);
  });
});

describe('whose usage it is', () => {
  it.each<[string, ...object[]]>([
    ['a country', { country: 'DE' }, { country: 'FR' }],
    ['an outcome', { outcome: 'accepted' }, { outcome: 'filtered' }],
    ['a number of teams', { teams: 80 }, { teams: 79 }],
    ['a time zone', { zone: { id: 'Europe/Berlin' } }, { zone: { id: 'America/New_York' } }],
  ])('is not said by %s', (_, ...kinds) => {
    const answer = {
      data: DAYS.flatMap((date, at) => kinds.map((kind, k) => ({ date, visits: at * 10 + k, ...kind }))),
    };
    const { mapping, warned } = suggested(answer, ['visits']);
    expect(mapping.accountIdPath, shown(mapping)).toBeNull();
    expect(warned).toContain('NO_ACCOUNT');
  });

  it.each(['subscription_id', 'branch_no', 'kunde', 'app_token', 'campaignId'])(
    'is said by %s, where nothing says it better, rather than by the id of each row',
    (field) => {
      const answer = rows((id, date, at) => ({ id: `row-${at}`, [field]: id, date, hits: at, plan: 'pro' }));
      expect(suggested(answer, ['hits']).mapping.accountIdPath).toBe(field);
    },
  );

  it('is cut out of a text in which the workspace has accounts', () => {
    const answer = [...IDS].map((id) => ({
      label: `${id} calls`,
      points: DAYS.map((day, at) => ({ day, value: at })),
    }));
    const { stored, mapping } = suggested(answer, ['calls'], { knownIds: IDS });
    expect(stored, shown(mapping)).toContainEqual(['k-161', DAYS[1], 1]);
  });
});

describe('lists side by side', () => {
  it('are of the label that stands at the same place of another list', () => {
    const answer = { data: { series: IDS.map((_, i) => DAYS.map((__, d) => i * 10 + d)), labels: IDS, x: DAYS } };
    const { stored, mapping } = suggested(answer, ['events']);
    expect(stored.length, shown(mapping)).toBe(12);
    expect(stored).toContainEqual(['k-271', DAYS[1], 11]);
  });

  it('may give each day twice, as its two ends', () => {
    const answer = {
      intervals: DAYS.map((day) => [day, day]),
      rows: IDS.map((client, i) => ({ client, visits: DAYS.map((_, d) => i * 10 + d) })),
    };
    expect(suggested(answer, ['visits']).stored).toContainEqual(['k-161', DAYS[2], 22]);
  });
});

describe('fields of other languages', () => {
  it('give a day in pieces', () => {
    const answer = rows((kunde, day, at) => ({ kunde, jahr: 2026, monat: 3, tag: Number(day.slice(-2)), logins: at }));
    expect(suggested(answer, ['logins']).stored).toContainEqual(['k-314', DAYS[1], 3]);
  });

  it('write numbers with a point between thousands and a comma before cents', () => {
    const answer = rows((kunde, datum, at) => ({ kunde, datum, umsatz: at % 2 ? '1.234,50' : '717,70' }));
    const { stored } = suggested(answer, ['umsatz']);
    expect(stored).toContainEqual(['k-271', DAYS[0], 1234.5]);
    expect(stored).toContainEqual(['k-314', DAYS[0], 717.7]);
  });
});

it.each([
  [['number of logins', 'k'], 'logins'],
  [['API calls', 'x'], 'api_calls'],
  [['how much money they spent with us', 'netRevenue'], 'net_revenue'],
  [['how much money they spent with us', ''], 'how_much_money_they_spent_with_us'],
  [['ログイン', 'login_count'], 'login_count'],
  [['', ''], 'metric'],
])('a metric that is described as %j is called %s', (texts, name) => {
  expect(metricName(texts, new Set())).toBe(name);
  expect(metricName(texts, new Set([name]))).toBe(`${name}_2`);
});
