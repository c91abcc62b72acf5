import { dayOfInstant, mustEpochDay } from '../../../lib/day.ts';
import { along, type FactsPillar, scored, unscored, type Weighed } from './facts-pillar.ts';

// Formulas and where they come from: docs/health.md, "Support".

/** A snapshot says how things stand for this long. */
export const SUPPORT_GOOD_DAYS = 30;

const OPEN_TICKETS = [
  [0, 100],
  [10, 0],
] as const;
const URGENT_TICKETS = [
  [0, 100],
  [1, 40],
  [3, 0],
] as const;
/** From one day to two weeks. */
const OLDEST_HOURS = [
  [24, 100],
  [336, 0],
] as const;
const FIRST_RESPONSE_HOURS = [
  [4, 100],
  [48, 0],
] as const;
const SATISFACTION = [
  [0.5, 0],
  [0.9, 100],
] as const;

/** How the account's support stands: what is open and how urgent, how long it waits, and how content they are. */
export const supportPillar: FactsPillar = (facts, sources, now) => {
  if (!sources.support) return unscored('SUPPORT', 'NO_SOURCE');
  const support = facts?.support;
  if (!support) return unscored('SUPPORT', 'NOT_ENOUGH_DATA');
  const age = mustEpochDay(dayOfInstant(now.getTime())) - mustEpochDay(support.day);
  const { openTickets, urgentTickets, firstResponseHours, satisfactionRate } = support;
  // Where nothing is open nothing waits, which is as good as it can be: else a first ticket, young, could raise the score.
  const oldest = openTickets === 0 ? 0 : support.oldestTicketHours;
  return scored('SUPPORT', age > SUPPORT_GOOD_DAYS ? 'STALE' : 'SCORED', [
    measured('OPEN_TICKETS', openTickets, 0, OPEN_TICKETS, 0.25),
    measured('URGENT_TICKETS', urgentTickets, 0, URGENT_TICKETS, 0.25),
    measured('OLDEST_TICKET_HOURS', oldest, 24, OLDEST_HOURS, 0.15),
    measured('FIRST_RESPONSE_HOURS', firstResponseHours, 4, FIRST_RESPONSE_HOURS, 0.15),
    measured('SATISFACTION', satisfactionRate, 0.9, SATISFACTION, 0.2),
  ]);
};

const measured = (
  kind: string,
  value: number | null,
  comparison: number,
  points: Parameters<typeof along>[0],
  share: number,
): Weighed | null => (value === null ? null : { kind, value, comparison, score: along(points, value), share });
