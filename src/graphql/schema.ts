import { readdirSync, readFileSync } from 'node:fs';
import { makeExecutableSchema } from '@graphql-tools/schema';
import type { GraphQLSchema } from 'graphql';
import type { Resolvers } from './generated.ts';
import { accountsResolvers } from './resolvers/accounts.ts';
import { baseResolvers } from './resolvers/base.ts';
import { conversationsResolvers } from './resolvers/conversations.ts';
import { healthResolvers } from './resolvers/health.ts';
import { healthFactsResolvers } from './resolvers/health-facts.ts';
import { healthModelResolvers } from './resolvers/health-model.ts';
import { larryResolvers } from './resolvers/larry.ts';
import { signalsResolvers } from './resolvers/signals.ts';
import { sourcesResolvers } from './resolvers/sources.ts';
import { suggestionResolvers } from './resolvers/sources-suggestion.ts';
import { usageResolvers } from './resolvers/usage.ts';
import { usageTabResolvers } from './resolvers/usage-tab.ts';
import { webhooksResolvers } from './resolvers/webhooks.ts';
import { workspacesResolvers } from './resolvers/workspaces.ts';
import { scalars } from './scalars.ts';

const DIRECTORY = new URL('../../schema/', import.meta.url);

/** The public contract, as written in `schema/`. */
const typeDefs = (): string[] =>
  readdirSync(DIRECTORY)
    .filter((name) => name.endsWith('.graphql'))
    .sort()
    .map((name) => readFileSync(new URL(name, DIRECTORY), 'utf8'));

export const createSchema = (): GraphQLSchema =>
  makeExecutableSchema<unknown>({
    typeDefs: typeDefs(),
    resolvers: [
      scalars,
      baseResolvers,
      workspacesResolvers,
      accountsResolvers,
      usageResolvers,
      usageTabResolvers,
      sourcesResolvers,
      suggestionResolvers,
      signalsResolvers,
      webhooksResolvers,
      healthFactsResolvers,
      healthModelResolvers,
      healthResolvers,
      larryResolvers,
      conversationsResolvers,
    ] as [typeof scalars, ...Resolvers[]],
  });
