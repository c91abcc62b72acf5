import type { TestClient } from './client.ts';

const LINK = `mutation ($input: LinkExternalAccountInput!) { linkExternalAccount(input: $input) {
  account { externalCrmId } previousAccount { externalCrmId }
  externalAccount { externalId linkedAt firstSeenOn lastSeenOn rowCount account { externalCrmId } }
  userErrors { code message field } } }`;
const UNLINK = `mutation ($input: UnlinkExternalAccountInput!) { unlinkExternalAccount(input: $input) {
  previousAccount { externalCrmId }
  externalAccount { externalId linkedAt firstSeenOn lastSeenOn rowCount account { externalCrmId } }
  userErrors { code message field } } }`;

/** The payload of each, refused or not. */
export const linkExternalAccount = async (client: TestClient, input: object) =>
  (await client.ask(LINK, { input })).linkExternalAccount;
export const unlinkExternalAccount = async (client: TestClient, input: object) =>
  (await client.ask(UNLINK, { input })).unlinkExternalAccount;

/** Both for a case that must not be refused. */
export async function link(client: TestClient, externalId: string, externalCrmId: string) {
  return succeeded(await linkExternalAccount(client, { externalId, externalCrmId }));
}
export async function unlink(client: TestClient, externalId: string) {
  return succeeded(await unlinkExternalAccount(client, { externalId }));
}

function succeeded<T extends { userErrors: readonly object[] }>(payload: T): T {
  if (payload.userErrors.length > 0) throw new Error(`refused: ${JSON.stringify(payload.userErrors, null, 2)}`);
  return payload;
}
