import type { SuggestShape } from '../shape.ts';
import { DATES } from './dates.ts';
import { EVENTS } from './events.ts';
import { FLAT } from './flat.ts';
import { IN_HOUSE } from './in-house.ts';
import { LONG } from './long.ts';
import { MAPS } from './maps.ts';
import { MORE_DATES } from './more-dates.ts';
import { MORE_EVENTS } from './more-events.ts';
import { MORE_FLAT } from './more-flat.ts';
import { MORE_IN_HOUSE } from './more-in-house.ts';
import { MORE_LONG } from './more-long.ts';
import { MORE_MAPS } from './more-maps.ts';
import { MORE_PARALLEL } from './more-parallel.ts';
import { MORE_PARENTS } from './more-parents.ts';
import { MORE_SINGLE } from './more-single.ts';
import { MORE_TABLES } from './more-tables.ts';
import { MORE_TRAPS } from './more-traps.ts';
import { NESTED } from './nested.ts';
import { PARALLEL } from './parallel.ts';
import { PARENTS } from './parents.ts';
import { SINGLE } from './single.ts';
import { TABLES } from './tables.ts';
import { THIRD_ANALYTICS } from './third-analytics.ts';
import { THIRD_BILLING } from './third-billing.ts';
import { THIRD_COMMS } from './third-comms.ts';
import { THIRD_IN_HOUSE } from './third-in-house.ts';
import { THIRD_INFRA } from './third-infra.ts';
import { THIRD_SAAS } from './third-saas.ts';
import { THIRD_TABLES } from './third-tables.ts';
import { THIRD_TEAMS } from './third-teams.ts';
import { TRAPS } from './traps.ts';

/** What the engine is developed against. */
export const DEV: readonly SuggestShape[] = [
  ...[FLAT, NESTED, PARENTS, MAPS, PARALLEL, TABLES].flat(),
  ...[LONG, EVENTS, DATES, SINGLE, TRAPS, IN_HOUSE].flat(),
];

/** Developed against as well, and harder: most of them name no account that is known, and a field rarely says what it is. */
export const DEV_MORE: readonly SuggestShape[] = [
  ...[MORE_MAPS, MORE_PARALLEL, MORE_TABLES, MORE_LONG, MORE_EVENTS].flat(),
  ...[MORE_DATES, MORE_PARENTS, MORE_SINGLE, MORE_TRAPS, MORE_IN_HOUSE].flat(),
  ...MORE_FLAT,
];

/** Developed against as well: what customers would connect, of other products than above, and what their own frameworks answer. */
export const DEV_THIRD: readonly SuggestShape[] = [
  ...[THIRD_BILLING, THIRD_ANALYTICS, THIRD_TABLES, THIRD_INFRA].flat(),
  ...[THIRD_COMMS, THIRD_SAAS, THIRD_IN_HOUSE, THIRD_TEAMS].flat(),
];
