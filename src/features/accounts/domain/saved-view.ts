import type { Day } from '../../../lib/day.ts';
import { isLongerThan, isStorable } from '../../../lib/text.ts';
import type { AccountOrder, TableMetric, ViewParts } from '../model.ts';
import { checkColumns, checkFilter, checkOrder, type QueryProblem } from './check-query.ts';

const MAX_NAME = 100;
const MAX_VIEW_BYTES = 16 * 1024;
export const BY_NAME: AccountOrder = { field: 'NAME', direction: 'ASC' };

/** Names that differ in case or in how their accents are written are one name to whoever reads them in a list. */
export const nameKeyOf = (name: string): string => name.normalize('NFC').toLowerCase();

/** What keeps a trimmed name from being a view's; null when it may be. */
export const illName = (name: string): string | null =>
  name.length < 1 || isLongerThan(name, MAX_NAME) || !isStorable(name)
    ? `A name has 1 to ${MAX_NAME} characters, none of them NUL.`
    : null;

/** The first thing that is wrong with a view; null when it can be shown. */
export function illView(view: ViewParts, metrics: readonly TableMetric[], today: Day): QueryProblem | null {
  const { filter, orderBy, columns } = view;
  if (Buffer.byteLength(JSON.stringify(writeView(view))) > MAX_VIEW_BYTES) {
    return { message: `As JSON, a view has at most ${MAX_VIEW_BYTES / 1024} KB.`, field: [] };
  }
  // PostgreSQL's jsonb takes it as little as text does.
  if (!isStorable(Object.values(filter).flatMap(textsIn).join(' '))) {
    return { message: 'The filter contains a character that cannot be stored.', field: ['filter'] };
  }
  const checked = checkFilter(filter, metrics, today);
  if (!checked.ok) return checked.error;
  const order = checkOrder(orderBy, metrics);
  return order.ok ? checkColumns(columns, metrics) : order.error;
}

/** The view as it is stored: without what was not given. */
export const writeView = ({ filter, orderBy, columns }: ViewParts): ViewParts =>
  JSON.parse(JSON.stringify({ filter, orderBy, columns }, (_, value) => (value === null ? undefined : value)));

/** A stored view; what an older version did not know is not there. */
export function readView(stored: unknown): ViewParts {
  const { filter = {}, orderBy = BY_NAME, columns = [] } = stored as Partial<ViewParts>;
  return { filter, orderBy, columns };
}

const textsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
};
