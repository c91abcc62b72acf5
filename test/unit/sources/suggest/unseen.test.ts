import { describe, expect, it } from 'vitest';
import { suggested } from './suggested.ts';

const DAYS = ['2026-03-05', '2026-03-06', '2026-03-07', '2026-03-08'];
const IDS = ['k-314', 'k-271', 'k-161'];
const rows = (row: (id: string, day: string, at: number) => object) =>
  DAYS.flatMap((day, d) => IDS.map((id, i) => row(id, day, d * 3 + i)));

describe('a description', () => {
  it.each([
    ['annual recurring revenue', { arr: 0, asp: 1, nrr: 2 }, 'arr'],
    ['average order value', { aov: 0, atv: 1 }, 'aov'],
    ['AOV', { average_order_value: 0, orders: 1 }, 'average_order_value'],
    ['time to first byte', { ttfb: 0, dns: 1 }, 'ttfb'],
    ['95th percentile of latency', { latency_p50: 0, latency_p95: 1 }, 'latency_p95'],
    ['paying readers', { payers: 0, articles: 1 }, 'payers'],
    ['paying customers', { customers: 0, refunds: 1 }, 'customers'],
    ['seats bought', { seats_used: 0, seats_purchased: 1 }, 'seats_purchased'],
  ])('"%s" is met by words, initials and kin in %j', (description, fields, path) => {
    const answer = rows((account, date, at) => ({
      ...{ account, date },
      ...Object.fromEntries(Object.entries(fields).map(([name, base]) => [name, at * 7 + base])),
    }));
    expect(suggested({ entries: answer }, [description]).paths).toEqual([path]);
  });

  it('of records is met by their number, even of one a day', () => {
    const answer = rows((account, date, at) => ({ account, date, kilometres: at, revision: at * 3 }));
    expect(suggested(answer, ['kilometres', 'how many records were sent']).paths).toEqual(['kilometres', '`1`']);
  });

  it('of a cost is met by what varies rather than by the price of one', () => {
    const answer = rows((account, date, at) => ({ account, date, price: 0.11, quantity: at, amount: at * 0.11 }));
    expect(suggested(answer, ['quantity', 'cost in dollars']).paths).toEqual(['quantity', 'amount']);
  });

  it('may say in brackets in what the answer tells the value', () => {
    const answer = rows((account, date, at) => ({ account, date, played: 5_000 + at }));
    const { paths } = suggested(answer, ['hours played (the value is in milliseconds)']);
    expect(paths).toEqual(['played / `3600000`']);
    expect(suggested(answer, ['played (in milliseconds)']).paths).toEqual(['played']);
  });

  it('is told from another by what stands above and beside the value', () => {
    const answer = rows((account, date, at) => ({
      ...{ account, date },
      timers: { visit: { unit: 'Seconds', total: 600 + at } },
      counters: { visit: { unit: 'Count', total: at } },
    }));
    const { paths } = suggested(answer, ['number of visits', 'time of visits in minutes']);
    expect(paths).toEqual(['counters.visit.total', 'timers.visit.total / `60`']);
  });

  it('that nothing meets brings no more figures than there are descriptions', () => {
    const answer = rows((account, date, at) => ({ account, date, xa: at, xb: at + 1, xc: at + 2 }));
    expect(suggested(answer, ['moons of Jupiter']).paths).toHaveLength(1);
  });
});

describe('days', () => {
  it('of a map are taken rather than the first of the period they add up to', () => {
    const answer = IDS.map((account, i) => ({
      ...{ account, period: { from: DAYS[0], to: DAYS[3] }, calls: 100 + i },
      callsPerDay: Object.fromEntries(DAYS.map((day, d) => [day, d + i])),
    }));
    expect(suggested(answer, ['calls']).stored).toContainEqual(['k-271', DAYS[2], 3]);
  });

  it('beside the number of a series have no accounts in it', () => {
    const answer = { series: DAYS.map((day, at) => ({ time: Date.parse(day), '0': at + 4 })) };
    const { mapping } = suggested(answer, ['monthly active users']);
    expect(mapping).toMatchObject({ rowsPath: 'series', accountIdPath: null, metrics: [{ path: '"0"' }] });
  });
});

describe('an account', () => {
  it('is what varies, not what the request had', () => {
    const answer = {
      query: { site_id: 'shop.example', dimensions: ['time:day', 'event:hostname'] },
      results: rows((id, day, at) => ({ metrics: [at], dimensions: [day, `${id}.example`] })),
    };
    expect(suggested(answer, ['visitors']).mapping.accountIdPath).toBe('dimensions[1]');
  });

  it('is told by its address, or by the end of it where that is known', () => {
    const answer = rows((id, date, at) => ({ organization: `https://api.example/orgs/${id}`, date, calls: at }));
    expect(suggested(answer, ['calls']).mapping.accountIdPath).toBe('organization');
    const known = suggested(answer, ['calls'], { knownIds: IDS });
    expect(known.mapping.accountIdPath).toBe("split(organization, '/')[-1]");
  });

  it('is known by its slug rather than by what only its system reads', () => {
    const answer = rows((slug, date, at) => ({ fleet: { id: btoa(`Fleet:${slug}`), slug }, date, trips: at }));
    expect(suggested(answer, ['trips']).mapping.accountIdPath).toBe('fleet.slug');
  });
});
