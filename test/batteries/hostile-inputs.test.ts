import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSchema } from '../../src/graphql/schema.ts';
import { type Log, silentLog } from '../../src/platform/log.ts';
import { startTestApp, type TestApp } from '../kit/app.ts';
import { report } from '../kit/battery.ts';
import { hostileInputs, type Sensible } from '../kit/hostile-inputs.ts';
import { createTenant, type Tenant } from '../kit/tenants/tenant.ts';

const bad: string[] = [];
const logged: unknown[] = [];
const log: Log = {
  ...silentLog,
  error: (...words: unknown[]) => void logged.push(words),
  warn: (...words: unknown[]) => void logged.push(words),
};
let app: TestApp;
let tenant: Tenant;
let other: Tenant;
beforeAll(async () => {
  app = await startTestApp({ log });
  tenant = await createTenant(app, 'MINE');
  other = await createTenant(app, 'THEIRS');
});
afterAll(() => app.close());

function sensible(field: string): Sensible {
  const { ids } = tenant;
  const id = /WebhookDelivery/.test(field)
    ? ids['WebhookDelivery']
    : /Webhook/.test(field)
      ? ids['WebhookEndpoint']
      : /SavedView|savedView/.test(field)
        ? ids['SavedView']
        : /Signal/.test(field)
          ? ids['Signal']
          : /ApiKey/.test(field)
            ? 'key_x'
            : /Backtest/.test(field)
              ? ids['HealthBacktest']
              : ids['Account'];
  return {
    id,
    endpointId: ids['WebhookEndpoint'],
    externalCrmId: 'MINE-1',
    externalId: 'MINE-9',
    url: `${tenant.connected.endpoint.url}/hooks/x`,
    metric: 'mine_calls',
    ...(field === 'upsertAccounts' || field.includes('record') ? {} : {}),
    ...(field === 'snoozeSignal' ? { untilAt: '2026-03-20T00:00:00Z' } : {}),
    kind: 'CALL',
    when: { plan: 'x' },
  };
}

test('whatever stands in an argument, the answer is one that the schema promises', async () => {
  const ids = [...Object.values(other.ids), ...Object.values(tenant.ids)];
  const all = hostileInputs(createSchema(), sensible, ids).filter(({ name }) => !/^(deleteWebhookEndpoint|revokeApiKey|connectCustomApi|reconnectCustomApi|previewMapping|reconfigureCustomApi|saveMapping|disconnect|createApiKey|backfillUsage)/.test(name));
  const cases = process.env['SHOW'] ? all.filter(({name}) => name.startsWith(process.env['SHOW'] as string)) : all;
  let slow: [number, string] = [0, ''];
  for (const { name, document, variables } of cases) {
    logged.length = 0;
    const began = performance.now();
    const response = await fetch(`${app.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${tenant.connected.workspace.keys.OWNER}` },
      body: JSON.stringify({ query: document, variables }),
    });
    const text = await response.text();
    const ms = performance.now() - began;
    if (ms > slow[0]) slow = [ms, name];
    if (ms > 300) bad.push(`SLOW ${ms} ${name}`);
    if (/INTERNAL|"Cannot|Unknown arg/.test(text) || response.status >= 500 || logged.length > 0 || /THEIRS/.test(text.replace(JSON.stringify(variables), '')))
      bad.push(`${name}\n   ${response.status} ${text.slice(0, 300)} ${JSON.stringify(logged, (_, v) => v instanceof Error ? `${v.message} ${(v.cause as Error)?.message}` : v).slice(0, 500)}`);
    if (process.env['SHOW'] && name.startsWith(process.env['SHOW'])) console.log(name, text.slice(0, 200));
  }
  logged.length = 0;
  await app.ports.queue.drain();
  if (logged.length) bad.push(`evaluation: ${JSON.stringify(logged, (_, v) => v instanceof Error ? `${v.stack}` : v).slice(0, 2000)}`);
  report('hostile inputs', { cases: cases.length, slow: slow.join(' ') });
  expect(bad.join('\n')).toBe('');
}, 600_000);
