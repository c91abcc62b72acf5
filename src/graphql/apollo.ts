import { ApolloServer, type ApolloServerPlugin, type GraphQLResponse, HeaderMap } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import type { FormattedExecutionResult, GraphQLSchema } from 'graphql';
import type { Log } from '../platform/log.ts';
import { type RequestContext, readAsOfNow } from './context.ts';
import { type Deadline, extraTime, type Patience } from './deadline.ts';
import { formatError, noSuchOperation, notOverHttp } from './errors.ts';
import { createExecutor, type Executor } from './execution/executor.ts';
import { limits } from './limits/document.ts';
import { MAX_TOKENS } from './limits/numbers.ts';
import type { Admission } from './operation.ts';
import { type OperationObserver, watchOperations } from './watch-operations.ts';

/** What an operation over HTTP has besides: its time, and the id that accidents are told under. */
export type HttpContext = RequestContext & { readonly deadline: Deadline; readonly requestId: string };

type Options = {
  readonly schema: GraphQLSchema;
  readonly log: Log;
  readonly admission: Admission;
  readonly patience: Patience;
  readonly observe: OperationObserver;
  /** Tried before Apollo's own. */
  readonly execute?: Executor;
};

/** Executes operations that come over HTTP. */
export function createApollo(options: Options): ApolloServer<HttpContext> {
  const { schema, log, admission, patience, observe, execute = createExecutor(schema) } = options;
  const requestIds = new WeakMap<object, string>();
  return new ApolloServer<HttpContext>({
    schema,
    // Who may look is decided before: strangers do not come this far.
    introspection: true,
    parseOptions: { maxTokens: MAX_TOKENS },
    validationRules: [limits],
    // Documents kept by their hash would be memory that callers fill.
    persistedQueries: false,
    // Keys travel in a header that no browser sends by itself: there is nothing to forge, and a plain GET may ask.
    csrfPrevention: false,
    includeStacktraceInErrorResponses: false,
    // Development mode costs a quarter of the throughput of large answers.
    nodeEnv: 'production',
    formatError: (shown, error) => formatError(log, shown, error, requestIds.get(error as object)),
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      // Would look at every field of every answer; no answer of ours may be kept by whoever passes it on, see answer.ts.
      ApolloServerPluginCacheControlDisabled(),
      admitOperations(admission, patience, execute),
      watchOperations(observe),
      noteRequests(requestIds),
    ],
    stopOnTerminationSignals: false,
    logger: {
      debug: (message) => log.debug({}, String(message)),
      info: (message) => log.debug({}, String(message)),
      warn: (message) => log.warn({}, String(message)),
      error: (message) => log.error({}, String(message)),
    },
  });
}

/** Errors are shown without a word of whose they are. */
const noteRequests = (requestIds: WeakMap<object, string>): ApolloServerPlugin<HttpContext> => ({
  requestDidStart: async () => ({
    didEncounterErrors: async ({ errors, contextValue }) => {
      for (const error of errors) requestIds.set(error, contextValue.requestId);
    },
  }),
});

const admitOperations = (
  admission: Admission,
  patience: Patience,
  execute: Executor,
): ApolloServerPlugin<HttpContext> => ({
  requestDidStart: async () => ({
    didResolveOperation: async ({ document, operation, request: { variables }, contextValue }) => {
      if (!operation) throw noSuchOperation();
      // Apollo would carry it out as if it were a query.
      if (operation.operation === 'subscription') throw notOverHttp();
      const actor = contextValue.signedIn?.ctx.actor ?? null;
      const refused = admission({ document, operation, variables, actor });
      if (refused) throw refused;
      if (operation.operation === 'mutation') contextValue.deadline.extend(extraTime(patience, document, operation));
    },
    responseForOperation: async ({ document, operation, request: { variables }, contextValue }) => {
      if (!document || !operation || operation.operation !== 'query') return null;
      const end = beginReading(contextValue);
      const data = await execute({ document, operation, variables, context: contextValue });
      const answer = (singleResult: FormattedExecutionResult): GraphQLResponse => ({
        http: { headers: new HeaderMap() },
        body: { kind: 'single', singleResult },
      });
      // Nobody waits any more: it is not executed a second time.
      const late = contextValue.deadline.over();
      if (late) return answer({ errors: [late.toJSON()] });
      // With the same moment and what was read of it, Apollo executes it again and tells the errors.
      if (!data) return null;
      end();
      return answer({ data });
    },
    executionDidStart: async ({ operation, contextValue }) => {
      if (operation.operation === 'mutation') return;
      const end = beginReading(contextValue);
      return { executionDidEnd: async () => end() };
    },
  }),
});

function beginReading(context: HttpContext): () => void {
  if (context.endReading) return context.endReading;
  const end = readAsOfNow(context);
  // An operation whose time is over gives its connection back at once.
  context.deadline.whenOver(end);
  return end;
}
