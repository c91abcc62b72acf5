/** Every way a text is likely to be written when it is passed on, the text itself included. */
export function writingsOf(text: string): string[] {
  const forms = [text, text.normalize('NFC'), text.normalize('NFD')];
  const all = forms.flatMap((form) => [...escapes(form), ...bytesOf(form).flatMap(encodings)]);
  // Headers travel as Latin-1; and UTF-8 is often read as if it were.
  const latin1 = /^[\0-\u00ff]*$/.test(text) ? encodings(Buffer.from(text, 'latin1')) : [];
  return [...new Set([...all, ...latin1, Buffer.from(text, 'utf8').toString('latin1')])];
}

/** By itself, and inside a JSON text. */
const bytesOf = (text: string): Buffer[] => [Buffer.from(text, 'utf8'), Buffer.from(jsonText(text), 'utf8')];

/** As JSON, as HTML, as JSON in HTML, and each of these inside a JSON text, which is how we show values. */
function escapes(text: string): string[] {
  const json = [jsonText(text), asciiJson(text), asciiJson(text).replace(/\\u[\da-f]{4}/g, upperHex)];
  const plain = [text, ...json, ...json.map((escaped) => escaped.replaceAll('/', '\\/'))];
  const pages = plain.flatMap((one) => [...QUOTES.map((quotes) => html(one, quotes)), numericHtml(one)]);
  const shown = new Set([...plain, ...pages]);
  return [...shown, ...[...shown].map(jsonText)];
}

const jsonText = (text: string): string => JSON.stringify(text).slice(1, -1);

const asciiJson = (text: string): string =>
  jsonText(text).replace(/[^\0-~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

const upperHex = (escaped: string): string => `\\u${escaped.slice(2).toUpperCase()}`;

/** How libraries write the two quotation marks; some leave them alone. */
const QUOTES: readonly (readonly [double: string, single: string])[] = [
  ['&quot;', '&#39;'],
  ['&quot;', '&#x27;'],
  ['&quot;', '&#039;'],
  ['&#34;', '&#39;'],
  ['&quot;', '&apos;'],
  ['&quot;', "'"],
  ['"', "'"],
];

const html = (text: string, [double, single]: readonly [string, string]): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', double)
    .replaceAll("'", single);

const numericHtml = (text: string): string =>
  html(text, ['&quot;', '&#39;']).replace(/[^\0-~]/gu, (character) => `&#${character.codePointAt(0)};`);

function encodings(bytes: Buffer): string[] {
  const base64 = [bytes.toString('base64'), ...[0, 1, 2].map((shift) => base64Core(bytes, shift))];
  const bare = base64.map((text) => text.replace(/=+$/, ''));
  const url = [...base64, ...bare].map((text) => text.replaceAll('+', '-').replaceAll('/', '_'));
  const percent = PERCENT_KEEPS.map((kept) => percentEncoded(bytes, kept));
  const form = percent.map((text) => text.replaceAll('%20', '+'));
  const twice = percent.map((text) => text.replaceAll('%', '%25'));
  const codes = [...percent, ...form, ...twice];
  const lower = codes.map((text) => text.replace(/%(?:25)?[\dA-F]{2}/g, (code) => code.toLowerCase()));
  const hex = bytes.toString('hex');
  return [...base64, ...bare, ...url, ...codes, ...lower, hex, hex.toUpperCase()];
}

/** What stays as it is: RFC 3986, encodeURIComponent, form encoding, encodeURI; and nothing. */
const PERCENT_KEEPS = [/[\w.~-]/, /[\w.~!'()*-]/, /[\w.*-]/, /[\w.~!'()*;,/?:@&=+$#-]/, /[^\s\S]/];

function percentEncoded(bytes: Buffer, kept: RegExp): string {
  let text = '';
  for (const byte of bytes) {
    const character = String.fromCharCode(byte);
    text += byte < 128 && kept.test(character) ? character : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  }
  return text;
}

/** What base64 of any text that holds the bytes, `shift` bytes behind a multiple of three, has in common. */
function base64Core(bytes: Buffer, shift: number): string {
  const text = Buffer.concat([Buffer.alloc(shift), bytes])
    .toString('base64')
    .replace(/=+$/, '');
  const whole = (shift + bytes.length) % 3 === 0;
  return text.slice([0, 2, 3][shift], whole ? undefined : -1);
}
