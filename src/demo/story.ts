import { giveAccounts } from './chapters/accounts.ts';
import { connect } from './chapters/connect.ts';
import { tellHealth } from './chapters/health.ts';
import { tellModel } from './chapters/model.ts';
import { fetchPast } from './chapters/past.ts';
import { previewMapping } from './chapters/preview.ts';
import { askQuestions } from './chapters/questions.ts';
import { tellReasons } from './chapters/reasons.ts';
import { tellSignals } from './chapters/signals.ts';
import { suggestMapping } from './chapters/suggest.ts';
import { backfill, syncNow } from './chapters/sync.ts';
import { tellTab } from './chapters/tab.ts';
import { tellTable } from './chapters/table.ts';
import { compareTotals } from './chapters/totals.ts';
import { tellUnmatched } from './chapters/unmatched.ts';
import { tellBest, tellOne } from './chapters/usage.ts';
import { factsOf } from './facts.ts';
import { count } from './figures.ts';
import type { Scene } from './scene.ts';

/** Drives the public API as a client would, from the account list to its signals; throws when figures disagree. */
export async function tellStory(scene: Scene): Promise<void> {
  await giveAccounts(scene);
  const customApiId = await connect(scene);
  const mapping = await suggestMapping(scene);
  await previewMapping(scene, mapping);
  const window = await backfill(scene, customApiId, mapping);
  const accounts = await compareTotals(scene, window);
  const best = await tellBest(scene, window, accounts);
  const account = (id: string) => ({
    externalCrmId: id,
    name: accounts.find((one) => one.externalCrmId === id)?.name ?? id,
  });
  await tellOne(scene, best, window);
  await tellUnmatched(scene, window, new Set(accounts.map((account) => account.externalCrmId)));
  await syncNow(scene, customApiId);
  const facts = factsOf(scene.timeline, await fetchPast(scene, customApiId, window));
  await tellTab(scene, best, window);
  const worst = await tellHealth(scene, facts);
  await tellReasons(scene, worst, facts);
  await tellSignals(scene);
  await tellTable(scene, facts);
  await tellModel(scene);
  await askQuestions(scene, { best: account(best), worst: worst.name }, facts);

  const differences = scene.checks.differences();
  if (differences.length > 0)
    throw new Error(`What the API says is not what the CSV says.\n  ${differences.join('\n  ')}`);
  scene.paper.say('');
  scene.paper.say(`All ${count(scene.checks.made())} comparisons with the CSV are equal.`);
}
