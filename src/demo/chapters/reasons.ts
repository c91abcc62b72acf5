import type { Facts } from '../facts.ts';
import { count, MISSING, percent } from '../figures.ts';
import type { Scene } from '../scene.ts';
import type { ScoredAccount } from './health.ts';

const WHY = `query ($id: String!) {
  healthScore(externalCrmId: $id) {
    score band
    pillars {
      pillar state weight appliedWeight score
      inputs { kind metric value points explanation }
    }
  }
}`;

type Input = {
  readonly kind: string;
  readonly metric: string | null;
  readonly value: number | null;
  readonly points: number;
  readonly explanation: string;
};
type Why = {
  healthScore: {
    score: number | null;
    band: string | null;
    pillars: {
      pillar: string;
      state: string;
      weight: number;
      appliedWeight: number;
      score: number | null;
      inputs: Input[];
    }[];
  } | null;
};

/** How many reasons are printed; there are some for each metric. */
const SHOWN = 8;

/** A score, taken apart down to what it was made of. */
export async function tellReasons(scene: Scene, { externalCrmId, name }: ScoredAccount, facts: Facts): Promise<void> {
  const { client, paper, checks } = scene;
  const { healthScore } = await client.ask<Why>(WHY, { id: externalCrmId });
  if (!healthScore) throw new Error(`The API has no account ${externalCrmId}.`);
  const { score, band, pillars } = healthScore;
  paper.chapter(`Why ${name} has ${count(score)} points`);
  const inputs = pillars.flatMap((pillar) => pillar.inputs);
  const points = inputs.reduce((sum, input) => sum + input.points, 0);
  const word = checks.equal('points of the reasons', points, score ?? 0);
  const { lately, before } = facts.of(externalCrmId);
  const fall = before.orders === 0 ? null : (lately.orders - before.orders) / before.orders;
  paper.say(
    `${band ?? 'No band'}. The CSV: ${count(lately.orders)} orders in the last 30 days, ${count(before.orders)} in the 30 before ` +
      `(${percent(fall)}), the last one ${count(facts.silence(externalCrmId))} days before the end. The points of all ` +
      `${count(inputs.length)} inputs add up to the score: ${word}.`,
  );
  paper.say('');
  paper.table(
    [
      { head: 'pillar' },
      { head: 'state' },
      { head: 'weight', align: 'right' },
      { head: 'applied', align: 'right' },
      { head: 'of 100', align: 'right' },
    ],
    pillars.map((one) => [
      one.pillar.toLowerCase(),
      one.state.toLowerCase().replaceAll('_', ' '),
      count(one.weight),
      one.appliedWeight.toFixed(1),
      one.score === null ? MISSING : one.score.toFixed(0),
    ]),
  );
  paper.say('');
  paper.say(`Of the ${count(inputs.length)} inputs those that were given least, in the API's own words:`);
  for (const { points: given, explanation } of inputs.toSorted((a, b) => a.points - b.points).slice(0, SHOWN)) {
    paper.say(`+${given.toFixed(1)}  ${explanation}`);
  }
}
