import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import {
  type ExecutionArgs,
  type FormattedExecutionResult,
  GraphQLError,
  type GraphQLFormattedError,
  type GraphQLSchema,
  getOperationAST,
} from 'graphql';
import { CloseCode, type Context, makeServer, type Server } from 'graphql-ws';
import type { WebSocket } from 'ws';
import { mayPass } from '../db/passing-errors.ts';
import type { Ctx, Ports } from '../features/kit/ctx.ts';
import { requestContext } from '../graphql/context.ts';
import { createDeadline } from '../graphql/deadline.ts';
import { accidentMessage, formatError, unauthenticated } from '../graphql/errors.ts';
import { createExecutor } from '../graphql/execution/executor.ts';
import { limitError } from '../graphql/limits/refusals.ts';
import type { Admission } from '../graphql/operation.ts';
import { createPreparation } from '../graphql/prepare.ts';
import type { RateLimits } from '../graphql/rates/rate-limits.ts';
import { type OperationObserver, observeAnswer, outcomeOf } from '../graphql/watch-operations.ts';
import type { Pending } from '../platform/queue/pending.ts';
import { carryOut, follow, type OperationArgs } from './carry-out.ts';
import type { Gate } from './gate.ts';
import type { OpenSockets } from './open-sockets.ts';
import type { Serving } from './serving.ts';
import { createSharedAnswers } from './shared-answers.ts';

type Params = { readonly authorization?: unknown };
/** `ctx` is who asked last. */
export type Extra = { readonly socket: WebSocket; readonly request: IncomingMessage; ctx?: Ctx };
type Caller = Context<Params, Extra>;

type Needs = {
  readonly schema: GraphQLSchema;
  readonly ports: Pick<Ports, 'log'>;
  readonly gate: Gate;
  readonly rates: RateLimits;
  readonly admission: Admission;
  readonly openSockets: OpenSockets;
  readonly signIn: (authorization: unknown) => Promise<Ctx | null>;
  readonly serving: Serving;
  readonly observe: OperationObserver;
  /** Answers that are not given yet: what a server that stops waits for. */
  readonly underWay: Pending;
};

/** Not now: clients try again, after a while. */
const TRY_AGAIN_LATER = 1013;

const isSubscription = ({ document, operationName }: ExecutionArgs): boolean =>
  getOperationAST(document, operationName)?.operation === 'subscription';

/** A subscription that met a lost database would be over with that error; on a socket that is closed, clients begin it anew. */
const isPassing = (error: unknown): boolean => error instanceof GraphQLError && mayPass(error.originalError);

/** What is done with the messages of sockets. */
export function createSocketDoor(needs: Needs): Server<Extra> {
  const { schema, ports, gate, rates, admission, openSockets, signIn, serving, observe, underWay } = needs;
  const prepare = createPreparation(schema, admission);
  const plans = createExecutor(schema);
  const answeringOf = createSharedAnswers();
  const told = new WeakMap<object, Promise<Ctx | null>>();
  const mask = (error: GraphQLError | GraphQLFormattedError) =>
    formatError(ports.log, error instanceof GraphQLError ? error.toJSON() : error, error);
  /** An accident while finding out who asks closes the socket in a way that clients try again. */
  const orClose = async <T>({ extra }: Caller, found: Promise<T>): Promise<T | null> => {
    try {
      return await found;
    } catch (error) {
      const requestId = randomUUID();
      ports.log.error({ requestId, error }, 'a socket failed by accident');
      extra.socket.close(TRY_AGAIN_LATER, accidentMessage(requestId).slice(0, 120));
      return null;
    }
  };
  const inTime = <T>(work: Promise<T>): Promise<T> => createDeadline(serving.patience).race(work);
  /** Asked for every operation and every event: a key may have been revoked since the socket was opened. */
  const whoAsks = ({ connectionParams }: Caller) => inTime(signIn(connectionParams?.authorization));
  /** An answer that several sockets are given is for one key: that is looked up once. */
  const whoIsTold = (caller: Caller, answer: object) => {
    const known = told.get(answer) ?? whoAsks(caller);
    told.set(answer, known);
    return known;
  };

  const connect = async (caller: Caller): Promise<boolean> => {
    const { extra, connectionParams } = caller;
    const authorization = connectionParams?.authorization;
    const entry = await orClose(caller, inTime(gate.enter(authorization, extra.request.socket.remoteAddress)));
    // False closes the socket with 4403, unless it is being closed already.
    if (entry?.kind !== 'open') {
      if (entry) extra.socket.close(TRY_AGAIN_LATER, entry.error.message);
      return false;
    }
    const { ctx } = entry;
    if (!ctx) return false;
    const full = openSockets.add(extra.socket, { authorization, actor: ctx.actor });
    if (full) extra.socket.close(TRY_AGAIN_LATER, full);
    else extra.ctx = ctx;
    return full === null;
  };

  /** The cheap questions first: who asks too much does not reach the database. */
  const tooMuch = ({ extra, subscriptions }: Caller): GraphQLError | null => {
    if (Object.keys(subscriptions).length > serving.operationsPerSocket) {
      const message = `A socket has at most ${serving.operationsPerSocket} operations under way: complete some first.`;
      return limitError('TOO_MANY_OPERATIONS', message);
    }
    return extra.ctx ? rates.operation(extra.ctx.actor) : null;
  };

  const observed = <T extends object>(args: ExecutionArgs, answer: Promise<T>): Promise<T> =>
    underWay.track(observeAnswer(observe, getOperationAST(args.document, args.operationName), answer));

  return makeServer<Params, Extra>({
    schema,
    onConnect: connect,
    onSubscribe: async (caller, _id, asked): Promise<ExecutionArgs | readonly GraphQLError[]> => {
      const refused = tooMuch(caller);
      if (refused) return [refused];
      const ctx = await orClose(caller, whoAsks(caller));
      if (!ctx) return [unauthenticated()];
      caller.extra.ctx = ctx;
      const prepared = prepare(asked, ctx.actor);
      return 'document' in prepared ? { ...prepared, contextValue: requestContext(ctx) } : prepared;
    },
    execute: (args) => observed(args, carryOut(args as OperationArgs, serving.patience, plans)),
    subscribe: (args) =>
      observed(args, follow(args as OperationArgs, serving.patience, plans, answeringOf(args as OperationArgs))),
    onError: (_caller, _id, _asked, errors) => {
      observe('none', outcomeOf(errors), 0);
      return errors.map((error) => mask(error));
    },
    // Nothing returned: the result goes out as it is.
    onNext: async (caller, _id, _asked, args, result) => {
      if (isSubscription(args) && result.errors?.some(isPassing)) {
        caller.extra.socket.close(TRY_AGAIN_LATER, 'The database is away.');
        return;
      }
      if (!(await underWay.track(orClose(caller, whoIsTold(caller, result)))))
        caller.extra.socket.close(CloseCode.Forbidden, 'Forbidden');
      if (result.errors) return { ...result, errors: result.errors.map(mask) } as FormattedExecutionResult;
    },
  });
}
