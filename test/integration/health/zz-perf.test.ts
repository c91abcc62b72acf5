import { monitorEventLoopDelay } from 'node:perf_hooks';
import { afterAll, beforeAll, test } from 'vitest';
import { previewHealthModel } from '../../../src/features/health/index.ts';
import { readCoverage } from '../../../src/features/sources/index.ts';
import { startTestApp, type TestApp, YESTERDAY } from '../../kit/app.ts';
import { connectWorkspace } from '../../kit/connected-workspace.ts';
let app: TestApp;
beforeAll(async () => { app = await startTestApp(); });
afterAll(() => app.close());
test('perf', async () => {
  const c = await connectWorkspace(app);
  const w = c.workspace.ctx.actor.workspaceId;
  const names = ['a', 'b', 'c', 'd', 'e', 'f'];
  c.serve([{ day: YESTERDAY, id: 'c1', ...Object.fromEntries(names.map((n) => [n, 1])) }]);
  await c.track(names.map((name) => ({ name })));
  await app.sql`INSERT INTO accounts (workspace_id, id, external_crm_id, name, attributes, created_at, updated_at)
    SELECT ${w}, 'acc_' || lpad(i::text, 6, '0'), 'c' || i, 'n', '{"tier": "a"}', now(), now() FROM generate_series(1, 10000) i`;
  await app.sql`INSERT INTO usage_profiles SELECT ${w}, 'acc_' || lpad(i::text, 6, '0'), '2025-09-01', '2026-03-09', 100,
    (SELECT array_agg((random()*7)::int::float8) FROM generate_series(1,26) g WHERE i > 0),
    (SELECT array_agg((random()*100)::int::float8) FROM generate_series(1,156) g WHERE i > 0),
    (SELECT array_agg((random()*100)::int::float8) FROM generate_series(1,6) g WHERE i > 0),
    (SELECT array_agg((random()*100)::int::float8) FROM generate_series(1,6) g WHERE i > 0) FROM generate_series(1,10000) i`;
  await app.sql`INSERT INTO support_snapshots SELECT ${w}, 'acc_' || lpad(i::text, 6, '0'), '2026-03-01'::date - d, d, 0,
    NULL, NULL, NULL, now() FROM generate_series(1, 10000) i, generate_series(0, 5) d`;
  const { Session } = await import('node:inspector/promises'); const session = new Session(); session.connect(); await session.post('Profiler.enable'); await session.post('Profiler.start');
  for (let n = 0; n < 4; n++) {
    const h = monitorEventLoopDelay({ resolution: 5 });
    h.enable();
    const t = performance.now(); const cpu = process.cpuUsage();
    const r = await previewHealthModel(c.workspace.ctx, { model: { weights: { SUPPORT: 25, ADOPTION: 20 } } }, () => readCoverage(c.workspace.ctx));
    h.disable(); const used = process.cpuUsage(cpu); console.log('cpu', used.user / 1000, used.system / 1000);
    console.log(Math.round(performance.now() - t), 'ms; loop max', h.max / 1e6, 'p99', h.percentile(99) / 1e6, r.ok && r.value.scoredCount, r.ok && r.value.meanChange);
  }
  const { profile } = await session.post('Profiler.stop'); (await import('node:fs')).writeFileSync('/tmp/h2.cpuprofile', JSON.stringify(profile));
  await c.close();
}, 120_000);
