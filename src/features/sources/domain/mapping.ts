/** How an answer becomes rows of (day, account, metrics). Paths are JMESPath, community dialect. */
export type Mapping = {
  /** Evaluated on the whole answer; must give a list. Each element is one row. */
  readonly rowsPath: string;
  /** Evaluated on a row, like every path below. */
  readonly datePath: string;
  readonly dateFormat: DateFormat;
  /** Exactly one of the two is given: a path on the row, or the one account that every row is about. */
  readonly accountIdPath: string | null;
  readonly accountId: string | null;
  readonly metrics: readonly MetricMapping[];
};

export type MetricMapping = {
  /** snake_case, unique within the mapping, at most 64 characters. */
  readonly name: string;
  readonly path: string;
  readonly aggregation: Aggregation;
};

export const DATE_FORMATS = [
  'YYYY_MM_DD',
  'YYYYMMDD',
  'YYYY_MM_DD_HH_MM_SS',
  'ISO_8601',
  'RFC_2822',
  'UNIX_SECONDS',
  'UNIX_MILLISECONDS',
  'UNIX_DAYS',
] as const;
export type DateFormat = (typeof DATE_FORMATS)[number];

/** How several rows for one day and account combine: added up, the last one in the answer, or the largest. */
export const AGGREGATIONS = ['SUM', 'LAST', 'MAX'] as const;
export type Aggregation = (typeof AGGREGATIONS)[number];

export const METRIC_LIMIT = 25;
