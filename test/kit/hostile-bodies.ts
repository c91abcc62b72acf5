import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import type { AnswerErrorCode } from '../../src/features/sources/domain/mapper-job.ts';

export type HostileBody = {
  readonly name: string;
  readonly body: string | Uint8Array;
  /** What reading it as rows ends with; NOT_JSON is also what connecting ends with. */
  readonly expected: AnswerErrorCode;
  /** Part of the message or the hint. */
  readonly says: string;
};

const GOOD = '{"rows":[{"day":"2026-06-01","id":"a","logins":1,"seats":2},{"day":"2026-06-02","id":"b","logins":3}]}';
const bytes = (text: string) => Buffer.from(text);
const utf16le = Buffer.from(GOOD, 'utf16le');
const utf16be = Buffer.from(utf16le).swap16();
const utf32le = Buffer.concat([...GOOD].map((character) => Buffer.from([character.charCodeAt(0), 0, 0, 0])));
const joined = (...parts: readonly (string | readonly number[])[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? bytes(part) : Buffer.from(part))));
const inText = (...octets: number[]) => joined('{"rows":[{"id":"', octets, '"}]}');

const all = (says: string, cases: Readonly<Record<string, string | Uint8Array>>): HostileBody[] =>
  Object.entries(cases).map(([name, body]) => ({ name, body, expected: 'NOT_JSON', says }));

const cutOff = Object.fromEntries(
  [1, 2, 5, 8, 9, 10, 15, 16, 28, 40, 55, 61, GOOD.length - 2, GOOD.length - 1].map((length) => [
    `cut off after ${length}`,
    GOOD.slice(0, length),
  ]),
);
const garbled = Object.fromEntries(
  [0, 3, 9, 20, 50, GOOD.length - 1].flatMap((at) =>
    [0xff, 0x00, 0x01].map((octet) => [
      `byte ${at} turned into ${octet}`,
      Buffer.from(bytes(GOOD).map((value, index) => (index === at ? octet : value))),
    ]),
  ),
);

const notJson: readonly HostileBody[] = [
  ...all('empty', {
    nothing: '',
    blanks: ' \r\n\t ',
    'a BOM alone': '\ufeff',
    '2 MB of blanks': ' '.repeat(2_000_000),
  }),
  ...all('cut off', cutOff),
  ...all('', garbled),
  ...all('UTF-16', {
    'UTF-16 with a BOM': joined([0xff, 0xfe], [...utf16le]),
    'big-endian UTF-16 with a BOM': joined([0xfe, 0xff], [...utf16be]),
    'UTF-16 without a BOM': utf16le,
    'big-endian UTF-16 without a BOM': utf16be,
    'UTF-32 without a BOM': utf32le,
  }),
  ...all('invalid UTF-8', {
    'Latin-1': Buffer.from('{"rows":[{"id":"Zo\u00eb"}]}', 'latin1'),
    'Shift JIS': inText(0x83, 0x65, 0x83, 0x58),
    'a surrogate in UTF-8': inText(0xed, 0xa0, 0x80),
    'both halves of a pair in UTF-8': inText(0xed, 0xa0, 0xbd, 0xed, 0xb8, 0x80),
    'an overlong NUL': inText(0xc0, 0x80),
    'a lone continuation': inText(0x80),
    'beyond Unicode': inText(0xf4, 0x90, 0x80, 0x80),
    'a character cut in two': joined('{"rows":["', [0xe2, 0x82]),
  }),
  ...all('compressed with gzip', { 'gzip that nobody announced': gzipSync(GOOD) }),
  ...all('ZIP', { 'a ZIP archive': Buffer.from('504b0304140000000800ffd8', 'hex') }),
  ...all('', {
    'brotli that nobody announced': brotliCompressSync(GOOD),
    'deflate that nobody announced': deflateSync(GOOD),
    'a picture': Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
    'a PDF': '%PDF-1.7\n1 0 obj',
    'two BOMs': `\ufeff\ufeff${GOOD}`,
    'NUL bytes only': '\0\0\0\0',
    'a NUL behind it': `${GOOD}\0`,
    'a byte behind it': `${GOOD}x`,
    'its closing bracket twice': `${GOOD}}`,
    '5,000 opened lists': '['.repeat(5_000),
    '5,000 opened objects': '{"a":'.repeat(5_000),
  }),
  ...all('HTML', {
    'an HTML page': '<!DOCTYPE html><html><head><title>Sign\u202e in</title></head></html>',
    'an HTML page behind blanks': `${'\n'.repeat(3_000)}<html>`,
    'a page of titles': `<html>${'<title'.repeat(3_000)}`,
  }),
  ...all('XML', {
    XML: '<?xml version="1.0"?><rows/>',
    'a bomb of XML': '<!DOCTYPE lolz [<!ENTITY lol "lol">]><lolz/>',
  }),
  ...all('JSONP', { JSONP: `callback(${GOOD});` }),
  ...all('guard', { 'a guard against inclusion': `)]}',\n${GOOD}`, 'a loop before it': `while(1);${GOOD}` }),
  ...all('several JSON documents', {
    'a blank between two documents': `${GOOD} ${GOOD}\n`,
    'two documents on a line': `${GOOD}${GOOD}`,
  }),
  ...all('plain text', {
    CSV: 'day,id,logins\n2026-06-01,a,1\n',
    YAML: 'rows:\n  - day: 2026-06-01\n',
    'an event stream': `data: ${GOOD}\n\n`,
    'a line of text': 'upstream connect error or disconnect/reset before headers',
    'text with controls': '\u001b[31mfailed\u001b[0m\u0007',
    Python: "b'{}'",
    PHP: 'a:1:{i:0;s:1:"a";}',
    'a token': 'eyJhbGciOiJIUzI1NiJ9.eyJhIjoxfQ.c2ln',
    'NaN alone': 'NaN',
    'undefined alone': 'undefined',
    'a number with a plus': '+1',
    '1 MB without a blank': 'x'.repeat(1_000_000),
  }),
  ...all('mistake', {
    NaN: '{"rows":[{"logins":NaN}]}',
    Infinity: '{"rows":[{"logins":-Infinity}]}',
    undefined: '{"rows":[{"logins":undefined}]}',
    None: '{"rows":None}',
    'a leading zero': '{"rows":[01]}',
    'a leading plus': '{"rows":[+1]}',
    'a leading point': '{"rows":[.5]}',
    'a trailing point': '{"rows":[1.]}',
    'an exponent without digits': '{"rows":[1e]}',
    'a hexadecimal number': '{"rows":[0x10]}',
    'a separated number': '{"rows":[1_000]}',
    'a comma too many': '{"rows":[1,]}',
    'a hole': '{"rows":[1,,2]}',
    'a comma too few': '{"rows":[1 2]}',
    'single quotes': "{'rows':[]}",
    'names without quotes': '{rows:[]}',
    'a comment': '{"rows":[/* none */]}',
    'a tab in a text': '{"rows":["a\tb"]}',
    'a line break in a text': '{"rows":["a\nb"]}',
    'an escape that is none': '{"rows":["\\x41"]}',
    'half an escape': '{"rows":["\\u12"]}',
    'a name without a value': '{"rows"}',
  }),
];

const shaped = (expected: AnswerErrorCode, says: string, cases: Readonly<Record<string, string>>): HostileBody[] =>
  Object.entries(cases).map(([name, body]) => ({ name, body, expected, says }));

/** JSON that has no rows where the mapping looks for them. */
const noRows: readonly HostileBody[] = [
  ...shaped('ROWS_PATH_NO_DATA', 'neither a list nor an object', {
    null: 'null',
    true: 'true',
    'a number': '5',
    'a number too large': '1e999',
    'a text': '"rows"',
    'a text of 2 MB': JSON.stringify('x'.repeat(2_000_000)),
    'a number of 100,000 digits': '9'.repeat(100_000),
  }),
  ...shaped('ROWS_PATH_NO_DATA', '', {
    'an empty object': '{}',
    'rows that are null': '{"rows":null}',
    'rows in another case': '{"Rows":[]}',
    'rows with a blank': '{"rows ":[]}',
    'rows of a prototype': '{"__proto__":{"rows":[{"day":"2026-06-01","id":"a","logins":1}]}}',
    'rows of a constructor': '{"constructor":{"prototype":{"rows":[1]}}}',
    'a list instead of an object': '[{"rows":[]}]',
    '100,000 nested lists': '['.repeat(100_000) + ']'.repeat(100_000),
    '100,000 nested objects': `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`,
    'keys that nothing stores': '{"a\\u0000b":1,"\\ud800":2,"\\u202ec":3,"":4}',
    'a key of 1 MB': `{"${'k'.repeat(1_000_000)}":1}`,
    'a list, then null': '{"row":[1],"row":null}',
    '100,000 distinct keys': `{${Array.from({ length: 100_000 }, (_, key) => `"k${key}":${key}`).join()}}`,
    'keys that look like numbers': '{"4294967295":1,"-1":2,"0":3}',
  }),
  ...shaped('ROWS_PATH_NOT_A_LIST', 'rows_path returned', {
    'rows that are an object': '{"rows":{"length":2,"0":{},"1":{}}}',
    'rows that are a text': '{"rows":"[]\\u0000\\ud800"}',
    'rows that are a number': '{"rows":1e999}',
    'rows that are false': '{"rows":false}',
    'rows keyed by __proto__': '{"rows":{"__proto__":[1],"constructor":[2]}}',
  }),
];

/** Seconds and hundreds of megabytes each: with the full form only. */
export const HEAVY_BODIES = (): readonly HostileBody[] => [
  ...shaped('ROWS_PATH_NO_DATA', '', {
    '2,000,000 nested lists': '['.repeat(2_000_000) + ']'.repeat(2_000_000),
    '1,000,000 distinct keys': `{${Array.from({ length: 1_000_000 }, (_, key) => `"k${key}":0`).join()}}`,
    'a text of 100 MB': JSON.stringify('x'.repeat(100_000_000)),
    'a key of 50 MB': `{"${'k'.repeat(50_000_000)}":1}`,
  }),
];

export const HOSTILE_BODIES: readonly HostileBody[] = [...notJson, ...noRows];
