export { authenticate } from './authenticate.ts';
export { bootstrap } from './bootstrap.ts';
export { type CreateApiKeyCode, createApiKey } from './create-api-key.ts';
export { createWorkspace } from './create-workspace.ts';
export { findWorkspace } from './find-workspace.ts';
export { listApiKeys } from './list-api-keys.ts';
export type { ApiKey, Workspace } from './model.ts';
export { type RevokeApiKeyCode, revokeApiKey } from './revoke-api-key.ts';
export { findWorkspaceActor } from './store.ts';
