export { type AskedModel, type AskModelCode, askModel } from './ask-model.ts';
export { authenticate, authenticateAll } from './authenticate.ts';
export { bootstrap } from './bootstrap.ts';
export { type CreateApiKeyCode, createApiKey } from './create-api-key.ts';
export { createWorkspace } from './create-workspace.ts';
export { summariseChange } from './domain/summarise-change.ts';
export { findEvaluation } from './find-evaluation.ts';
export { findKeyActor } from './find-key-actor.ts';
export { findKeyLabels } from './find-key-labels.ts';
export { findModelBudget } from './find-model-budget.ts';
export { findWorkspace } from './find-workspace.ts';
export { evaluateJob } from './jobs.ts';
export { listApiKeys } from './list-api-keys.ts';
export { findAuditEvent, listAuditEvents } from './list-audit-events.ts';
export { listWorkspaces } from './list-workspaces.ts';
export type {
  ApiKey,
  AuditAction,
  AuditEvent,
  AuditFilter,
  Evaluation,
  EvaluationOutcome,
  ModelBudget,
  Workspace,
} from './model.ts';
export { type Change, recordChange } from './record-change.ts';
export { dispatchEvaluation, evaluateAt, handOutEvaluations, requestEvaluation } from './request-evaluation.ts';
export { reserveModelCall, settleModelCall } from './reserve-model-call.ts';
export { type RevokeApiKeyCode, revokeApiKey } from './revoke-api-key.ts';
export { watchRevokedKeys } from './revoked-keys.ts';
export { runEvaluation } from './run-evaluation.ts';
export { findKeyWorkspace, findWorkspaceActor, holdKeys, lockKeys } from './store/index.ts';
export { type UpdateEvaluationScheduleCode, updateEvaluationSchedule } from './update-evaluation-schedule.ts';
export { type UpdateModelBudgetCode, updateModelBudget } from './update-model-budget.ts';
