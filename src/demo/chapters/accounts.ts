import { accepted, type UserError } from '../client.ts';
import type { Customer } from '../dataset.ts';
import { count, seconds } from '../figures.ts';
import type { Scene } from '../scene.ts';

const PER_CALL = 1000;

const UPSERT = `mutation ($accounts: [UpsertAccountInput!]!) {
  upsertAccounts(input: { accounts: $accounts }) { createdCount updatedCount userErrors { code message } }
}`;

type Upserted = {
  upsertAccounts: { createdCount: number; updatedCount: number; userErrors: UserError[] };
};

export const accountName = (customer: Customer): string => `Customer ${customer.customerId} (${customer.country})`;

/** The account list as a CRM would send it: a thousand at a time, the customers left out missing from it. */
export async function giveAccounts({ client, paper, timeline, leftOut }: Scene): Promise<void> {
  paper.chapter('Accounts');
  const listed = timeline.customers.filter((customer) => !leftOut.has(customer.customerId));
  const started = performance.now();
  let [created, updated, calls] = [0, 0, 0];
  for (let from = 0; from < listed.length; from += PER_CALL) {
    const told = await upsert(client, listed.slice(from, from + PER_CALL));
    created += told.createdCount;
    updated += told.updatedCount;
    calls++;
  }
  paper.say(
    `${count(created)} accounts created and ${count(updated)} updated by ${calls} calls of upsertAccounts ` +
      `in ${seconds(performance.now() - started)}.`,
  );
  paper.say(
    `${count(leftOut.size)} of the ${count(timeline.customers.length)} customers are left out on purpose: ` +
      'their usage will arrive and match no account.',
  );
}

export async function upsert(
  client: Scene['client'],
  customers: readonly Customer[],
): Promise<Upserted['upsertAccounts']> {
  const accounts = customers.map((customer) => ({
    externalCrmId: customer.customerId,
    name: accountName(customer),
    region: customer.country,
    attributes: { firstOrderOn: customer.firstOrderOn },
  }));
  return accepted((await client.ask<Upserted>(UPSERT, { accounts })).upsertAccounts);
}
