import { test } from 'vitest';
import { isDeepStrictEqual } from 'node:util';
import { checkMapping } from '../../../src/features/sources/domain/check-mapping.ts';
import { combiner, nullable } from '../../../src/features/sources/domain/combine.ts';
import { newRow, readRow } from '../../../src/features/sources/domain/read-row.ts';
import { ALL_SHAPES } from '../../kit/shapes/all.ts';
test('all', async () => {
  const out: string[] = []; let good = 0; let n = 0;
    for (const s of ALL_SHAPES as any[]) {
      n++;
      const mapping = { accountId: null, accountIdPath: null, ...s.mapping, metrics: s.mapping.metrics.map((m: any) => ({ aggregation: 'SUM', ...m })) };
      const c = checkMapping(mapping);
      if (!c.ok) { out.push(`${s.name}: ${JSON.stringify(c.error)}`); continue; }
      const rows = c.value.rows.evaluate(JSON.parse(JSON.stringify(s.answer))) as any[];
      const row = newRow(c.value); const comb = combiner(c.value.metrics, 100); let bad = '';
      for (const r of rows) { readRow(c.value, r, row, { fromDay: 20492, toDay: 20521, dropOutside: false } as any); if (row.state !== 'mapped') bad += row.state + JSON.stringify(row.faults); else comb.add(row.externalId!, row.day!, row.values); }
      if (bad) { out.push(`${s.name}: ${bad}`); continue; }
      const got: any = {};
      for (const r of comb.result() as any[]) r.values.forEach((v: any, i: number) => { if (v !== null) ((got[r.externalId] ??= {})[mapping.metrics[i].name] ??= {})[r.day] = v; });
      if (isDeepStrictEqual(got, s.expected)) good++; else out.push(`${s.name}:\n  got  ${JSON.stringify(got)}\n  want ${JSON.stringify(s.expected)}`);
    }
  console.log(`${good} of ${n}\n${out.join('\n')}`);
});
