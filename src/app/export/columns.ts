import { type ExportedAccount, SEVERITIES, type TableMetric, type ViewColumn } from '../../features/accounts/index.ts';
import type { CsvCell } from '../../lib/csv.ts';

/** A column of the file: what stands at its top, and what it says of an account. */
export type Column = { readonly title: string; readonly read: (row: ExportedAccount) => CsvCell };

type Field = ViewColumn['field'];
type OfMetric = 'USAGE' | 'USAGE_CHANGE';

const COLUMNS: Readonly<Record<Exclude<Field, OfMetric>, Column>> = {
  EXTERNAL_CRM_ID: { title: 'externalCrmId', read: ({ account }) => account.externalCrmId },
  NAME: { title: 'name', read: ({ account }) => account.name },
  PLAN: { title: 'plan', read: ({ account }) => account.plan },
  REGION: { title: 'region', read: ({ account }) => account.region },
  OWNER: { title: 'owner', read: ({ account }) => account.owner },
  SEATS: { title: 'seats', read: ({ account }) => account.seats },
  ARR: { title: 'arr', read: ({ account }) => account.arr },
  RENEWAL_ON: { title: 'renewalOn', read: ({ account }) => account.renewalOn },
  HEALTH_SCORE: { title: 'healthScore', read: ({ standing }) => standing?.healthScore ?? null },
  HEALTH_BAND: { title: 'healthBand', read: ({ standing }) => standing?.healthBand ?? null },
  HEALTH_CHANGE: { title: 'healthChange', read: ({ standing }) => standing?.healthChange ?? null },
  ACTIVITY_INDEX: { title: 'activityIndex', read: ({ standing }) => standing?.activityIndex ?? null },
  ACTIVITY_CHANGE: { title: 'activityChange', read: ({ standing }) => standing?.activityChange ?? null },
  LAST_USED_ON: { title: 'lastUsedOn', read: ({ standing }) => standing?.lastUsedOn ?? null },
  OPEN_SIGNALS: { title: 'openSignals', read: ({ standing }) => standing?.openSignals ?? 0 },
  WORST_SEVERITY: {
    title: 'worstSeverity',
    read: ({ standing }) => SEVERITIES[(standing?.worstSeverity ?? 0) - 1] ?? null,
  },
  CREATED_AT: { title: 'createdAt', read: ({ account }) => account.createdAt.toISOString() },
  UPDATED_AT: { title: 'updatedAt', read: ({ account }) => account.updatedAt.toISOString() },
};

/** When no view says otherwise: all that the table has, and each metric's usage. */
const ALL = Object.keys(COLUMNS).filter(
  (field) => !['CREATED_AT', 'UPDATED_AT'].includes(field),
) as (keyof typeof COLUMNS)[];

/** The columns that a view names, or all. A metric that is no more is left out. */
export function columnsOf(chosen: readonly ViewColumn[], metrics: readonly TableMetric[]): Column[] {
  if (chosen.length === 0) {
    return [...ALL.map((field) => COLUMNS[field]), ...metrics.map((metric) => ofMetric('USAGE', metric))];
  }
  return chosen.flatMap(({ field, metric: name }) => {
    if (field !== 'USAGE' && field !== 'USAGE_CHANGE') return [COLUMNS[field]];
    const metric = metrics.find((one) => one.name === name);
    return metric ? [ofMetric(field, metric)] : [];
  });
}

const ofMetric = (field: OfMetric, { name, slot }: TableMetric): Column =>
  field === 'USAGE'
    ? { title: `usage.${name}`, read: ({ standing }) => standing?.usage?.[slot] ?? null }
    : { title: `usageChange.${name}`, read: ({ standing }) => standing?.usageChange?.[slot] ?? null };
