import { giveAccounts } from './chapters/accounts.ts';
import { connect } from './chapters/connect.ts';
import { previewMapping } from './chapters/preview.ts';
import { backfill, syncNow } from './chapters/sync.ts';
import { compareTotals } from './chapters/totals.ts';
import { tellUnmatched } from './chapters/unmatched.ts';
import { tellBest, tellOne } from './chapters/usage.ts';
import { count } from './figures.ts';
import type { Scene } from './scene.ts';

/** Drives the public API as a client would, from the account list to a synchronisation; throws when figures disagree. */
export async function tellStory(scene: Scene): Promise<void> {
  await giveAccounts(scene);
  const customApiId = await connect(scene);
  await previewMapping(scene);
  const window = await backfill(scene, customApiId);
  const accounts = await compareTotals(scene, window);
  const best = await tellBest(scene, window, accounts);
  await tellOne(scene, best, window);
  await tellUnmatched(scene, window, new Set(accounts.map((account) => account.externalCrmId)));
  await syncNow(scene, customApiId);

  const differences = scene.checks.differences();
  if (differences.length > 0)
    throw new Error(`What the API says is not what the CSV says.\n  ${differences.join('\n  ')}`);
  scene.paper.say('');
  scene.paper.say(`All ${count(scene.checks.made())} comparisons with the CSV are equal.`);
}
