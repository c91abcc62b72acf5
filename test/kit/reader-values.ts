/** Chance, from 0 to 1. */
export type Random = () => number;

export const pick = <T>(random: Random, list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
export const upTo = (random: Random, count: number): number => Math.floor(random() * count);
export const happens = (random: Random, share: number): boolean => random() < share;

const digits = (random: Random, count: number): string => {
  let text = String(1 + upTo(random, 9));
  while (text.length < count) text += String(upTo(random, 10));
  return text;
};

const ODD_NUMBERS = [
  ...['0', '-0', '0.0', '-0.0', '0e0', '-0E-5', '1e5', '1E+2', '-1e2', '1e-400', '-1e-400', '1e999', '-1e999', '1e308'],
  ...['17976931348623157e292', '1e100', '1.0000000000000001e100', '-1e100', '1e101', '1e-100', '9e-101', '5e-324'],
  ...[
    '9007199254740991',
    '9007199254740993',
    '-9007199254740993',
    '999999999999999',
    '9999999999999999',
    '123456789012345.6',
  ],
  ...[
    '0.1',
    '0.30000000000000004',
    '100000000000000000000',
    '1e22',
    '1e23',
    '8.41e21',
    '2.2250738585072011e-308',
    '0.000001',
  ],
];

/** Of every length and form, valid as JSON. */
export function numberText(random: Random): string {
  const kind = random();
  if (kind < 0.6) return String(upTo(random, 1_000));
  if (kind < 0.8)
    return `${happens(random, 0.3) ? '-' : ''}${upTo(random, 1_000)}.${digits(random, 1 + upTo(random, 4))}`;
  if (kind < 0.87) return `${happens(random, 0.3) ? '-' : ''}${digits(random, 13 + upTo(random, 9))}`;
  if (kind < 0.93) return `${digits(random, 1 + upTo(random, 17))}.${digits(random, 1 + upTo(random, 17))}`;
  if (kind < 0.96)
    return `${digits(random, 3)}.${digits(random, 2)}e${pick(random, ['', '+', '-'])}${upTo(random, 120)}`;
  return happens(random, 0.05) ? digits(random, 400) : pick(random, ODD_NUMBERS);
}

const ODD_TEXTS = [
  ...[
    '\\"',
    '\\\\',
    '\\/',
    '\\u0041',
    '\\ud83d\\ude00',
    '\\ud800',
    '\\udc00x',
    '\\b\\f\\n\\r\\t',
    '\\u0000',
    '\\u00e9',
    '\\\\\\"',
  ],
  ...[
    '},{',
    ']',
    '[',
    '}',
    '"},{"'.replaceAll('"', '\\"'),
    ']}',
    '\\"]',
    'ü',
    'é\u00a0',
    '😀',
    '漢字',
    '\u2028',
    '\u007f',
    '\ufeff',
  ],
];

/** The inside of a JSON text, as it stands between quotes. */
export function textInside(random: Random): string {
  let text = '';
  for (let parts = upTo(random, 4); parts > 0; parts--)
    text += happens(random, 0.7) ? pick(random, ['plain', 'x', '', 'north', ' ', '42']) : pick(random, ODD_TEXTS);
  return text;
}

export const textJson = (random: Random): string => `"${textInside(random)}"`;

const LONG_ID = 'i'.repeat(256);
const ODD_IDS = [
  ...[
    '""',
    '"  "',
    'null',
    'true',
    '{}',
    '[1]',
    '" a7 "',
    '"\\ta7"',
    '"a7\\n"',
    '-0',
    '1e3',
    '12.5',
    '1e999',
    '"\\u0061 7"',
  ],
  ...[
    `"${LONG_ID}"`,
    `"${LONG_ID.slice(1)}"`,
    `"${'😀'.repeat(255)}"`,
    '"\\ud800"',
    '"\\u0000"',
    '9007199254740992',
    '"ü"',
    '"😀"',
  ],
];

export function idJson(random: Random, strange: number): string {
  if (happens(random, strange)) return pick(random, ODD_IDS);
  return happens(random, 0.8) ? `"a${upTo(random, 30)}"` : String(upTo(random, 12));
}

/** A day of June 2026 mostly, in the format, which is asked for from 2026-06-01 to 2026-06-30. */
export function dateJson(random: Random, format: string, strange: number): string {
  if (happens(random, strange)) return pick(random, ODD_DATES);
  const day = 1 + upTo(random, happens(random, 0.05) ? 40 : 30);
  const june = `2026-0${day > 30 ? 7 : 6}-${String(day > 30 ? day - 30 : day).padStart(2, '0')}`;
  const seconds = Date.parse(june) / 1_000;
  if (format === 'UNIX_SECONDS') return `${seconds + upTo(random, 86_400)}${happens(random, 0.1) ? '.25' : ''}`;
  if (format === 'UNIX_DAYS') return String(seconds / 86_400);
  if (format === 'ISO_8601') return `"${june}${pick(random, ['', 'T10:00:00Z', 'T23:30:00-02:00', ' 01:00'])}"`;
  if (format === 'YYYYMMDD') return happens(random, 0.5) ? june.replaceAll('-', '') : `"${june.replaceAll('-', '')}"`;
  return `"${june}"`;
}

const ODD_DATES = [
  ...[
    'null',
    '""',
    '"2026-02-30"',
    '"2026-6-1"',
    '"2026-06-01 "',
    '"1999-01-01"',
    '"9999-12-31"',
    '0',
    '-1',
    'true',
    '{}',
    '[]',
  ],
  ...[
    '"2026\\u002d06-01"',
    '"yesterday"',
    '1e99',
    '20605.5',
    '"1780272000"',
    '1.780272e9',
    '"2026-06-0\\u0031"',
    '1780272000000',
  ],
];

export function metricJson(random: Random, strange: number): string {
  if (!happens(random, strange)) return numberText(random);
  return pick(random, ['null', 'null', 'true', 'false', '"12"', '""', '"12\\n"', '{}', '[]', '[1,2]', '{"logins":3}']);
}

const ODD_NUMERALS = [
  '" 1"',
  '"1 "',
  '"01"',
  '"1."',
  '".5"',
  '"+1"',
  '"1,000"',
  '"0x10"',
  '""',
  '"1e5"',
  '"-0"',
  '"-"',
  '"\\u0031"',
  '"1\\n"',
];

/** A number written as text, as some endpoints send all of them. */
export function numeralJson(random: Random, strange: number): string {
  if (happens(random, strange))
    return pick(random, [...ODD_NUMERALS, '"1e999"', '"NaN"', '"Infinity"', 'null', 'true', '[1]', '{}']);
  return happens(random, 0.9) ? `"${numberText(random)}"` : numberText(random);
}

/** None of these is JSON. */
export const BROKEN_VALUES = [
  ...[
    '01',
    '-01',
    '1.',
    '.5',
    '+1',
    '-',
    '1e',
    '1e+',
    'NaN',
    'Infinity',
    'nul',
    'nuLl',
    'trux',
    'nulll',
    'True',
    "'x'",
    '"\n"',
    '"\t"',
    '"\u0001"',
  ],
  ...[
    '"\\x"',
    '"\\u12"',
    '"\\u12G4"',
    '{"a"}',
    '{"a":}',
    '{,}',
    '[1,]',
    '[,]',
    '{"a":1,}',
    '{a:1}',
    '1 2',
    '"a" "b"',
    '',
    '0x10',
    '1_000',
  ],
];
