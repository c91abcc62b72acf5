import { ANCESTOR_SHAPES } from './ancestors.ts';
import { CONVENTION_SHAPES } from './conventions.ts';
import { DATE_SHAPES } from './dates.ts';
import { ENVELOPE_SHAPES } from './envelopes.ts';
import { EVENT_SHAPES } from './events.ts';
import { LIST_SHAPES } from './lists.ts';
import { MAP_SHAPES } from './maps.ts';
import { PARENT_SHAPES } from './parents.ts';
import { RECORD_SHAPES } from './records.ts';
import { REPORT_SHAPES } from './reports.ts';
import { ROW_SHAPES } from './rows.ts';
import { SERIES_SHAPES } from './series.ts';
import type { Shape } from './shape.ts';
import { SINGLE_SHAPES } from './singles.ts';
import { TABLE_SHAPES } from './tables.ts';

export const ALL_SHAPES: readonly Shape[] = [
  ...ROW_SHAPES,
  ...PARENT_SHAPES,
  ...ANCESTOR_SHAPES,
  ...TABLE_SHAPES,
  ...REPORT_SHAPES,
  ...RECORD_SHAPES,
  ...MAP_SHAPES,
  ...SERIES_SHAPES,
  ...LIST_SHAPES,
  ...ENVELOPE_SHAPES,
  ...CONVENTION_SHAPES,
  ...SINGLE_SHAPES,
  ...EVENT_SHAPES,
  ...DATE_SHAPES,
];
