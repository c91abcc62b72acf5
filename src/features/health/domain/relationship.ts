import { dayOfInstant, windowEnding } from '../../../lib/day.ts';
import type { Sentiment } from '../model.ts';
import { along, type FactsPillar, scored, unscored } from './facts-pillar.ts';

// Formulas and where they come from: docs/health.md, "Relationship".

const MS_PER_DAY = 86_400_000;
/** Days that an account may go without a touch. */
export const TOUCH_LIMIT_DAYS = 30;
/** As many touches as that limit asks for in the 90 days that are looked at. */
const TOUCHES_EXPECTED = 3;
const TOUCH_DAYS = 90;

const SINCE_TOUCH = [
  [7, 100],
  [TOUCH_LIMIT_DAYS, 50],
  [TOUCH_DAYS, 0],
] as const;
const SENTIMENT: Readonly<Record<Sentiment, { readonly value: number; readonly score: number }>> = {
  POSITIVE: { value: 1, score: 100 },
  NEUTRAL: { value: 0, score: 60 },
  NEGATIVE: { value: -1, score: 0 },
};

/** Whole days since somebody was in touch; the only way in which a score depends on the time of day. */
export const daysSinceTouch = (touchedAt: Date, now: Date): number =>
  Math.max(0, Math.floor((now.getTime() - touchedAt.getTime()) / MS_PER_DAY));

/** How near the company is to the account: how long ago they spoke, how often, and how it went. */
export const relationshipPillar: FactsPillar = (facts, sources, now) => {
  if (!sources.touches) return unscored('RELATIONSHIP', 'NO_SOURCE');
  const last = facts?.lastTouch;
  if (!last) return unscored('RELATIONSHIP', 'NOT_ENOUGH_DATA');
  const days = daysSinceTouch(last.at, now);
  return scored('RELATIONSHIP', 'SCORED', [
    {
      kind: 'DAYS_SINCE_TOUCH',
      value: days,
      comparison: TOUCH_LIMIT_DAYS,
      score: along(SINCE_TOUCH, days),
      share: 0.5,
    },
    {
      kind: 'TOUCHES',
      window: windowEnding(dayOfInstant(now.getTime()), TOUCH_DAYS),
      value: facts.recentTouches,
      comparison: TOUCHES_EXPECTED,
      score: 100 * Math.min(1, facts.recentTouches / TOUCHES_EXPECTED),
      share: 0.3,
    },
    last.sentiment && { kind: 'SENTIMENT', ...SENTIMENT[last.sentiment], comparison: null, share: 0.2 },
  ]);
};
