import type { TestClient } from '../client.ts';
import { giveAccounts } from '../connected-workspace.ts';

const DAY = '2026-03-01';

/** Facts, a model and a backtest of a tenant's, bearing its name. Returns ids by type. */
export async function giveHealth(admin: TestClient, name: string): Promise<Record<string, string>> {
  const change = async (mutation: string, input: object, fields = '') => {
    const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
    const { [mutation]: payload } = await admin.ask(
      `mutation ($input: ${type}!) { ${mutation}(input: $input) { ${fields} userErrors { code message } } }`,
      { input },
    );
    if (payload.userErrors.length > 0) throw new Error(JSON.stringify(payload.userErrors));
    return payload;
  };
  const gone = [1, 2, 3, 4, 5].map((number) => ({ externalCrmId: `${name}-gone-${number}` }));
  await giveAccounts(admin, gone);
  const externalCrmId = `${name}-1`;
  await change('recordRelationshipTouch', {
    touches: [{ externalCrmId, externalId: `${name} touch`, touchedAt: `${DAY}T10:00:00Z`, kind: 'CALL' }],
  });
  await change('recordSupportSnapshot', { snapshots: [{ externalCrmId, day: DAY, openTickets: name.length }] });
  await change('recordBillingSnapshot', {
    snapshots: [{ externalCrmId, day: DAY, mrr: name.length, subscription: 'ACTIVE', payment: 'PAID' }],
  });
  await change('recordChurn', { churns: gone.map((of) => ({ ...of, churnedOn: DAY, reason: name })) });
  await change('updateHealthModel', { model: { segments: [{ name, when: { plan: name } }] } });
  const { backtest } = await change('backtestHealthModel', { from: DAY, to: DAY }, 'backtest { id }');
  return { HealthBacktest: backtest.id };
}
