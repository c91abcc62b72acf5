export const ROLES = ['MEMBER', 'ADMIN', 'OWNER'] as const;
export type Role = (typeof ROLES)[number];

/** The least role each mutation needs. Every mutation of the schema must be here. */
export const MUTATIONS_NEED: Readonly<Record<string, Role>> = {
  backfillUsage: 'ADMIN',
  connectCustomApi: 'ADMIN',
  createApiKey: 'OWNER',
  disconnectCustomApi: 'ADMIN',
  linkExternalAccount: 'ADMIN',
  previewMapping: 'ADMIN',
  reconfigureCustomApi: 'ADMIN',
  reconnectCustomApi: 'ADMIN',
  revokeApiKey: 'OWNER',
  saveMappingAndBackfill: 'ADMIN',
  syncNow: 'ADMIN',
  unlinkExternalAccount: 'ADMIN',
  upsertAccounts: 'MEMBER',
};

/** The queries that not every key may ask. */
export const QUERIES_NEED: Readonly<Record<string, Role>> = { apiKeys: 'OWNER', auditLog: 'ADMIN' };

export const suffices = (role: Role, needed: Role): boolean => ROLES.indexOf(role) >= ROLES.indexOf(needed);
