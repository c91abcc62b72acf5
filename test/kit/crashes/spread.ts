import { until } from './cast.ts';

const MS_PER_DAY = 86_400_000;

/**
 * Daily runs become due from 05:15 UTC on, one after the other over ten minutes, and batteries of processes have the real
 * time: one that would meet those minutes waits until they are over.
 */
export async function spreadIsOver(): Promise<void> {
  await until(
    'the ten minutes after 05:15 UTC to be over',
    () => {
      const minutes = (Date.now() % MS_PER_DAY) / 60_000 - (5 * 60 + 15);
      return minutes < -10 || minutes > 10 || `it is ${new Date().toISOString()}`;
    },
    25 * 60_000,
  );
}
