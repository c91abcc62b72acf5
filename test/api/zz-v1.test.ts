import { afterAll, beforeAll, test } from 'vitest';
import { startTestApp, type TestApp } from '/work/main/test/kit/app.ts';
import { createTenant, type Tenant } from '/work/main/test/kit/tenants/tenant.ts';
let app: TestApp; let t: Tenant; const logged: unknown[] = [];
beforeAll(async () => { app = await startTestApp({ log: { debug() {}, info() {}, warn: (...w) => void logged.push(w), error: (...w) => void logged.push(w) } as never }); t = await createTenant(app, 'MINE'); });
afterAll(() => app.close());
test('x', async () => {
  for (const n of [9000, 70_000, 300_000]) {
    const rep = <T>(v: T) => Array.from({ length: n }, () => v);
    const qs: [string, object][] = [
      ['query($f: SignalFilter){ signalFeed(filter:$f){ nodes { id } } }', { f: { types: rep('EXPANSION') } }],
      ['query($f: SignalFilter){ signalFeed(filter:$f){ totalCount } }', { f: { types: rep('EXPANSION') } }],
      ['query($f: SignalFilter){ signalFeed(filter:$f){ totalCount nodes {id} } }', { f: { states: rep('OPEN'), severities: rep('HIGH') } }],
      ['query($f: AccountFilter){ accounts(filter:$f){ totalCount nodes { id } } }', { f: { healthBands: rep('POOR') } }],
      ['query($s: [WebhookDeliveryState!]){ webhookEndpoints { deliveries(states:$s){ nodes { id } } } }', { s: rep('FAILED') }],
      ['query($s: [SignalState!]!){ accounts { nodes { signals(states:$s){ totalCount nodes { id } } } } }', { s: rep('OPEN') }],
      ['query($s: [String!]){ accounts(first:100) { nodes { usage(days:30, metrics:$s){ metrics { name } } } } }', { s: rep('x') }],
      ['mutation($i: UpdateSignalRulesInput!){ updateSignalRules(input:$i){ userErrors { code } } }', { i: { disabledTypes: rep('EXPANSION') } }],
      ['mutation($i: CreateWebhookEndpointInput!){ createWebhookEndpoint(input:$i){ userErrors { code } } }', { i: { url: 'https://x.example.com/', eventTypes: rep('SIGNAL_RAISED') } }],
      ['mutation($i: CreateSavedViewInput!){ createSavedView(input:$i){ userErrors { code message } } }', { i: { name: 'x', filter: { healthBands: rep('POOR') } } }],
    ];
    for (const [q, v] of qs) {
      logged.length = 0; const b = performance.now();
      const a = await t.connected.workspace.as('ADMIN').send(q, v);
      process.stderr.write(`${n} ${Math.round(performance.now() - b)}ms ${q.slice(0, 70)} :: ${JSON.stringify(a).slice(0, 160)} ${JSON.stringify(logged, (_, x) => x instanceof Error ? x.message.slice(0, 100) + (x.cause as Error)?.message : x).slice(0, 400)}\n`);
    }
  }
}, 300_000);
