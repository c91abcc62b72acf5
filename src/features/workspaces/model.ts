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
