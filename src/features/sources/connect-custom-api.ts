import { ok } from '../../lib/result.ts';
import { forbidden } from '../kit/authorize.ts';
import type { Ctx } from '../kit/ctx.ts';
import { type Outcome, refuse } from '../kit/refusal.ts';
import { recordChange } from '../workspaces/index.ts';
import { withoutTypedSecrets } from './domain/endpoint.ts';
import type { CustomApi, StoredSample } from './model.ts';
import { sealRequestSecrets } from './request-secrets.ts';
import { getCustomApi, lockCustomApi, saveConnection } from './store/index.ts';
import { type Connection, type Tried, type TryEndpointCode, tryEndpoint } from './try-endpoint.ts';

export type ConnectCustomApiCode = 'FORBIDDEN' | 'ALREADY_CONNECTED' | TryEndpointCode;

/** Tries an endpoint and, when it answers with JSON, keeps it, its secrets sealed and a sample of the answer. */
export async function connectCustomApi(ctx: Ctx, input: Connection): Promise<Tried<CustomApi, ConnectCustomApiCode>> {
  const no = forbidden(ctx.actor, 'ADMIN');
  if (no) return { ...no, test: null };
  const current = await getCustomApi(ctx.db.orm, ctx.actor, ctx.clock.now());
  if (current.mapping) return { ...alreadyConnected(), test: null };
  const tried = await tryEndpoint(ctx, input);
  return tried.ok ? { ...(await keep(ctx, input, tried.value)), test: tried.test } : tried;
}

async function keep(
  ctx: Ctx,
  { endpoint, secrets }: Connection,
  sample: StoredSample,
): Promise<Outcome<CustomApi, 'ALREADY_CONNECTED'>> {
  return ctx.db.orm.transaction(async (tx) => {
    const current = await lockCustomApi(tx, ctx.actor, ctx.clock.now());
    // Asked again: somebody may have saved a mapping while the endpoint was being tried.
    if (current.mapping) return alreadyConnected();
    const sealedRequest = await sealRequestSecrets(ctx, tx, secrets);
    const connection = { ...endpoint, authKind: secrets.auth.kind, sealedRequest, sample };
    await saveConnection(tx, ctx.actor.workspaceId, connection, current.configVersion + 1);
    await recordChange(tx, ctx, {
      action: 'CUSTOM_API_CONNECTED',
      subject: current.id,
      details: connectionDetails({ endpoint, secrets }),
    });
    return ok(await getCustomApi(tx, ctx.actor, ctx.clock.now()));
  });
}

/** What the audit log says of a connection: nothing that opens anything. */
export const connectionDetails = ({ endpoint, secrets }: Connection): Record<string, unknown> => ({
  url: withoutTypedSecrets(endpoint.url),
  method: endpoint.method,
  timeoutSeconds: endpoint.timeoutSeconds,
  authKind: secrets.auth.kind,
  answerFormat: endpoint.answerFormat,
  paging: endpoint.paging,
});

const alreadyConnected = () =>
  refuse(
    'ALREADY_CONNECTED',
    'A usage source with a saved mapping is connected. To mend it, use reconnectCustomApi; to replace it, disconnect it first: its history stays.',
  );
