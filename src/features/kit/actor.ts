/** Who acts: an API key of a workspace, or the product itself on the workspace's behalf. */
export type Actor = {
  /** The workspace's short internal number; leads every key in the database, never leaves the server. */
  readonly workspaceId: number;
  /** The workspace's public id, `ws_…`. */
  readonly workspace: string;
  readonly role: Role | 'SYSTEM';
  /** The key's public id, `key_…`; null when the product or its operator acts. */
  readonly keyId: string | null;
};

/** The product itself, at work for a workspace. */
export const systemActor = (of: Pick<Actor, 'workspaceId' | 'workspace'>): Actor => ({
  ...of,
  role: 'SYSTEM',
  keyId: null,
});

/** From least to most powerful: each may do all that the ones before it may. */
export const ROLES = ['MEMBER', 'ADMIN', 'OWNER'] as const;
export type Role = (typeof ROLES)[number];
