const MS_PER_DAY = 86_400_000;

/**
 * Daily runs become due from 05:15 UTC on, one after the other over ten minutes, and batteries of processes have the real
 * time: in those minutes, and shortly before, they would meet runs they did not ask for.
 */
export function isAwayFromSpread(): boolean {
  const minutes = (Date.now() % MS_PER_DAY) / 60_000 - (5 * 60 + 15);
  return minutes < -10 || minutes > 10;
}

/** As the reason why such a battery is left out. */
export const AWAY_FROM_SPREAD = 'a time that is not from 05:05 to 05:25 UTC, when daily runs become due';
