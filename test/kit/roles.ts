export const ROLES = ['MEMBER', 'ADMIN', 'OWNER'] as const;
export type Role = (typeof ROLES)[number];

/** The least role each mutation needs. Every mutation of the schema must be here. */
export const MUTATIONS_NEED: Readonly<Record<string, Role>> = {
  acknowledgeSignal: 'MEMBER',
  askLarry: 'MEMBER',
  backfillUsage: 'ADMIN',
  backtestHealthModel: 'ADMIN',
  connectCustomApi: 'ADMIN',
  createApiKey: 'OWNER',
  createWebhookEndpoint: 'ADMIN',
  deleteConversation: 'MEMBER',
  deleteWebhookEndpoint: 'ADMIN',
  replayWebhookDelivery: 'ADMIN',
  replayWebhookEvents: 'ADMIN',
  rotateWebhookSecret: 'ADMIN',
  sendTestWebhook: 'ADMIN',
  updateWebhookEndpoint: 'ADMIN',
  createSavedView: 'MEMBER',
  deleteSavedView: 'MEMBER',
  disconnectCustomApi: 'ADMIN',
  linkExternalAccount: 'ADMIN',
  previewHealthModel: 'ADMIN',
  previewMapping: 'ADMIN',
  reconfigureCustomApi: 'ADMIN',
  reconnectCustomApi: 'ADMIN',
  recordBillingSnapshot: 'MEMBER',
  recordChurn: 'MEMBER',
  recordRelationshipTouch: 'MEMBER',
  recordSupportSnapshot: 'MEMBER',
  reopenSignal: 'MEMBER',
  revokeApiKey: 'OWNER',
  runSignalsNow: 'ADMIN',
  saveMappingAndBackfill: 'ADMIN',
  snoozeSignal: 'MEMBER',
  suggestMapping: 'ADMIN',
  syncNow: 'ADMIN',
  unlinkExternalAccount: 'ADMIN',
  updateEvaluationSchedule: 'ADMIN',
  updateHealthModel: 'ADMIN',
  updateModelBudget: 'OWNER',
  updateSavedView: 'MEMBER',
  updateSignalRules: 'ADMIN',
  upsertAccounts: 'MEMBER',
};

/** The queries that not every key may ask. */
export const QUERIES_NEED: Readonly<Record<string, Role>> = {
  apiKeys: 'OWNER',
  auditLog: 'ADMIN',
  webhookEndpoints: 'ADMIN',
};

export const suffices = (role: Role, needed: Role): boolean => ROLES.indexOf(role) >= ROLES.indexOf(needed);
