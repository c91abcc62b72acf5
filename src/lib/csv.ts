/** Text may hold anything; a number is written as it is. */
export type CsvCell = string | number | null;

/** Spreadsheets read UTF-8 for sure only behind this mark. */
export const BYTE_ORDER_MARK = '\ufeff';

/**
 * How a spreadsheet's formula begins, whole-width signs included: such a text, which a customer's customer may have chosen,
 * would be carried out when the file is opened (https://owasp.org/www-community/attacks/CSV_Injection).
 */
const FORMULA = /^(?=[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20])/;
/** The same within a text, where a spreadsheet that splits at semicolons or tabs sees a cell begin: quotes do not help there. */
const INNER_FORMULA = /(?<=[;\t\r\n]"*)(?=[=+\-@\uff1d\uff0b\uff0d\uff20])/g;
const NEEDS_QUOTES = /[",\r\n]|^\s|\s$/;

/** One line as RFC 4180 has it, its end included. What could be a formula begins with an apostrophe. */
export const csvLine = (cells: readonly CsvCell[]): string => `${cells.map(write).join(',')}\r\n`;

function write(cell: CsvCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const text = cell.replace(INNER_FORMULA, "'").replace(FORMULA, "'");
  return text !== cell || NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
