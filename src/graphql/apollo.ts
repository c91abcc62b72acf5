import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import type { GraphQLSchema } from 'graphql';
import type { Log } from '../platform/log.ts';
import type { RequestContext } from './context.ts';
import { formatError } from './errors.ts';

/** Executes operations that come over HTTP. */
export function createApollo(schema: GraphQLSchema, log: Log): ApolloServer<RequestContext> {
  return new ApolloServer<RequestContext>({
    schema,
    // Strangers do not come this far; whoever has a key may look.
    introspection: true,
    includeStacktraceInErrorResponses: false,
    // Development mode costs a quarter of the throughput of large answers.
    nodeEnv: 'production',
    formatError: (shown, error) => formatError(log, shown, error),
    plugins: [ApolloServerPluginLandingPageDisabled()],
    stopOnTerminationSignals: false,
    logger: {
      debug: (message) => log.debug({}, String(message)),
      info: (message) => log.debug({}, String(message)),
      warn: (message) => log.warn({}, String(message)),
      error: (message) => log.error({}, String(message)),
    },
  });
}
