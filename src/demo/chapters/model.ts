import { accepted, type UserError } from '../client.ts';
import { count, decimals } from '../figures.ts';
import type { Scene } from '../scene.ts';

/** Of what only usage is known here: how lately and how often counts for all of it, how much for nothing. */
const WEIGHTS = { adoption: 10, engagement: 45 };
const SHOWN = 5;

const PREVIEW = `mutation ($model: HealthModelInput!) {
  previewHealthModel(input: { model: $model }) {
    preview {
      scoredCount bandChangeCount meanChange
      bands { band before after }
      largestMovers { account { name } scoreBefore scoreAfter bandBefore bandAfter pillar }
    }
    userErrors { code message }
  }
}`;

type Previewed = {
  previewHealthModel: {
    preview: {
      scoredCount: number;
      bandChangeCount: number;
      meanChange: number | null;
      bands: { band: string | null; before: number; after: number }[];
      largestMovers: {
        account: { name: string };
        scoreBefore: number;
        scoreAfter: number;
        bandBefore: string;
        bandAfter: string;
        pillar: string;
      }[];
    } | null;
    userErrors: UserError[];
  };
};

/** What another model would do, before anybody saves it. */
export async function tellModel({ client, paper }: Scene): Promise<void> {
  paper.chapter('Another model, tried');
  const { preview } = accepted(
    (await client.ask<Previewed>(PREVIEW, { model: { weights: WEIGHTS } })).previewHealthModel,
  );
  if (!preview) throw new Error('previewHealthModel answered without a preview.');
  paper.say(
    `previewHealthModel with ${WEIGHTS.adoption} % adoption and ${WEIGHTS.engagement} % engagement, instead of 30 % and 25 %. ` +
      `${count(preview.bandChangeCount)} of ${count(preview.scoredCount)} accounts would change band; ` +
      `the mean score by ${decimals(preview.meanChange)} points. Nothing is saved.`,
  );
  paper.say('');
  paper.table(
    [{ head: 'band' }, { head: 'now', align: 'right' }, { head: 'then', align: 'right' }],
    preview.bands.map(({ band, before, after }) => [band ?? 'no score', count(before), count(after)]),
  );
  paper.say('');
  paper.table(
    [
      { head: 'moves most', width: 31 },
      { head: 'now', align: 'right' },
      { head: 'then', align: 'right' },
      { head: 'band' },
      { head: 'because of' },
    ],
    preview.largestMovers
      .slice(0, SHOWN)
      .map((one) => [
        one.account.name,
        count(one.scoreBefore),
        count(one.scoreAfter),
        one.bandBefore === one.bandAfter ? one.bandAfter : `${one.bandBefore} to ${one.bandAfter}`,
        one.pillar.toLowerCase(),
      ]),
  );
}
