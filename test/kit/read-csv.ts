/** Reads RFC 4180 strictly: a quote within a plain cell, or a line that ends without CRLF, is an error. */
export function readCsv(text: string): string[][] {
  const lines: string[][] = [];
  let line: string[] = [];
  const cell = /"((?:[^"]|"")*)"(,|\r\n)|([^",\r\n]*)(,|\r\n)/y;
  const body = text.replace(/^\ufeff/, '');
  for (let at = 0; at < body.length; at = cell.lastIndex) {
    cell.lastIndex = at;
    const match = cell.exec(body);
    if (!match) throw new Error(`no CSV at ${at}: ${JSON.stringify(body.slice(at, at + 80))}`);
    line.push(match[1]?.replaceAll('""', '"') ?? match[3] ?? '');
    if ((match[2] ?? match[4]) === ',') continue;
    lines.push(line);
    line = [];
  }
  if (line.length > 0) throw new Error('the last line does not end');
  return lines;
}
