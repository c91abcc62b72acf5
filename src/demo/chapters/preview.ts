import { accepted, type UserError } from '../client.ts';
import { count, decimals, MISSING } from '../figures.ts';
import type { Scene } from '../scene.ts';
import type { DemoMapping } from './suggest.ts';

const PREVIEW = `mutation ($mapping: MappingInput!) {
  previewMapping(input: { mapping: $mapping, first: 8 }) {
    preview {
      from to rowCount mappedCount skippedCount errorCount matchedAccountCount unmatchedAccountCount
      rows { day externalCrmId account { name } metrics { name value } }
    }
    userErrors { code message }
  }
}`;

type Row = {
  day: string | null;
  externalCrmId: string | null;
  account: { name: string } | null;
  metrics: { name: string; value: number | null }[];
};
type Previewed = {
  previewMapping: {
    preview: {
      from: string;
      to: string;
      rowCount: number;
      mappedCount: number;
      skippedCount: number;
      errorCount: number;
      matchedAccountCount: number;
      unmatchedAccountCount: number;
      rows: Row[];
    } | null;
    userErrors: UserError[];
  };
};

/** Tries the mapping on a fresh answer; nothing is stored. */
export async function previewMapping({ client, paper, timeline, checks }: Scene, mapping: DemoMapping): Promise<void> {
  paper.chapter('Preview');
  const { preview } = accepted((await client.ask<Previewed>(PREVIEW, { mapping })).previewMapping);
  if (!preview) throw new Error('previewMapping answered without a preview.');
  const rows = timeline.rowsOf({ from: preview.from, to: preview.to });
  paper.say(`previewMapping mapped a fresh answer for ${preview.from} to ${preview.to}:`);
  paper.facts([
    [
      'rows',
      `${count(preview.rowCount)} (CSV: ${count(rows.length)}, ${checks.equal('rows in the preview', preview.rowCount, rows.length)}), ` +
        `${count(preview.mappedCount)} mapped, ${count(preview.skippedCount)} skipped, ${count(preview.errorCount)} with errors`,
    ],
    ['accounts', `${count(preview.matchedAccountCount)} matched, ${count(preview.unmatchedAccountCount)} unmatched`],
  ]);
  const customers = new Set(rows.map((row) => row.customerId)).size;
  checks.equal('account ids in the preview', preview.matchedAccountCount + preview.unmatchedAccountCount, customers);
  paper.say('');
  paper.table(
    [
      { head: 'day' },
      { head: 'id' },
      { head: 'account', width: 31 },
      { head: 'orders', align: 'right' },
      { head: 'items', align: 'right' },
      { head: 'revenue', align: 'right' },
    ],
    preview.rows.map((row) => {
      const value = (name: string) => row.metrics.find((metric) => metric.name === name)?.value ?? null;
      return [
        row.day ?? MISSING,
        row.externalCrmId ?? MISSING,
        row.account?.name ?? 'no such account',
        count(value('orders')),
        count(value('items')),
        decimals(value('revenue')),
      ];
    }),
  );
}
