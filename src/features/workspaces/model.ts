import type { Role } from '../kit/actor.ts';

export type Workspace = { readonly id: string; readonly name: string; readonly createdAt: Date };

export type ApiKey = {
  readonly id: string;
  readonly label: string;
  readonly role: Role;
  readonly prefix: string;
  readonly createdAt: Date;
  readonly revokedAt: Date | null;
};
