import type { SuggestShape } from '../shape.ts';
import { DATES } from './dates.ts';
import { EVENTS } from './events.ts';
import { FLAT } from './flat.ts';
import { IN_HOUSE } from './in-house.ts';
import { LONG } from './long.ts';
import { MAPS } from './maps.ts';
import { NESTED } from './nested.ts';
import { PARALLEL } from './parallel.ts';
import { PARENTS } from './parents.ts';
import { SINGLE } from './single.ts';
import { TABLES } from './tables.ts';
import { TRAPS } from './traps.ts';

/** What the engine is developed against. */
export const DEV: readonly SuggestShape[] = [
  ...[FLAT, NESTED, PARENTS, MAPS, PARALLEL, TABLES].flat(),
  ...[LONG, EVENTS, DATES, SINGLE, TRAPS, IN_HOUSE].flat(),
];
