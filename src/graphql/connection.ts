import type { Account, AccountQuery } from '../features/accounts/index.ts';
import type { Signal } from '../features/signals/index.ts';
import type { UnmatchedAccount } from '../features/usage/index.ts';
import type { AuditEvent } from '../features/workspaces/index.ts';
import { PAGE_LIMIT, type Page, type PageRequest } from '../lib/page.ts';
import { badInput } from './errors.ts';

export type Connection<T> = {
  readonly nodes: readonly T[];
  readonly edges: readonly { readonly cursor: string; readonly node: T }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
};

/** `totalCount` is counted only when it is asked for. */
export type AccountConnection = Connection<Account> & { readonly query: AccountQuery };
/** Counted by whoever made the page. */
export type SignalConnection = Connection<Signal> & { readonly count: () => Promise<number> };
export type AuditEventConnection = Connection<AuditEvent>;
export type UnmatchedAccountConnection = Connection<UnmatchedAccount>;

export function toConnection<T>(page: Page<T>): Connection<T> {
  return {
    nodes: page.edges.map((edge) => edge.node),
    edges: page.edges,
    pageInfo: {
      hasNextPage: page.hasNextPage,
      hasPreviousPage: page.hasPreviousPage,
      startCursor: page.edges[0]?.cursor ?? null,
      endCursor: page.edges.at(-1)?.cursor ?? null,
    },
  };
}

export function pageRequest(args: { readonly first: number; readonly after?: string | null | undefined }): PageRequest {
  if (args.first < 1 || args.first > PAGE_LIMIT)
    throw badInput(`first is 1 to ${PAGE_LIMIT}, not ${args.first}.`, ['first']);
  return { first: args.first, after: args.after ?? null };
}
