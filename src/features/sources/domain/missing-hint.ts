import { fieldWhere, isObject } from './recipe.ts';

/** Where a field may stand that a row does not have: further down, where the row holds rows itself, or on its parent. */
export function missingHint(source: unknown): string {
  if (Array.isArray(source)) return 'The row is a list: its columns are [0], [1] and so on.';
  const list = isObject(source) ? fieldWhere(source, isRows) : null;
  if (list !== null) return `The row holds a list: for a row of each of its elements add [].${list}[] to rows_path.`;
  return `What stands on the parent is carried down by rows_path, as in ${PARENT_RECIPE}`;
}

/** `$` would not do: within a row it is the row. */
export const PARENT_RECIPE = 'parents[*].[let $id = id in rows[*].{id: $id, row: @}][][]';

const isRows = (value: unknown): boolean => Array.isArray(value) && isObject(value[0]);
