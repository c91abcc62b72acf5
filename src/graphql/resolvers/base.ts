import { findSavedView } from '../../features/accounts/index.ts';
import { findConversations, findTurns } from '../../features/conversations/index.ts';
import { findBacktest } from '../../features/health/index.ts';
import { findSyncRun } from '../../features/sources/index.ts';
import { findWebhookDelivery, findWebhookEndpoint, findWebhookEvent } from '../../features/webhooks/index.ts';
import { findAuditEvent, findWorkspace, listApiKeys } from '../../features/workspaces/index.ts';
import { idKind } from '../../lib/ids.ts';
import { ctxOf, loadersOf, type RequestContext } from '../context.ts';
import type { Resolvers } from '../generated.ts';

const TYPE_NAME = {
  account: 'Account',
  apiKey: 'ApiKey',
  auditEvent: 'AuditEvent',
  backtest: 'HealthBacktest',
  conversation: 'Conversation',
  customApi: 'CustomApi',
  savedView: 'SavedView',
  signal: 'Signal',
  syncRun: 'SyncRun',
  turn: 'LarryTurn',
  webhookDelivery: 'WebhookDelivery',
  webhookEndpoint: 'WebhookEndpoint',
  webhookEvent: 'WebhookEvent',
  workspace: 'Workspace',
} as const satisfies Record<NonNullable<ReturnType<typeof idKind>>, string>;

export const baseResolvers: Resolvers = {
  Node: {
    __resolveType: (node) => {
      const kind = idKind(node.id);
      return kind ? TYPE_NAME[kind] : null;
    },
  },
  Query: { node: (_, { id }, context) => findNode(context, id) },
};

/** Another workspace's id finds nothing, exactly like one that does not exist. */
async function findNode(context: RequestContext, id: string) {
  const ctx = ctxOf(context);
  switch (idKind(id)) {
    case 'account':
      return loadersOf(context).accountById.load(id);
    case 'syncRun':
      return findSyncRun(ctx, id);
    case 'conversation': {
      const [conversation = null] = await findConversations(ctx, [id]);
      return conversation;
    }
    case 'turn': {
      const [turn = null] = await findTurns(ctx, [id]);
      return turn;
    }
    case 'customApi': {
      const customApi = await loadersOf(context).customApi();
      return customApi.id === id ? customApi : null;
    }
    case 'workspace':
      return id === ctx.actor.workspace ? findWorkspace(ctx) : null;
    case 'apiKey': {
      const keys = await listApiKeys(ctx);
      return keys.ok ? (keys.value.find((key) => key.id === id) ?? null) : null;
    }
    case 'auditEvent':
      return findAuditEvent(ctx, id);
    case 'savedView':
      return findSavedView(ctx, id);
    case 'webhookDelivery':
      return findWebhookDelivery(ctx, id);
    case 'webhookEndpoint':
      return findWebhookEndpoint(ctx, id);
    case 'webhookEvent':
      return findWebhookEvent(ctx, id);
    case 'backtest':
      return findBacktest(ctx, id);
    case 'signal':
      return loadersOf(context).signals.byId.load(id);
    case null:
      return null;
  }
}
