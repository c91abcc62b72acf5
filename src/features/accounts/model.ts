import type { Day } from '../../lib/day.ts';

export type Account = {
  readonly id: string;
  readonly externalCrmId: string;
  readonly name: string;
  readonly plan: string | null;
  readonly region: string | null;
  /** Who looks after it. */
  readonly owner: string | null;
  readonly seats: number | null;
  readonly arr: number | null;
  readonly renewalOn: Day | null;
  readonly attributes: Record<string, unknown>;
  readonly createdAt: Date;
  readonly updatedAt: Date;
};

export type AccountOrder = {
  readonly field: 'NAME' | 'EXTERNAL_CRM_ID' | 'CREATED_AT' | 'ARR' | 'SEATS' | 'RENEWAL_ON';
  readonly direction: 'ASC' | 'DESC';
};

export type AccountFilter = {
  readonly text: string | null;
  readonly plan: string | null;
  readonly region: string | null;
  readonly attributes: readonly { readonly name: string; readonly value: string }[];
};
