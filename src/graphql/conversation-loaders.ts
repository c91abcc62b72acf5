import DataLoader from 'dataloader';
import { readResult, type TurnResult } from '../assistant/turn.ts';
import {
  type Conversation,
  findConversations,
  findResults,
  listTurns,
  type Turn,
} from '../features/conversations/index.ts';
import type { Ctx } from '../features/kit/ctx.ts';
import type { Page, PageRequest } from '../lib/page.ts';
import { refusedQuery } from './errors.ts';

export type ConversationLoaders = {
  readonly byId: DataLoader<string, Conversation | null>;
  /** Pages of conversations' turns, by conversation id. */
  readonly turns: (page: PageRequest) => DataLoader<string, Page<Turn>>;
  /** What turns came to, by turn id. */
  readonly result: DataLoader<string, TurnResult | null>;
};

export function createConversationLoaders(ctx: Ctx): ConversationLoaders {
  const pages = new Map<string, DataLoader<string, Page<Turn>>>();
  const pageLoader = (page: PageRequest) =>
    new DataLoader(async (ids: readonly string[]) => {
      const listed = await listTurns(ctx, ids, page);
      if (!listed.ok) throw refusedQuery(listed.error);
      return listed.value;
    });
  return {
    byId: new DataLoader((ids) => findConversations(ctx, ids)),
    turns: (page) => {
      const key = JSON.stringify(page);
      const loader = pages.get(key) ?? pageLoader(page);
      pages.set(key, loader);
      return loader;
    },
    result: new DataLoader(async (ids) => (await findResults(ctx, ids)).map(readResult)),
  };
}
