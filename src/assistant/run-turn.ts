import { type TurnTask, workOnTurn } from '../features/conversations/index.ts';
import { type Actor, systemActor } from '../features/kit/actor.ts';
import { ctxFor, type Ports } from '../features/kit/ctx.ts';
import { findKeyActor } from '../features/workspaces/index.ts';
import { answerWithModel } from './answer-with-model.ts';
import { answerByTemplate } from './router/answer-by-template.ts';
import { type Emit, readResult } from './turn.ts';

const REVOKED = { state: 'FAILED', failure: 'The API key that asked does not work any more.' } as const;

/**
 * Answers a question that waits: with the model where there is one, else, or when that comes to nothing, by a template. It acts as
 * the key that asked, with the rights the key has by now.
 */
export async function runTurn(ports: Ports, of: Pick<Actor, 'workspaceId' | 'workspace'>, id: string): Promise<void> {
  const product = ctxFor(ports, systemActor(of));
  await workOnTurn(product, id, async (task, { emit: tell, signal }) => {
    const actor = await findKeyActor(product, task.keyId);
    if (!actor) return REVOKED;
    const ctx = ctxFor(ports, actor);
    let hasTold = task.hasTold;
    const emit: Emit = (event) => {
      // How a turn ends is told with its end.
      if (event.kind === 'ANSWERED' || event.kind === 'FAILED') return;
      hasTold = true;
      tell(event);
    };
    const beginAnew = () => {
      if (hasTold) tell({ kind: 'TEXT_WITHDRAWN' });
      hasTold = false;
    };

    beginAnew();
    const ask = { question: task.question, history: historyOf(task) };
    const mayGoOn = async () => (await findKeyActor(product, task.keyId)) !== null;
    const asked = ctx.model && (await answerWithModel(ctx, { ...ask, signal, mayGoOn }, emit));
    if (asked?.ok) return { state: 'ANSWERED', result: asked.result };
    if (asked?.why === 'STOPPED') return REVOKED;
    // By the process, which ends.
    if (asked?.why === 'CANCELLED') return { state: 'LEFT' };
    beginAnew();
    const result = await answerByTemplate(ctx, ask, emit);
    return { state: 'ANSWERED', result: { ...result, fallback: asked?.why ?? null } };
  });
}

const historyOf = ({ history }: TurnTask) =>
  history.flatMap(({ question, result }) => {
    const known = readResult(result);
    return known ? [{ question, answer: known.answer, restsOn: known.restsOn }] : [];
  });
