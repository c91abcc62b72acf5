/** How the demo endpoint's answer becomes usage. */
export const MAPPING = {
  rowsPath: 'data',
  datePath: 'date',
  dateFormat: 'YYYY_MM_DD',
  accountIdPath: 'customer_id',
  metrics: ['orders', 'items', 'revenue', 'returned_items'].map((name) => ({ name, path: name, aggregation: 'SUM' })),
} as const;
