import { type Day, dayOfInstant } from '../lib/day.ts';

/** The only way the product learns what time it is; tests hold it still. */
export type Clock = { readonly now: () => Date };

export const systemClock: Clock = { now: () => new Date() };

/** The last full UTC day. Windows end here: today is partial and would read as a fall. */
export const yesterday = (clock: Clock): Day => dayOfInstant(clock.now().getTime() - 86_400_000);
