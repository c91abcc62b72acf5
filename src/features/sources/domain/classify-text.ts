import type { AnswerError } from './mapper-job.ts';
import { whatIsWrong } from './parse-json.ts';
import { visible } from './shorten.ts';

const notJson = (what: string, hint: string): AnswerError => ({
  code: 'NOT_JSON',
  message: `Response is not valid JSON: ${what}`,
  hint,
});

/** What a text that JSON.parse refused seems to be. `said` is the parser's message. */
export function classifyText(text: string, bytes: number, said: string): AnswerError {
  const start = text.trimStart().slice(0, 2_000);
  if (start === '')
    return notJson('the body is empty', 'The endpoint answered without content; check its path and parameters.');
  if (start[0] === '\0' || start[1] === '\0')
    return notJson('it is UTF-16 or UTF-32, not UTF-8', 'JSON is exchanged in UTF-8.');
  if (/^<(?:!doctype\s+html|html|head|body)/i.test(start)) return notJson('it looks like an HTML page', htmlHint(text));
  if (start.startsWith('<'))
    return notJson(
      'it looks like XML',
      'Ask for JSON: a header Accept: application/json, or a parameter such as format=json.',
    );
  if (/^\)\]\}'|^(?:while|for)\s*\(/.test(start))
    return notJson(
      'a guard stands before the JSON',
      'The endpoint protects against script inclusion; use its API address.',
    );
  if (/^[\w.$]+\s*\(\s*[[{]/.test(start)) return notJson('it looks like JSONP', 'Leave out the callback parameter.');
  if (!/^[[{"]/.test(start)) return notJson(`it looks like plain text (${quote(start)})`, plainHint(start));
  if (isCutOff(text, said))
    return notJson(
      `it is cut off after ${bytes} bytes`,
      'The connection closed early or the endpoint limits its answers; ask for fewer rows or days.',
    );
  const at = positionIn(said, text);
  if (/^[[{]/.test(start) && said.startsWith('Unexpected non-whitespace') && /^\s*[[{]/.test(text.slice(at ?? 0)))
    return notJson(
      'it holds several JSON documents, one after another',
      'Where each line is a document (NDJSON), rows_path starts from the list of lines: @, or [*].items[]. Otherwise return one document.',
    );
  const where = at === null ? '' : ` at character ${at + 1}, near ${quote(text.slice(Math.max(0, at - 10), at + 20))}`;
  return notJson(`there is a mistake${where}`, mistakeHint(text.slice(at ?? 0, (at ?? 0) + 10)));
}

/** What bytes that are not UTF-8 seem to be. */
export function classifyBytes(bytes: Uint8Array): AnswerError {
  const [a, b] = bytes;
  if (a === 0x1f && b === 0x8b)
    return notJson('it is compressed with gzip', 'The endpoint must say so in a header Content-Encoding: gzip.');
  if (a === 0x50 && b === 0x4b) return notJson('it is a ZIP archive', 'Ask the endpoint for plain JSON.');
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff))
    return notJson('it is UTF-16, not UTF-8', 'JSON is exchanged in UTF-8.');
  return notJson('it holds invalid UTF-8', 'JSON is exchanged in UTF-8; the endpoint may send Latin-1 or binary data.');
}

/** The parser was still inside something when the text ended. */
function isCutOff(text: string, said: string): boolean {
  const at = statedPosition(said);
  // Not by the words alone: 1.] is an "unterminated" number in a text that goes on.
  return at === null ? /^Unexpected end|^Unterminated/.test(said) : at >= text.trimEnd().length;
}

function statedPosition(said: string): number | null {
  const position = /at position (\d+)/.exec(said)?.[1];
  return position === undefined ? null : Number(position);
}

/** V8 states the position of some mistakes; for a wrong token it quotes the text around it, ten characters before. */
function positionIn(said: string, text: string): number | null {
  const stated = statedPosition(said);
  if (stated !== null) return stated;
  const [, token, cut, quoted] =
    /^Unexpected token '(.)', (\.\.\.)?"([\s\S]*?)"(?:\.\.\.)? is not valid JSON$/u.exec(said) ?? [];
  if (token === undefined || quoted === undefined) return null;
  if (cut) return text.includes(quoted) ? text.indexOf(quoted) + 10 : null;
  // Of the places where the token stands, the one up to which the text is sound.
  for (let at = quoted.indexOf(token); at >= 0; at = quoted.indexOf(token, at + 1)) {
    if (isCutOff(text.slice(0, at), whatIsWrong(text.slice(0, at)))) return at;
  }
  return null;
}

function htmlHint(text: string): string {
  const title = /<title[^>]*>([^<]{1,80})/i.exec(text.slice(0, 20_000))?.[1]?.trim();
  const named = title ? ` Its title is ${quote(title)}.` : '';
  return `The address may be a web page or a login form rather than an API; check the URL and the credentials.${named}`;
}

function plainHint(start: string): string {
  const line = start.split('\n', 1)[0] ?? '';
  if (/[,;\t].*[,;\t]/.test(line)) return 'It may be CSV: ask the endpoint for JSON.';
  return 'The endpoint must answer with a JSON list or object.';
}

function mistakeHint(rest: string): string {
  if (/^(?:NaN|-?Infinity|undefined|None|True|False)/.test(rest))
    return 'JSON knows null, true and false only, and no NaN or Infinity.';
  if (rest.startsWith("'")) return 'JSON quotes names and texts with double quotes.';
  if (/^[}\]]/.test(rest)) return 'A comma before a closing bracket is not allowed.';
  return 'The endpoint writes JSON by hand, it seems; a JSON library would not make this mistake.';
}

const quote = (text: string) => visible(JSON.stringify(text.length > 40 ? `${text.slice(0, 39)}…` : text), 250);
