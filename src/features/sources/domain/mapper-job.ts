import type { Day, DayWindow } from '../../../lib/day.ts';
import type { Mapping } from './mapping.ts';
import type { Suggestion } from './suggest/suggestion.ts';

/** What is to be done with an answer. */
export type MapperWork = ProbeJob | PreviewJob | ExtractJob | CompareJob;

/** What is to be done with a stored sample: it is held as a whole, and no endpoint is asked. */
export type SampleWork = ValuesJob | SuggestJob;

/** What a mapper child is asked. Plain JSON: it crosses a process boundary. */
export type MapperJob = (MapperWork | SampleWork) & {
  /** Whether each line is a JSON document (NDJSON); null when nobody said. */
  readonly lines: boolean | null;
  /** Set when an answer comes in several bodies; after each the child says a `PageRead`. */
  readonly paging: PagingJob | null;
};

/** What the child is to find out for the next page. */
export type PagingJob = {
  /** JMESPath on the answer, of whose rows only the last is there; null when the next page is not found in the answer. */
  readonly nextPath: string | null;
};

/** What the child says of one body of several. */
export type PageRead = {
  /** Elements of the list of rows, before any filter. */
  readonly elements: number;
  /** What `nextPath` gives. */
  readonly next: unknown;
  /** The same for the same rows: a page that comes again shows by it. */
  readonly digest: string;
};

/** Is it JSON at all? Keeps a sample that is itself valid JSON. */
export type ProbeJob = { readonly kind: 'probe'; readonly sampleBytes: number };

/** Maps every row, shows the first. Sends the distinct account ids on `CHANNEL.accounts`. */
export type PreviewJob = {
  readonly kind: 'preview';
  readonly mapping: Mapping;
  readonly window: DayWindow;
  /** How many rows to show of each list. */
  readonly first: number;
};

/** Maps every row into COPY streams: `CHANNEL.rows`, then `CHANNEL.accounts`. */
export type ExtractJob = {
  readonly kind: 'extract';
  readonly mapping: Mapping;
  readonly window: DayWindow;
  /** Position of each metric of the mapping, in its order, in the stored array (from 0). */
  readonly slots: readonly number[];
  /** Length of the stored array; positions no metric fills are NULL. */
  readonly slotCount: number;
  /** Whether to add up each account's rows as well, and send that on `CHANNEL.totals` where it can be had. */
  readonly totals: boolean;
};

/** Is it the answer that these digests are of? Said as soon as it is not. */
export type CompareJob = {
  readonly kind: 'compare';
  /** Of its blocks, in their order. */
  readonly blocks: readonly string[];
  readonly bytes: number;
};

/** Which texts and whole numbers of the answer could be ids of accounts? Keys of objects count. */
export type ValuesJob = { readonly kind: 'values'; readonly limit: number };

/** Which mapping makes the best rows of the answer? Meant for a sample: the whole of it is held and searched. */
export type SuggestJob = {
  readonly kind: 'suggest';
  /** What is to be measured, a description a metric; empty for whatever looks like usage. */
  readonly descriptions: readonly string[];
  /** Of the ids that `values` found, those of accounts of the workspace. */
  readonly knownIds: readonly string[];
  readonly window: DayWindow;
  /** Mappings that somebody else made: checked, run and judged like all others. */
  readonly proposed: readonly ProposedMapping[];
  /** How many rows of the preview to show. */
  readonly first: number;
};

export type ProposedMapping = Mapping & {
  /** The description that each metric is for, counted from 0; null for none. Where it is absent, they come in their order. */
  readonly describes?: readonly (number | null)[];
};

/**
 * Output channels. Each carries one complete PostgreSQL binary COPY stream (header, tuples, trailer):
 * `rows` (ref int4, day date, ordinal int4, vals float8[]), in the order of the answer; `ordinal` counts source rows from 1;
 * `accounts` (ref int4, external_id text): each distinct account id once; `ref` is what the rows say;
 * `totals` (ref int4, first_day date, last_day date, day_count int4, totals float8[]): what each account's rows come to.
 */
export const CHANNEL = { rows: 0, accounts: 1, totals: 2 } as const;

/** Of `extract`, at most a few times a second. */
export type MapperProgress = {
  readonly bytesRead: number;
  readonly rowsMapped: number;
  /** Null while rows are mapped as they come. */
  readonly rowsTotal: number | null;
};

export type MapperResult<T> = ({ readonly ok: true } & T) | { readonly ok: false; readonly error: AnswerError };

/** Why an answer as a whole gives no rows. */
export type AnswerErrorCode =
  | 'NOT_JSON'
  | 'ROWS_PATH_NO_DATA'
  | 'ROWS_PATH_NOT_A_LIST'
  | 'EXPRESSION_FAILED'
  | 'PAGING_FAILED'
  | 'ANSWER_TOO_COSTLY';
export type AnswerError = { readonly code: AnswerErrorCode; readonly message: string; readonly hint: string };

export type ProbeResult = MapperResult<{
  readonly bytes: number;
  readonly sample: Sample;
  /** What is worth a look in an answer that can be read, such as signs of further pages. */
  readonly notices: readonly string[];
}>;

/** A cut of the answer that is still valid JSON. */
export type Sample = { readonly json: string; readonly truncated: boolean; readonly fullBytes: number };

export type PreviewResult = MapperResult<{
  readonly counts: RowCounts;
  readonly rows: readonly PreviewRow[];
  /** The first (day, account) pairs as they would be stored, combined over the whole answer. */
  readonly result: readonly PreviewResultRow[];
  readonly problems: readonly Problem[];
  readonly notices: readonly string[];
}>;

export type ValuesResult = MapperResult<{ readonly values: readonly string[] }>;

export type SuggestDone = {
  readonly ok: true;
  readonly suggestion: Suggestion;
  /** What came next, best first. */
  readonly others: readonly Suggestion[];
  /** Of the suggestion's mapping, over the answer given. */
  readonly preview: Extract<PreviewResult, { readonly ok: true }>;
  readonly candidates: {
    /** Of those found here: how many were run. */
    readonly tried: number;
    readonly proposed: number;
    /** Of the proposed ones: those that could not be compiled, or gave no row. */
    readonly dropped: number;
  };
};

/** Nothing in the answer makes rows. */
export type NoRowsFound = { readonly code: 'NO_ROWS_FOUND'; readonly message: string; readonly hint: string };

export type SuggestResult = SuggestDone | { readonly ok: false; readonly error: AnswerError | NoRowsFound };

export type ExtractResult = MapperResult<{
  readonly bytes: number;
  readonly counts: RowCounts;
  /** Source rows that share their day and account with another: the store must combine them. */
  readonly duplicates: number;
  readonly problems: readonly Problem[];
  readonly shape: RowShape;
  /** The last day that a mapped row is of; null when none is. */
  readonly lastDay: Day | null;
  /** Whether totals were sent. */
  readonly hasTotals: boolean;
  readonly notices: readonly string[];
  /** By which the answer is known when it comes again; absent when it came in pages, or is too long. */
  readonly blocks?: readonly string[];
}>;

export type CompareResult = MapperResult<{ readonly same: boolean }>;

/** What rows look like, to notice when an endpoint changes. */
export type RowShape = {
  /** By metric, in the mapping's order: how many mapped rows have a value. */
  readonly present: readonly number[];
  /** Names of the fields that the first rows have, sorted; those of more than 64 characters left out. */
  readonly fields: readonly string[];
};

/** rows = mapped + skipped + errors. In a preview, rows outside the window are mapped and counted beside; in an extract they are neither mapped nor stored, and rows = mapped + skipped + errors + outsideWindow. */
export type RowCounts = {
  readonly rows: number;
  readonly mapped: number;
  /** Without an account id. */
  readonly skipped: number;
  readonly errors: number;
  readonly outsideWindow: number;
  /** Distinct account ids among the mapped rows. */
  readonly accounts: number;
};

export type PreviewRow = {
  /** Place in the answer, from 1. */
  readonly rowNumber: number;
  readonly day: string | null;
  readonly externalId: string | null;
  /** In the mapping's order; null when missing or in error. */
  readonly values: readonly (number | null)[];
  readonly errors: readonly RowError[];
  readonly outsideWindow: boolean;
};

export type PreviewResultRow = {
  readonly day: string;
  readonly externalId: string;
  readonly values: readonly (number | null)[];
};

export type RowError = {
  /** What the message is about: `date`, `account_id` or a metric's name. */
  readonly path: string;
  /** The documented message, such as `metric logins: not numeric`. */
  readonly message: string;
  readonly hint: string;
  /** The offending value as short JSON, at most 80 characters. */
  readonly value: string;
};

/** One kind of row error over the whole answer. */
export type Problem = RowError & { readonly count: number; readonly firstRowNumber: number };
