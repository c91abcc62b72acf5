import { ok } from '../../lib/result.ts';
import { forbidden } from '../kit/authorize.ts';
import type { Ctx } from '../kit/ctx.ts';
import type { Outcome } from '../kit/refusal.ts';
import { recordChange } from '../workspaces/index.ts';
import { openSigningSecrets, sealSigningSecrets } from './endpoint-secrets.ts';
import type { WebhookEndpoint } from './model.ts';
import { noSuchEndpoint } from './not-found.ts';
import { newSecret, signingNow } from './sign.ts';
import { getEndpoint, lockEndpoint, updateEndpoint } from './store/index.ts';

export type RotateWebhookSecretCode = 'FORBIDDEN' | 'NOT_FOUND';

/** How long the secret before signs as well. */
const OVERLAP_MS = 24 * 60 * 60_000;
/** Signatures of one call: headers are of limited length, and who rotates that often does not use the ones before. */
const MOST_SECRETS = 4;

export type RotatedSecret = {
  readonly endpoint: WebhookEndpoint;
  readonly secret: string;
  readonly previousSecretExpiresAt: Date;
};

/** Makes a new secret, to be shown this once. The one before signs beside it for a day, for receivers to change over. */
export async function rotateWebhookSecret(
  ctx: Ctx,
  { id }: { readonly id: string },
): Promise<Outcome<RotatedSecret, RotateWebhookSecretCode>> {
  const no = forbidden(ctx.actor, 'ADMIN');
  if (no) return no;
  const { workspaceId } = ctx.actor;
  return ctx.db.orm.transaction(async (tx) => {
    const locked = await lockEndpoint(tx, workspaceId, id);
    if (!locked) return noSuchEndpoint('id');
    const now = ctx.clock.now();
    const until = new Date(now.getTime() + OVERLAP_MS);
    const opened = openSigningSecrets(ctx, id, locked.sealedSecrets);
    // With the key lost, a new secret is the way out.
    const before = opened === 'UNREADABLE' ? [] : signingNow(opened, now);
    const secret = newSecret();
    const secrets = [
      { secret, until: null },
      ...before.map((one) => ({ ...one, until: one.until ?? until.toISOString() })),
    ].slice(0, MOST_SECRETS);
    const sealedSecrets = await sealSigningSecrets(ctx, tx, id, secrets);
    await updateEndpoint(tx, workspaceId, id, { sealedSecrets, updatedAt: now });
    await recordChange(tx, ctx, {
      action: 'WEBHOOK_SECRET_ROTATED',
      subject: id,
      details: { host: locked.host, previousSecretExpiresAt: until.toISOString() },
    });
    const endpoint = await getEndpoint(tx, workspaceId, id);
    if (!endpoint) throw new Error('a locked endpoint is gone');
    return ok({ endpoint, secret, previousSecretExpiresAt: until });
  });
}
