import { and, eq, gte, inArray, lte, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import { accounts, accountStandings as standings } from '../../../db/tables/accounts.ts';
import { type CheckedFilter, type DayRange, type NumberRange, SEVERITIES } from '../model.ts';

/** What accounts have by themselves, and what is known of them. */
export type Side = 'accounts' | 'standings';
export type Conditions = Readonly<Record<Side, readonly SQL[]>>;

/** PostgreSQL's arrays count from 1; one that is too short says NULL. */
export const atSlot = (values: SQLWrapper, slot: number): SQL => sql`${values}[${sql.raw(String(slot + 1))}]`;

/** The filters as conditions on each of the two tables: only those that have some need to be read. */
export function conditionsOf(filters: readonly CheckedFilter[]): Conditions {
  const given = (conditions: readonly (SQL | undefined | null)[]): SQL[] =>
    conditions.filter((condition): condition is SQL => condition !== undefined && condition !== null);
  return {
    accounts: given(filters.flatMap(ofAccounts)),
    standings: given(filters.flatMap(ofStandings)),
  };
}

/**
 * In any case: the database's own collation knows the small letters of all scripts, but looks for a part three times as slowly
 * as bytes are compared.
 */
const contains = (part: string): SQL =>
  sql`strpos(${accounts.searchText}, lower(${part}::text COLLATE "default") COLLATE "C") > 0`;

function ofAccounts(filter: CheckedFilter) {
  const { text, plan, region, owner, attributes, created } = filter;
  return [
    isGiven(text) ? contains(text) : null,
    isGiven(plan) ? eq(accounts.plan, plan) : null,
    isGiven(region) ? eq(accounts.region, region) : null,
    isGiven(owner) ? eq(accounts.owner, owner) : null,
    ...(attributes ?? []).map(({ name, value }) => sql`${accounts.attributes} ->> ${name}::text = ${value}`),
    inRange(accounts.seats, filter.seats),
    inRange(accounts.arr, filter.arr),
    inDays(accounts.renewalOn, filter.renewal),
    isGiven(created?.from) ? sql`${accounts.createdAt} >= ${created.from}::date` : null,
    isGiven(created?.to) ? sql`${accounts.createdAt} < ${created.to}::date + 1` : null,
  ];
}

function ofStandings(filter: CheckedFilter) {
  const { notUsedSinceDay, healthBands, hasOpenSignals, severityAtLeast } = filter;
  return [
    inRange(standings.activityIndex, filter.activityIndex),
    inRange(standings.activityChange, filter.activityChange),
    inDays(standings.lastUsedOn, filter.lastUsed),
    isGiven(notUsedSinceDay)
      ? sql`(${standings.lastUsedOn} IS NULL OR ${standings.lastUsedOn} < ${notUsedSinceDay}::date)`
      : null,
    inRange(standings.healthScore, filter.healthScore),
    inRange(standings.healthChange, filter.healthChange),
    // Each is a parameter: a list may name one of them a hundred thousand times.
    isGiven(healthBands) ? inArray(standings.healthBand, [...new Set(healthBands)]) : null,
    inRange(standings.openSignals, filter.openSignalCount),
    isGiven(hasOpenSignals) ? sql`(${standings.openSignals} > 0) = ${hasOpenSignals}::boolean` : null,
    isGiven(severityAtLeast) ? gte(standings.worstSeverity, SEVERITIES.indexOf(severityAtLeast) + 1) : null,
    ...filter.usage.flatMap(({ slot, change, ...range }) => [
      sql`${atSlot(standings.usage, slot)} IS NOT NULL`,
      inRange(atSlot(standings.usage, slot), range),
      inRange(atSlot(standings.usageChange, slot), change),
    ]),
  ];
}

/** Compared as doubles: a bound may lie beyond what the column could hold. */
const inRange = (column: SQLWrapper, range: NumberRange | null | undefined): SQL | undefined =>
  and(
    isGiven(range?.min) ? sql`${column} >= ${range.min}::float8` : undefined,
    isGiven(range?.max) ? sql`${column} <= ${range.max}::float8` : undefined,
  );

const inDays = (column: SQLWrapper, range: DayRange | null | undefined): SQL | undefined =>
  and(
    isGiven(range?.from) ? gte(sql`${column}`, sql`${range.from}::date`) : undefined,
    isGiven(range?.to) ? lte(sql`${column}`, sql`${range.to}::date`) : undefined,
  );

const isGiven = <T>(value: T | null | undefined): value is T => value !== null && value !== undefined;
