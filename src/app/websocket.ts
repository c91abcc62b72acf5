import type { Server } from 'node:http';
import {
  execute,
  type ExecutionArgs,
  type FormattedExecutionResult,
  GraphQLError,
  type GraphQLFormattedError,
  getOperationAST,
  subscribe,
} from 'graphql';
import { CloseCode, handleProtocols, makeServer } from 'graphql-ws';
import { WebSocketServer } from 'ws';
import type { Ctx } from '../features/kit/ctx.ts';
import { requestContext } from '../graphql/context.ts';
import { createDeadline, extraTime } from '../graphql/deadline.ts';
import { accidentMessage, formatError, unauthenticated } from '../graphql/errors.ts';
import { limitError } from '../graphql/limits/refusals.ts';
