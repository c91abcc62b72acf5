import type { Database, Scope } from '../../db/client.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Outbound } from '../../platform/http/outbound.ts';
import type { Log } from '../../platform/log.ts';
import type { MapperPool } from '../../platform/mapper-pool/mapper-pool.ts';
import type { Model, ModelLimits } from '../../platform/model/model.ts';
import type { PubSub } from '../../platform/pubsub/pubsub.ts';
import type { Queue } from '../../platform/queue/queue.ts';
import type { Secrets } from '../../platform/secrets/secrets.ts';
import type { Actor } from './actor.ts';

/** Everything outside the process that a verb may reach. Built once, by `app/`. */
export type Ports = {
  readonly db: Database;
  readonly clock: Clock;
  readonly log: Log;
  readonly outbound: Outbound;
  readonly mappers: MapperPool;
  readonly queue: Queue;
  readonly pubsub: PubSub;
  readonly secrets: Secrets;
  /** Null: the operator set none up, and whatever could ask one does without. Verbs ask through `askModel` only. */
  readonly model: Model | null;
  readonly modelLimits: ModelLimits;
};

/** A verb's first argument: the ports, the database as the actor's workspace sees it, and who acts. */
export type Ctx = Omit<Ports, 'db'> & { readonly db: Scope; readonly actor: Actor };

/** The ports in the hands of an actor. Nothing of another workspace can be reached from here. */
export const ctxFor = <P extends Pick<Ports, 'db'>>(
  ports: P,
  actor: Actor,
): Omit<P, 'db'> & { readonly db: Scope; readonly actor: Actor } => ({
  ...ports,
  db: ports.db.workspace(actor.workspaceId),
  actor,
});
