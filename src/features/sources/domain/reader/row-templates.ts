import { BYTE, type ByteQueue, isBlank } from './bytes.ts';
import { learnTemplate, type RowTemplate, type WantedScalars } from './learn-template.ts';
import { type MatchedRow, MISS, matchRow, NEEDS_MORE } from './match-row.ts';

/** Takes a matched row's values; false when the row needs a closer look after all. */
export type TakeMatched = (bytes: Buffer, row: MatchedRow) => boolean;

export type Matched = {
  /** `MISS`: the row at hand is as no template says, and has to be parsed. */
  readonly outcome: 'MISS' | 'MORE' | 'END';
  readonly rows: number;
  readonly consumed: number;
  readonly afterComma: boolean;
  /** Place of the last row, from the queue's start. */
  readonly lastFrom: number;
  readonly lastTo: number;
};

/** Rows of an answer look alike: what one of them looks like is learnt, and those that follow are read by comparing. */
export type RowTemplates = {
  /** Learns from a row that JSON.parse has taken. */
  readonly learn: (bytes: Buffer, from: number, to: number) => void;
  readonly areReady: () => boolean;
  /** Whether rows should be parsed one by one, to learn from them. */
  readonly wantRows: (rowsRead: number) => boolean;
  readonly run: (queue: ByteQueue, inLines: boolean, afterComma: boolean) => Matched;
};

/** The first rows are parsed: what fields they have is noted elsewhere. */
const FIRST_ROWS = 50;
const MAX_TEMPLATES = 4;
/** After so many rows it is decided whether templates are worth their while. */
const TRIAL_ROWS = 1_024;
const MIN_SHARE = 0.5;
/** Of a row that is still coming. Each time more of it is there it is compared from its beginning, which a giant must not be. */
const MAX_PENDING = 256 * 1_024;

/** What is read of a row; `inTexts` has a 1 for each metric that takes a number written as text. */
export type RowWants = { readonly wanted: WantedScalars; readonly inTexts: Uint8Array };

export function rowTemplates({ wanted, inTexts }: RowWants, values: Float64Array, take: TakeMatched): RowTemplates {
  let templates: RowTemplate[] = [];
  let gaveUp = false;
  let learnt = 0;
  let matchedRows = 0;
  const row: MatchedRow = { account: aSpan(), date: aSpan(), values, inTexts };
  const empty = values.slice();

  /** The template that matched last stands first. */
  const match = (bytes: Buffer, at: number, end: number): number => {
    for (let index = 0; index < templates.length; index++) {
      const template = templates[index] as RowTemplate;
      if (!template.isComplete) values.set(empty);
      const behind = matchRow(template, bytes, at, end, row);
      if (behind === MISS) continue;
      if (index > 0) templates = [template, ...templates.filter((other) => other !== template)];
      return behind;
    }
    return MISS;
  };

  return {
    learn: (bytes, from, to) => {
      learnt++;
      if (learnt >= TRIAL_ROWS && matchedRows < learnt * MIN_SHARE) {
        gaveUp = true;
        return;
      }
      const template = learnTemplate(bytes, from, to, wanted);
      if (!template || templates.some((other) => isSame(other, template))) return;
      templates = [template, ...templates].slice(0, MAX_TEMPLATES);
    },
    areReady: () => templates.length > 0 && !gaveUp,
    wantRows: (rowsRead) => rowsRead >= FIRST_ROWS && !gaveUp,
    run: ({ bytes, start, end }, inLines, afterCommaBefore) => {
      let at = start;
      let rows = 0;
      let afterComma = afterCommaBefore;
      let lastFrom = 0;
      let lastTo = 0;
      const stop = (outcome: Matched['outcome'], to: number): Matched => {
        matchedRows += rows;
        return { outcome, rows, consumed: to - start, afterComma, lastFrom: lastFrom - start, lastTo: lastTo - start };
      };
      for (;;) {
        let from = at;
        while (from < end && isBlank(bytes[from] as number)) from++;
        if (from >= end) return stop('MORE', at);
        if (bytes[from] === BYTE.closeList && !inLines) return afterComma ? stop('MISS', at) : stop('END', from + 1);
        const behind = match(bytes, from, end);
        if (behind === MISS) return stop('MISS', at);
        if (behind === NEEDS_MORE) return stop(end - from > MAX_PENDING ? 'MISS' : 'MORE', at);
        let to = behind;
        while (to < end && isBlank(bytes[to] as number) && !(inLines && bytes[to] === BYTE.newline)) to++;
        if (to >= end) return stop('MORE', at);
        const divider = bytes[to];
        const isEnd = divider === BYTE.closeList && !inLines;
        if (!isEnd && divider !== (inLines ? BYTE.newline : BYTE.comma)) return stop('MISS', at);
        if (!take(bytes, row)) return stop('MISS', at);
        rows++;
        lastFrom = from;
        lastTo = behind;
        at = to + 1;
        afterComma = !isEnd && !inLines;
        if (isEnd) return stop('END', at);
      }
    },
  };
}

const isSame = (a: RowTemplate, b: RowTemplate): boolean =>
  Buffer.compare(a.fixed, b.fixed) === 0 && a.lengths.join() === b.lengths.join();

const aSpan = () => ({ from: 0, to: 0, isText: false });
