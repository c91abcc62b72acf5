import type { DayWindow } from '../../lib/day.ts';
import { accepted, type UserError } from '../client.ts';
import { type Customer, sum } from '../dataset.ts';
import { decimals, MISSING } from '../figures.ts';
import type { Scene } from '../scene.ts';
import { upsert } from './accounts.ts';
import { askUsage } from './usage.ts';

const LINK = `mutation ($externalId: String!, $externalCrmId: String!) {
  linkExternalAccount(input: { externalId: $externalId, externalCrmId: $externalCrmId }) { userErrors { code message } }
}`;
const UNLINK = `mutation ($externalId: String!) {
  unlinkExternalAccount(input: { externalId: $externalId }) { userErrors { code message } }
}`;

export type Suggestion = {
  readonly account: { readonly externalCrmId: string };
  readonly reason: string;
  readonly confidence: number;
};

/** Gives a customer an account under an id that a CRM would write otherwise, takes the hint, and takes it back. */
export async function tellLink(
  scene: Scene,
  window: DayWindow,
  customer: Customer,
  suggestionsOf: (externalId: string) => Promise<readonly Suggestion[]>,
): Promise<void> {
  const { client, paper, timeline, checks } = scene;
  const { customerId } = customer;
  const externalCrmId = `CRM-${customerId}`;
  await upsert(client, [{ ...customer, customerId: externalCrmId }]);
  const [suggestion] = await suggestionsOf(customerId);
  const suggested = suggestion?.account.externalCrmId ?? MISSING;
  const revenue = async () => (await askUsage(scene, externalCrmId, window, ['revenue'])).metrics[0]?.total ?? 0;

  type Linked = { linkExternalAccount: { userErrors: UserError[] } };
  accepted((await client.ask<Linked>(LINK, { externalId: customerId, externalCrmId: suggested })).linkExternalAccount);
  const linked = await revenue();
  const rows = timeline.rowsOf(window).filter((row) => row.customerId === customerId);
  const expected = sum(rows).revenuePence / 100;
  const same = checks.equal(`revenue of ${externalCrmId}`, linked, expected);
  type Unlinked = { unlinkExternalAccount: { userErrors: UserError[] } };
  accepted((await client.ask<Unlinked>(UNLINK, { externalId: customerId })).unlinkExternalAccount);
  // So that the next telling finds what the CSV says: accounts by their own ids alone.
  checks.equal(`revenue of ${externalCrmId} once unlinked`, await revenue(), 0);

  paper.say('');
  paper.say(`Another, ${customerId}, has an account that the CRM writes otherwise. Linking them, and back:`);
  paper.facts([
    [
      'suggested',
      `${suggested}, ${suggestion?.reason ?? MISSING}, confidence ${decimals(suggestion?.confidence ?? null)}`,
    ],
    ['linked', `${decimals(linked)} of revenue at once (CSV: ${decimals(expected)}, ${same})`],
    ['unlinked', 'unmatched again; example 9 of the explorer shows the suggestion'],
  ]);
}
