import { test } from 'vitest';
import { startTestApp } from '../../kit/app.ts';
import { giveAccounts, connectWorkspace } from '../../kit/connected-workspace.ts';
import { suggestAccounts } from '../../../src/features/usage/index.ts';
import { candidateKeys } from '../../../src/features/usage/domain/suggest.ts';
import { selectCandidates } from '../../../src/features/usage/store/index.ts';
import { random } from '../../kit/usage-intake.ts';
test('measure', { timeout: 300000 }, async () => {
  const app = await startTestApp();
  const c = await connectWorkspace(app);
  const { below } = random(7);
  const A = ['North', 'South', 'Acme', 'Globex', 'Initech', 'Umbrella', 'Stark', 'Wayne', 'Hooli', 'Vehement', 'Soylent', 'Müller', 'Ångström', 'Tyrell'];
  const B = ['Robotics', 'Foods', 'Bakery', 'Logistics', 'Systems', 'Partners', 'Dental', 'Studio', 'Labs', 'Store'];
  const C = ['Inc.', 'GmbH', 'LLC', 'Ltd', 'S.A.', ''];
  const name = () => `${A[below(A.length)]} ${B[below(B.length)]}${below(100000)} ${C[below(C.length)]}`.trim();
  const names: string[] = [];
  let t = performance.now();
  for (let i = 0; i < 50; i++) {
    const list = Array.from({ length: 1000 }, (_, j) => { const n = name(); names.push(n); return { externalCrmId: `CRM-${i * 1000 + j}`, name: n }; });
    await giveAccounts(c.admin, list);
  }
  console.log('50k upserted', performance.now() - t);
  for (const analyze of [false, true]) {
  if (analyze) await app.ports.db.admin?.unsafe?.('ANALYZE accounts');
  for (let round = 0; round < 3; round++) {
    const ids = Array.from({ length: 100 }, (_, k) => {
      const i = below(50000);
      return [`crm-${i}`, `${i}`, `00${i}`, `sf_${i}`, names[i].toLowerCase().replaceAll(' ', '-'), names[i].replace('o', 'u'), `Norht ${i}`, `${'x'.repeat(100)}${i}`][k % 8] as string;
    });
    const keys = ids.flatMap((id) => candidateKeys(id) ?? []);
    t = performance.now();
    const cand = await selectCandidates(c.workspace.ctx.db.orm, c.workspace.ctx.actor.workspaceId, keys);
    const sqlMs = performance.now() - t;
    t = performance.now();
    const s = await suggestAccounts(c.workspace.ctx, ids);
    console.log('sql', sqlMs.toFixed(1), 'whole', (performance.now() - t).toFixed(1), 'candidates', cand.flat().length, 'with suggestions', s.filter((x) => x.length).length);
    if (round === 0 && analyze) console.log(ids.slice(0, 8).map((id, i) => [id, s[i]]), JSON.stringify(s.slice(0, 8)));
  }
  }
  console.log(app.databaseUrl);
  await c.close(); await app.close();
});
