import { classifyText } from '../classify-text.ts';
import type { AnswerError } from '../mapper-job.ts';
import { parseJson, whatIsWrong } from '../parse-json.ts';
import { BYTE } from './bytes.ts';
import { rowCutter } from './row-cutter.ts';

export const ROW_TOO_LARGE: AnswerError = {
  code: 'ANSWER_TOO_COSTLY',
  message: 'one row of the answer is larger than 64 MB',
  hint: 'rows_path should lead to the list whose elements are the rows.',
};

/** Lines are documents, each by itself; only an answer that is one object may take several. */
export const lineGoesOn = (row: number): AnswerError => ({
  code: 'NOT_JSON',
  message: `Response is not valid JSON: row ${row} does not end with its line`,
  hint: 'Return one document, such as a list of the rows, or write each row in a line of its own.',
});

export const linesHoldSeveral = (from: number, to: number): AnswerError => ({
  code: 'NOT_JSON',
  message: `Response is not valid JSON: of the lines ${from} to ${to} one holds more than one document`,
  hint: 'Return one document, such as a list of the rows, or write each row in a line of its own.',
});

/** Rows that JSON.parse refused, read once more one by one, to say which of them is broken. `before` rows came before. */
export function brokenRow(text: string, before: number): AnswerError {
  const bytes = Buffer.from(text);
  const cutter = rowCutter('LIST');
  let from = 0;
  let row = before + 1;
  for (;;) {
    const found = cutter.next(bytes, 0, bytes.length);
    const element = bytes.toString('utf8', from, cutter.at());
    if (found !== 'BOUNDARY' || !parseJson(element).ok) return explain(element, row);
    from = cutter.at() + 1;
    row++;
    cutter.pass();
  }
}

function explain(element: string, row: number): AnswerError {
  if (element.trim() === '')
    return {
      code: 'NOT_JSON',
      message: `Response is not valid JSON: there is a mistake at row ${row}: a comma stands before or behind nothing`,
      hint: 'A comma before a closing bracket, or two commas in a row, are not allowed.',
    };
  const text = withBrackets(element);
  const { hint, message } = classifyText(text, text.length, whatIsWrong(text));
  const where = /near .*$/s.exec(message)?.[0];
  return {
    code: 'NOT_JSON',
    message: `Response is not valid JSON: there is a mistake in row ${row}${where ? `, ${where}` : ''}`,
    hint,
  };
}

/** A row that is no object or list would be taken for a page or a text of another kind. */
const withBrackets = (element: string): string => {
  const first = element.trimStart().charCodeAt(0);
  return first === BYTE.openObject || first === BYTE.openList ? element : `[${element}]`;
};
