import { newId } from '../../lib/ids.ts';
import { ok } from '../../lib/result.ts';
import type { Ctx } from '../kit/ctx.ts';
import { type Outcome, refuse } from '../kit/refusal.ts';
import { mayAsk } from './asker.ts';
import { problemWithQuestion, titleOf } from './domain/question.ts';
import { turnJob } from './jobs.ts';
import type { Conversation, Turn } from './model.ts';
import {
  countTurns,
  insertConversation,
  insertTurn,
  lockAsker,
  lockConversation,
  selectOpenTurns,
  selectTurns,
  touchConversation,
} from './store/index.ts';

export type AskLarryCode = 'FORBIDDEN' | 'INVALID_INPUT' | 'NOT_FOUND' | 'TOO_MANY_TURNS';

export type AskLarryInput = {
  readonly question: string;
  /** Null begins a conversation. */
  readonly conversationId: string | null;
};

/** Each may take a worker two minutes. */
const MOST_OPEN = 3;
/** Of one conversation, whose turns a worker never reads all of. */
const MOST_TURNS = 500;

/** Asks a question. A worker answers it; `watchTurn` tells of it on the way. */
export async function askLarry(
  ctx: Ctx,
  { question, conversationId }: AskLarryInput,
): Promise<Outcome<Turn, AskLarryCode>> {
  const may = mayAsk(ctx);
  if (!may.ok) return may;
  const problem = problemWithQuestion(question);
  if (problem !== null) return refuse('INVALID_INPUT', problem, ['input', 'question']);
  const { asker } = may;
  const { workspaceId } = asker;
  const createdAt = ctx.clock.now();

  const asked = await ctx.db.orm.transaction(async (tx): Promise<Outcome<Turn, AskLarryCode>> => {
    await lockAsker(tx, asker);
    const known = conversationId === null ? null : await lockConversation(tx, asker, conversationId);
    if (conversationId !== null && !known)
      return refuse('NOT_FOUND', 'This key has no such conversation.', ['input', 'conversationId']);
    const open = await selectOpenTurns(tx, asker);
    if (open.length >= MOST_OPEN)
      return refuse(
        'TOO_MANY_TURNS',
        `${MOST_OPEN} questions of this key wait for answers: let one be answered first.`,
      );
    if (known && open.some((turn) => turn.conversationId === known.id))
      return refuse(
        'TOO_MANY_TURNS',
        'The question before is still being answered: what this one means may rest on it.',
      );
    const number = (known ? await countTurns(tx, workspaceId, known.id) : 0) + 1;
    if (number > MOST_TURNS)
      return refuse('TOO_MANY_TURNS', `A conversation has at most ${MOST_TURNS} questions: begin another.`);
    const conversation: Conversation = known ?? {
      id: newId('conversation', createdAt),
      title: titleOf(question),
      createdAt,
      lastTurnAt: createdAt,
    };
    if (known) await touchConversation(tx, workspaceId, known.id, createdAt);
    else await insertConversation(tx, asker, conversation);
    const id = newId('turn', createdAt);
    await insertTurn(tx, asker, { id, conversationId: conversation.id, number, question, createdAt });
    const [turn] = await selectTurns(tx, asker, [id]);
    if (!turn) throw new Error('a turn that was just written is not there');
    return ok(turn);
  });
  if (asked.ok) await handOver(ctx, asked.value);
  return asked;
}

async function handOver(ctx: Ctx, { id }: Turn): Promise<void> {
  const { workspace } = ctx.actor;
  try {
    await ctx.queue.enqueue(turnJob, { workspace, turn: id });
  } catch (error) {
    ctx.log.warn({ workspace, turn: id, error: String(error) }, 'a question could not be enqueued; the next look will');
  }
}
