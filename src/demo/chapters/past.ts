import { addDays, type DayWindow } from '../../lib/day.ts';
import { accepted, type UserError } from '../client.ts';
import type { Scene } from '../scene.ts';
import { follow, tellRun } from './sync.ts';

/** The longest range that one call may ask for. */
const MOST_DAYS = 400;

const BACKFILL = `mutation ($from: Date!, $to: Date!) {
  backfillUsage(input: { from: $from, to: $to }) { syncRun { id from to } userErrors { code message } }
}`;

type Started = {
  backfillUsage: { syncRun: (DayWindow & { id: string }) | null; userErrors: UserError[] };
};

/** Fetches what lies before the first backfill: scores hold an account against its own past. */
export async function fetchPast(scene: Scene, customApiId: string, stored: DayWindow): Promise<DayWindow> {
  const { client, paper, timeline } = scene;
  paper.chapter('The year before');
  const to = addDays(stored.from, -1);
  const first = timeline.customers.reduce((day, one) => (one.firstOrderOn < day ? one.firstOrderOn : day), to);
  const earliest = addDays(to, 1 - MOST_DAYS);
  const window = { from: first < earliest ? earliest : first, to };
  const { syncRun } = accepted((await client.ask<Started>(BACKFILL, window)).backfillUsage);
  if (!syncRun) throw new Error('backfillUsage answered without a run.');
  paper.say(`backfillUsage fetches the days before as well, ${syncRun.from} to ${syncRun.to}, 30 at a time:`);
  tellRun(scene, await follow(scene, customApiId, syncRun.id));
  return { from: window.from, to: stored.to };
}
