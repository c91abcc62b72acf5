import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import type { GraphQLSchema } from 'graphql';
import type { Log } from '../platform/log.ts';
import type { RequestContext } from './context.ts';
import { formatError } from './errors.ts';
import { limits, MAX_TOKENS } from './limits.ts';

/** Executes operations that come over HTTP. */
export function createApollo(schema: GraphQLSchema, log: Log): ApolloServer<RequestContext> {
  return new ApolloServer<RequestContext>({
    schema,
    // Strangers do not come this far; whoever has a key may look.
    introspection: true,
    parseOptions: { maxTokens: MAX_TOKENS },
    validationRules: [limits],
    // Keys travel in a header that no browser sends by itself: there is nothing to forge, and a plain GET may ask.
    csrfPrevention: false,
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
