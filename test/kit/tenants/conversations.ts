import type { TestApp } from '../app.ts';
import type { TestClient } from '../client.ts';

const ASK = `mutation ($input: AskLarryInput!) { askLarry(input: $input) {
  turn { id conversation { id } } userErrors { message } } }`;
const LIST = '{ conversations(first: 1) { edges { cursor node { turns(first: 1) { nodes { state } } } } } }';

/** A conversation that bears the name, with a question that is answered. */
export async function giveConversation(app: TestApp, asker: TestClient, name: string) {
  const { askLarry } = await asker.ask(ASK, { input: { question: `${name}: is the data fresh?` } });
  if (askLarry.userErrors.length > 0) throw new Error(JSON.stringify(askLarry));
  await app.ports.queue.drain();
  const [{ cursor, node }] = (await asker.ask(LIST)).conversations.edges;
  if (node.turns.nodes[0]?.state !== 'ANSWERED') throw new Error(JSON.stringify(node));
  return {
    ids: { Conversation: askLarry.turn.conversation.id as string, LarryTurn: askLarry.turn.id as string },
    cursor: cursor as string,
  };
}
