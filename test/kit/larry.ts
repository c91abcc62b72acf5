import { createAnthropicModel } from '../../src/platform/model/anthropic-model.ts';
import type { TestApp } from './app.ts';
import type { TestClient } from './client.ts';
import type { ModelStandIn } from './model-stand-in.ts';

// Asking Larry the way a client does.

// biome-ignore lint/suspicious/noExplicitAny: tests read answers the way a script would; expectations check their shape.
type Loose = any;

const USE = 'id tool input data from to freshness { state lastSyncedDay } truncated about { id label } code message';
export const TURN = `id number question state answer source restsOn { ${USE} } proposals { mutation input summary }
  unsupportedNumbers fallback failure createdAt finishedAt conversation { id title }`;
const ASK = `mutation ($input: AskLarryInput!) { askLarry(input: $input) { turn { ${TURN} } userErrors { code message field } } }`;
const NODE = `query ($id: ID!) { node(id: $id) { id ... on LarryTurn { ${TURN} } } }`;
const WATCH = `subscription ($id: ID!, $after: Int!) { larryTurnProgressed(turnId: $id, afterSequence: $after) {
  __typename sequence ... on LarryText { text } ... on LarryToolStarted { id tool input } ... on LarryToolFinished { use { ${USE} } }
  ... on LarryAnswered { turn { ${TURN} } } ... on LarryFailed { message turn { ${TURN} } } } }`;

/** The stand-in through the real SDK. */
export const modelAt = (standIn: ModelStandIn) =>
  createAnthropicModel({ apiKey: 'test-key', baseUrl: standIn.url, name: 'claude-test' });

export const tryToAsk = async (client: TestClient, question: string, conversationId?: string): Promise<Loose> =>
  (await client.ask(ASK, { input: { question, ...(conversationId && { conversationId }) } })).askLarry;

/** A turn as it is right after it was asked. */
export async function ask(client: TestClient, question: string, conversationId?: string): Promise<Loose> {
  const { turn, userErrors } = await tryToAsk(client, question, conversationId);
  if (userErrors.length > 0) throw new Error(JSON.stringify(userErrors));
  return turn;
}

export const readTurn = async (client: TestClient, id: string): Promise<Loose> => (await client.ask(NODE, { id })).node;

/** A turn as it ended. */
export async function answerTo(app: TestApp, client: TestClient, question: string, conversation?: string) {
  const { id } = await ask(client, question, conversation);
  await app.ports.queue.drain();
  return readTurn(client, id);
}

/** What is told of a turn, to the end of the subscription or until `done` says so. */
export const eventsOf = async (
  client: TestClient,
  id: string,
  after = 0,
  done: (event: Loose) => boolean = () => false,
): Promise<Loose[]> => {
  const seen = await client.watch<{ larryTurnProgressed: Loose }>(WATCH, { id, after }, (data) =>
    done(data.larryTurnProgressed),
  );
  return seen.map((data) => data.larryTurnProgressed);
};

export const kindsOf = (events: readonly Loose[]): string[] =>
  events.map(({ __typename }) => __typename.replace('Larry', ''));

/** What somebody who reads along has before them in the end. */
export const textOf = (events: readonly Loose[]): string =>
  events.reduce((text, { __typename, text: piece }) => {
    if (__typename === 'LarryTextWithdrawn') return '';
    return __typename === 'LarryText' ? text + piece : text;
  }, '');

/** Faults of a whole stream: numbers without gaps from the first, and one event at its end that ends it. */
export function faultsOf(events: readonly Loose[], after = 0): string[] {
  const faults = events.flatMap(({ sequence }, index) =>
    sequence === after + index + 1 ? [] : [`event ${index} has the number ${sequence}`],
  );
  const ends = events.flatMap(({ __typename }, index) => (/Answered|Failed/.test(__typename) ? [index] : []));
  return ends.length === 1 && ends[0] === events.length - 1
    ? faults
    : [...faults, `ends at ${ends} of ${events.length}`];
}
