import { accepted, type UserError } from '../client.ts';
import type { Scene } from '../scene.ts';

/** What a customer-success engineer would type; the endpoint's own names are in the sample. */
const DESCRIPTIONS = ['number of orders', 'items sold', 'revenue in pounds', 'returned items'];

const SUGGEST = `mutation ($metricDescriptions: [String!]!) {
  suggestMapping(input: { metricDescriptions: $metricDescriptions }) {
    suggestion {
      source confidence
      mapping { rowsPath datePath dateFormat accountIdPath metrics { name path aggregation } }
      fields { field confidence reason }
      warnings { message }
      preview { rowCount mappedCount }
    }
    userErrors { code message }
  }
}`;

/** As `previewMapping` and `saveMappingAndBackfill` take it. */
export type DemoMapping = {
  readonly rowsPath: string;
  readonly datePath: string;
  readonly dateFormat: string;
  readonly accountIdPath: string | null;
  readonly metrics: readonly { readonly name: string; readonly path: string; readonly aggregation: string }[];
};

type Suggested = {
  suggestMapping: {
    suggestion: {
      source: string;
      confidence: number;
      mapping: DemoMapping;
      fields: { field: string; confidence: number; reason: string }[];
      warnings: { message: string }[];
      preview: { rowCount: number; mappedCount: number };
    } | null;
    userErrors: UserError[];
  };
};

/** The endpoint's fields, which the chapters to come speak of. */
const FIELDS = ['orders', 'items', 'revenue', 'returned_items'];

/** Nobody writes an expression: the mapping is found from the sample and four lines of English. */
export async function suggestMapping({ client, paper, checks }: Scene): Promise<DemoMapping> {
  paper.chapter('Suggest a mapping');
  const asked = await client.ask<Suggested>(SUGGEST, { metricDescriptions: DESCRIPTIONS });
  const { suggestion } = accepted(asked.suggestMapping);
  if (!suggestion) throw new Error('suggestMapping answered without a suggestion.');
  const { mapping, fields, preview } = suggestion;
  paper.say(`From the sample and ${DESCRIPTIONS.map((text) => `"${text}"`).join(', ')}:`);
  paper.say('');
  const sure = (field: string) => `${Math.round(100 * (fields.find((one) => one.field === field)?.confidence ?? 0))} %`;
  paper.table(
    [{ head: 'field' }, { head: 'path', width: 40 }, { head: 'sure', align: 'right' }],
    [
      ['rows', mapping.rowsPath, sure('rowsPath')],
      ['day', `${mapping.datePath} (${mapping.dateFormat})`, sure('datePath')],
      ['account', mapping.accountIdPath ?? '', sure('accountIdPath')],
      ...mapping.metrics.map(({ path, aggregation }, index) => [
        DESCRIPTIONS[index] ?? '',
        `${path} (${aggregation})`,
        sure(`metrics.${index}`),
      ]),
    ],
  );
  for (const { message } of suggestion.warnings) paper.say(message);
  const found = FIELDS.filter((field, index) => mapping.metrics[index]?.path === field).length;
  checks.equal('fields that the suggestion found', found, FIELDS.length);
  checks.equal('rows of the sample that it maps', preview.mappedCount, preview.rowCount);
  paper.say('');
  paper.say(`Found by ${suggestion.source}. Its metrics are saved under the names of the endpoint's fields.`);
  return { ...mapping, metrics: mapping.metrics.map((metric) => ({ ...metric, name: metric.path })) };
}
