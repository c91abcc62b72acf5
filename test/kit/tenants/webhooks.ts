import type { TestApp } from '../app.ts';
import type { ConnectedWorkspace } from '../connected-workspace.ts';
import { changeHook, createHook, logOf } from '../webhooks.ts';

/** An endpoint that bears the name, and a delivery to it. */
export async function giveWebhooks(app: TestApp, { workspace, endpoint }: ConnectedWorkspace, name: string) {
  const hook = await createHook(workspace, `${endpoint.url}/hooks/${name}`, { description: `${name} hook` });
  await changeHook(workspace, 'sendTestWebhook', { id: hook.id }, 'delivery { id }');
  await app.ports.queue.drain();
  const [delivery] = (await logOf(workspace, hook)).deliveries;
  return { WebhookEndpoint: hook.id, WebhookDelivery: delivery.id, WebhookEvent: delivery.event.id };
}
