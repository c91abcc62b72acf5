import { readable } from '../../../lib/readable.ts';
import type { Pillar, PillarState } from '../model.ts';
import type { TrailInput, TrailPillar } from './trail.ts';

/** Counts add up over days; gauges do not. */
export type IsGauge = (metric: string) => boolean;

type Explained = Pick<TrailInput, 'kind' | 'metric' | 'value' | 'comparison' | 'score'>;

/** An input in a sentence, with units and the customer's own names. */
export function explainInput(input: Explained, isGauge: IsGauge): string {
  const { kind, metric, value, comparison, score } = input;
  const sentence = SENTENCES[kind];
  if (!sentence) return `${kind}: ${number(value)}`;
  const name = metric ?? '';
  return sentence({ name, value, comparison, score, isGauge: metric !== null && isGauge(metric) });
}

type Parts = {
  readonly name: string;
  readonly value: number | null;
  readonly comparison: number | null;
  readonly score: number;
  readonly isGauge: boolean;
};

const SENTENCES: Readonly<Record<string, (parts: Parts) => string>> = {
  LEVEL_PAST: ({ name, value, comparison, isGauge }) =>
    `${name}: ${amount(value, isGauge)} in the last 4 weeks, ${share(value, comparison, 'its usual')}`,
  LEVEL_PEERS: ({ name, value, comparison, score, isGauge }) =>
    `${name}: ${number(value)}${isGauge ? '' : ' in 4 weeks'} on average over the last half year, recent weeks counting more; ` +
    rank(score, comparison),
  BREADTH: ({ value, comparison }) => `${number(value)} of ${number(comparison)} metrics used in the last 4 weeks`,
  RECENCY: ({ value, comparison }) =>
    value === null
      ? 'never used'
      : `${lastUse(value)}; usually ${comparison !== null && comparison >= 1.5 ? `every ${number(comparison, 0)} days` : 'every day'}`,
  ACTIVE_DAYS_PEERS: ({ value, comparison, score }) =>
    `used on ${days(value)} a week on average over the last half year, recent weeks counting more; ${rank(score, comparison)}`,
  ACTIVE_DAYS_PAST: ({ value, comparison }) =>
    `used on ${days(value)} a week in the last 4 weeks, ${share(value, comparison, 'its usual')}`,
  GROWTH: ({ name, value, comparison, isGauge }) => `${name}: ${growth(value, comparison, isGauge)}`,
  DAYS_SINCE_TOUCH: ({ value, comparison }) =>
    `last contact ${value === 0 ? 'today' : `${days(value)} ago`}; after ${days(comparison)} it counts as seldom`,
  TOUCHES: ({ value, comparison }) =>
    `${number(value)} ${value === 1 ? 'contact' : 'contacts'} in 90 days, of ${number(comparison)} expected`,
  SENTIMENT: ({ value }) =>
    `the last contact went ${value === 1 ? 'well' : value === 0 ? 'neither well nor badly' : 'badly'}`,
  OPEN_TICKETS: ({ value }) => `${number(value)} open ${value === 1 ? 'ticket' : 'tickets'}`,
  URGENT_TICKETS: ({ value }) => `${number(value)} urgent ${value === 1 ? 'ticket' : 'tickets'}`,
  OLDEST_TICKET_HOURS: ({ value, comparison }) =>
    value === 0 ? 'no ticket waits' : `the oldest ticket waits ${number(value)} hours, ${number(comparison)} are good`,
  FIRST_RESPONSE_HOURS: ({ value, comparison }) =>
    `first answers take ${number(value)} hours, ${number(comparison)} are good`,
  SATISFACTION: ({ value, comparison }) => `${percent(value)} satisfied, ${percent(comparison)} is aimed at`,
  SUBSCRIPTION: ({ value }) =>
    `the subscription is ${['canceled', 'paused', 'on trial', 'active'][value ?? -1] ?? 'not known'}`,
  PAYMENT: ({ value }) => PAYMENTS[value ?? -1] ?? 'how payment stands is not known',
  OVERDUE_DAYS: ({ value }) => (value === 0 ? 'no invoice is overdue' : `an invoice is ${days(value)} overdue`),
  MRR: ({ value, comparison }) => `${number(value)} of recurring revenue a month, after ${number(comparison)}`,
};

const PAYMENTS = ['the last payment failed', 'a payment is overdue', 'a payment is open', 'everything due is paid'];

const STATES: Readonly<Record<Exclude<PillarState, 'SCORED'>, string>> = {
  NO_SOURCE: 'nothing of the kind was ever recorded in this workspace',
  STALE: 'the source stopped, so this stays as of the last good day',
  NOT_ENOUGH_DATA: 'too little is known of this account to tell',
};

const NAMES: Readonly<Record<Pillar, string>> = {
  ADOPTION: 'Adoption',
  ENGAGEMENT: 'Engagement',
  RELATIONSHIP: 'Relationship',
  SUPPORT: 'Support',
  FINANCIAL: 'Financial',
};

/** A pillar in a sentence: how it stands, and what takes most from it. */
export function explainPillar({ pillar, state, score, inputs }: TrailPillar, isGauge: IsGauge): string {
  const name = NAMES[pillar];
  if (score === null) return `${name}: ${state === 'SCORED' ? 'no score' : STATES[state]}.`;
  const frozen = state === 'STALE' ? ` (${STATES.STALE})` : '';
  const lost = (input: TrailInput) => input.share * (100 - input.score);
  const worst = inputs.reduce<TrailInput | null>((most, one) => (most && lost(most) >= lost(one) ? most : one), null);
  const reason = worst && lost(worst) >= 1 ? ` What takes most from it: ${explainInput(worst, isGauge)}.` : '';
  return `${name} is at ${Math.round(score)} of 100${frozen}.${reason}`;
}

/** Equals share the middle of their ranks, so it is no count of those who have less. */
const rank = (score: number, middle: number | null): string =>
  `rank ${Math.round(score)} of 100 among the accounts, the one in the middle has ${number(middle)}`;
const amount = (value: number | null, isGauge: boolean): string => `${number(value)}${isGauge ? ' on average' : ''}`;

function share(value: number | null, usual: number | null, what: string): string {
  if (value === null || usual === null) return 'with nothing to compare';
  return usual > 0 && value >= 0
    ? `${percent(value / usual)} of ${what} ${number(usual)}`
    : `after ${what} ${number(usual)}`;
}

function growth(value: number | null, before: number | null, isGauge: boolean): string {
  const now = `${amount(value, isGauge)} in the last 4 weeks`;
  if (value === null || before === null) return now;
  if (before === 0) return value === 0 ? 'nothing in the last 8 weeks' : `${now}, after nothing in the 4 before`;
  const change = (value - before) / Math.abs(before);
  const how =
    Math.abs(change) < 0.005 ? 'as many as' : `${percent(Math.abs(change))} ${change > 0 ? 'more' : 'less'} than`;
  return `${now}, ${how} in the 4 before (${number(before)})`;
}

const lastUse = (ago: number): string =>
  ago === 0 ? 'used on the last known day' : `last used ${days(ago)} before the last known day`;
const days = (count: number | null): string => `${number(count)} ${count === 1 ? 'day' : 'days'}`;
const percent = (value: number | null): string => `${number(value === null ? null : 100 * value, 0)} %`;

const number = (value: number | null, digits?: number): string =>
  value === null ? 'nothing' : readable(value, digits);
