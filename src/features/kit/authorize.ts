import type { Err } from '../../lib/result.ts';
import { type Actor, ROLES, type Role } from './actor.ts';
import { type Refusal, refuse } from './refusal.ts';

/** Null when the actor holds the role or a more powerful one; otherwise the refusal to return. */
export function forbidden(actor: Actor, needed: Role): Err<readonly Refusal<'FORBIDDEN'>[]> | null {
  if (actor.role === 'SYSTEM' || ROLES.indexOf(actor.role) >= ROLES.indexOf(needed)) return null;
  return refuse('FORBIDDEN', `This needs a key with the role ${needed}; this key is ${actor.role}.`);
}
