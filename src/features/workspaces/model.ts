import type { Day } from '../../lib/day.ts';
import type { Role } from '../kit/actor.ts';
import type { Ctx } from '../kit/ctx.ts';

export type Workspace = { readonly id: string; readonly name: string; readonly createdAt: Date };

export type ApiKey = {
  readonly id: string;
  readonly label: string;
  readonly role: Role;
  readonly prefix: string;
  readonly createdAt: Date;
  readonly revokedAt: Date | null;
};

/** What managing keys takes: little enough for the operator's commands, which have no queue and no worker. */
export type KeyCtx = Pick<Ctx, 'actor' | 'db' | 'clock'>;

/** A key as it is first stored. */
export type NewApiKey = Omit<ApiKey, 'revokedAt'> & { readonly keyHash: Uint8Array };

/** Everything the audit log tells of. */
export const AUDIT_ACTIONS = [
  'API_KEY_CREATED',
  'API_KEY_REVOKED',
  'CUSTOM_API_CONNECTED',
  'CUSTOM_API_RECONNECTED',
  'CUSTOM_API_DISCONNECTED',
  'MAPPING_SAVED',
  'BACKFILL_REQUESTED',
  'EXTERNAL_ACCOUNT_LINKED',
  'EXTERNAL_ACCOUNT_UNLINKED',
  'WEBHOOK_ENDPOINT_CREATED',
  'WEBHOOK_ENDPOINT_UPDATED',
  'WEBHOOK_ENDPOINT_DELETED',
  'WEBHOOK_ENDPOINT_DISABLED',
  'WEBHOOK_SECRET_ROTATED',
  'HEALTH_MODEL_UPDATED',
  'SIGNAL_RULES_UPDATED',
  'EVALUATION_SCHEDULE_UPDATED',
  'MODEL_BUDGET_UPDATED',
  'SAVED_VIEW_CREATED',
  'SAVED_VIEW_UPDATED',
  'SAVED_VIEW_DELETED',
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

/** A change as it is first noted. */
export type NewAuditEvent = {
  readonly id: string;
  readonly at: Date;
  /** Null when the product or its operator acted. */
  readonly apiKeyId: string | null;
  readonly action: AuditAction;
  readonly subject: string;
  readonly details: Readonly<Record<string, unknown>>;
};

/** A change as it is read back, with the key that made it: keys are revoked, never deleted. */
export type AuditEvent = Omit<NewAuditEvent, 'apiKeyId'> & { readonly apiKey: ApiKey | null };

/** All given conditions must hold. */
export type AuditFilter = {
  readonly actions: readonly AuditAction[] | null;
  readonly subject: string | null;
  readonly apiKeyId: string | null;
  readonly from: Day | null;
  readonly to: Day | null;
};

/** How what is derived from the workspace's data stands. */
export type Evaluation = {
  /** `WAITING`: data changed and nobody has begun. */
  readonly state: 'IDLE' | 'WAITING' | 'RUNNING';
  readonly askedAt: Date | null;
  readonly startedAt: Date | null;
  readonly finishedAt: Date | null;
  /** Of the last one that ended. */
  readonly outcome: EvaluationOutcome | null;
  readonly failedTries: number;
  /** IANA name, and `HH:MM` there. */
  readonly timeZone: string;
  readonly dailyAt: string;
  readonly nextDailyAt: Date | null;
};

/** What an evaluation came to. */
export type EvaluationOutcome = {
  /** The last synchronised day; null without usage. */
  readonly asOf: Day | null;
  readonly accountsScored: number;
  readonly bandsChanged: number;
  readonly signalsRaised: number;
  readonly signalsResolved: number;
};

/** What a workspace lets itself use of the model; null leaves it to the operator's limits. */
export type ModelBudgetSettings = { readonly callsPerDay: number | null; readonly tokensPerDay: number | null };
export type ModelSpending = { readonly calls: number; readonly tokens: number };

/** What a call to the model may cost at most, set aside on the day that it is made. */
export type ModelReservation = { readonly day: Day; readonly tokens: number };

/** How much of the model the workspace may use in the present UTC day, and how much of that is used. */
export type ModelBudget = {
  readonly model: string;
  readonly callsPerDay: number;
  readonly callsUsed: number;
  readonly tokensPerDay: number;
  readonly tokensUsed: number;
  /** The operator's: no workspace may set itself more. */
  readonly mostCallsPerDay: number;
  readonly mostTokensPerDay: number;
  readonly resetsAt: Date;
};
