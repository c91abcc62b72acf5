import type { SuggestShape } from '../shape.ts';
import { LAYOUTS } from './layouts.ts';
import { LISTS } from './lists.ts';
import { OTHERS } from './others.ts';
import { RECORDS } from './records.ts';

/** What the engine has never been tried on while it was built. */
export const HELD_OUT: readonly SuggestShape[] = [...LISTS, ...LAYOUTS, ...RECORDS, ...OTHERS];
