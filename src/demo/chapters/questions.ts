import { accepted, type UserError } from '../client.ts';
import type { Facts } from '../facts.ts';
import type { Scene } from '../scene.ts';

const ASK = `mutation ($question: String!) {
  askLarry(input: { question: $question }) { turn { id } userErrors { code message } }
}`;

const FOLLOW = `subscription ($turnId: ID!) {
  larryTurnProgressed(turnId: $turnId) {
    __typename
    ... on LarryToolFinished { use { tool } }
    ... on LarryAnswered { turn { answer source unsupportedNumbers restsOn { id tool data } } }
    ... on LarryFailed { message }
  }
}`;

type Use = { readonly id: string; readonly tool: string; readonly data: Record<string, unknown> | null };
type Turn = { answer: string; source: string; unsupportedNumbers: string[]; restsOn: Use[] };
type Event = { larryTurnProgressed: { __typename: string; message?: string; turn?: Turn } };

type About = { readonly best: { readonly externalCrmId: string; readonly name: string }; readonly worst: string };

/** Three questions in plain words, each answered from what the tools found; the figures are held to the CSV's. */
export async function askQuestions(scene: Scene, { best, worst }: About, facts: Facts): Promise<void> {
  scene.paper.chapter('Three questions for Larry');
  const usage = await ask(scene, `How is ${best.name} using the product?`);
  const found = usage.restsOn.find(({ tool }) => tool === 'get_account_usage')?.data as
    | { metrics: { name: string; total: number | null }[] }
    | undefined;
  const revenue = found?.metrics.find(({ name }) => name === 'revenue')?.total ?? Number.NaN;
  const { lately } = facts.of(best.externalCrmId);
  scene.checks.equal(`revenue of ${best.name} in the answer`, revenue, lately.revenuePence / 100);
  await ask(scene, 'Which five accounts dropped most?');
  await ask(scene, `Why does ${worst} have that score?`);
}

async function ask({ client, paper, checks, signal }: Scene, question: string): Promise<Turn> {
  const asked = await client.ask<{ askLarry: { turn: { id: string } | null; userErrors: UserError[] } }>(ASK, {
    question,
  });
  const { turn } = accepted(asked.askLarry);
  if (!turn) throw new Error('askLarry answered without a turn.');
  paper.say('');
  paper.say(`"${question}"`);
  for await (const { larryTurnProgressed: event } of client.watch<Event>(FOLLOW, { turnId: turn.id }, signal)) {
    if (event.__typename === 'LarryFailed') throw new Error(`Larry did not answer: ${event.message}`);
    if (event.__typename !== 'LarryAnswered' || !event.turn) continue;
    for (const line of event.turn.answer.split('\n')) paper.say(line);
    checks.equal(`figures of "${question}" that stand in no look-up`, event.turn.unsupportedNumbers.length, 0);
    checks.equal(`look-ups that "${question}" rests on`, event.turn.restsOn.length > 0 ? 1 : 0, 1);
    return event.turn;
  }
  throw new Error('Larry’s answer ended before it came.');
}
