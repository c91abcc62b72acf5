import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import type { GraphQLSchema } from 'graphql';
import type { Log } from '../platform/log.ts';
import type { RequestContext } from './context.ts';
import { formatError, unauthenticated } from './errors.ts';
import { isHarmless } from './strangers.ts';

/** Executes operations that come over HTTP. */
export function createApollo(schema: GraphQLSchema, log: Log): ApolloServer<RequestContext> {
  return new ApolloServer<RequestContext>({
    schema,
    // Strangers are kept from introspection by the plugin; whoever has a key may look.
    introspection: true,
    includeStacktraceInErrorResponses: false,
    // Development mode costs a quarter of the throughput of large answers.
    nodeEnv: 'production',
    formatError: (shown, error) => formatError(log, shown, error),
    plugins: [refuseStrangers, ApolloServerPluginLandingPageDisabled()],
    stopOnTerminationSignals: false,
    logger: {
      debug: (message) => log.debug({}, String(message)),
      info: (message) => log.debug({}, String(message)),
      warn: (message) => log.warn({}, String(message)),
      error: (message) => log.error({}, String(message)),
    },
  });
}

const refuseStrangers: ApolloServerPlugin<RequestContext> = {
  requestDidStart: async () => ({
    didResolveOperation: async ({ document, contextValue }) => {
      if (!contextValue.signedIn && !isHarmless(document)) throw unauthenticated();
    },
  }),
};
