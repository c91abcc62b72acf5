export type { Day } from '../../lib/day.ts';
export type { AccountFacts, FactSources, ScoreStanding } from '../health/index.ts';
export type { UsageProfile } from '../usage/index.ts';
