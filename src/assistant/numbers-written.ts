/** A number as a text has it. */
export type WrittenNumber = {
  /** With its sign, unit or scale, to be shown. */
  readonly text: string;
  /** What it may mean, without sign: 1.234 is one number in Madrid and another in London. */
  readonly readings: readonly { readonly value: number; readonly unit: number }[];
  readonly isPercent: boolean;
};

const MONTHS =
  '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\.?';
const DAY_OF_MONTH = '\\d{1,2}(?:st|nd|rd|th)?';
const DAYS = `${DAY_OF_MONTH}(?:\\s*(?:–|-|to|and|through)\\s*${DAY_OF_MONTH})?`;

/** What holds digits and no figure: dates, times, references, ids, and the numbers of a list’s lines. */
const NO_FIGURES = new RegExp(
  [
    '\\[t\\d+\\]',
    '\\b[a-z]{2,4}_[0-9a-z]{26}\\b',
    '\\b\\d{4}-\\d\\d-\\d\\d(?:T[\\d:.]+Z?)?',
    '\\b\\d{1,2}:\\d\\d(?::\\d\\d)?\\b',
    `\\b${MONTHS}\\s+${DAYS}\\b(?:,?\\s+(?:19|20)\\d\\d\\b)?`,
    `\\b${DAYS}\\s+(?:of\\s+)?${MONTHS}(?:,?\\s+(?:19|20)\\d\\d\\b)?`,
    `\\b${MONTHS}\\s+(?:19|20)\\d\\d\\b`,
    '\\bQ[1-4](?:\\s+(?:of\\s+)?(?:19|20)\\d\\d\\b)?',
    '\\b(?:in|of|since|by|during|until|from)\\s+(?:19|20)\\d\\d\\b(?![.,-]?\\d)',
    '^[ \\t]*\\d{1,2}[.)](?=\\s)',
  ].join('|'),
  'gm',
);

/** Digits, in groups or not; not within a word, and not the rest of one such as `C-1` or `v2.1`. */
const NUMBER =
  /(?<![\p{L}\p{N}_]|[\p{L}\p{N}_][-.])(?<digits>\d+(?:[.,’'\u00a0\u202f ]?\d+)*)(?<rest> ?%| ?percent(?:age points)?\b| ?(?:k|K|M|B|bn|m)(?![\p{L}\p{N}_])| (?:thousand|million|billion)\b|(?:st|nd|rd|th)(?![\p{L}\p{N}_]))?/gu;

const SCALES: Readonly<Record<string, number>> = {
  ...{ k: 1e3, K: 1e3, thousand: 1e3, m: 1e6, M: 1e6, million: 1e6, B: 1e9, bn: 1e9, billion: 1e9 },
};

/** The figures of a text. Those written as words are not found. */
export function figuresOf(text: string): WrittenNumber[] {
  const bare = text.normalize('NFKC').replace(NO_FIGURES, (gone) => ' '.repeat(gone.length));
  return [...bare.matchAll(NUMBER)].flatMap((match) => {
    const { digits = '', rest = '' } = match.groups ?? {};
    const word = rest.trim();
    if (/^(?:st|nd|rd|th)$/.test(word)) return [];
    const scale = SCALES[word] ?? 1;
    const isPercent = /^(?:%|percent)/.test(word);
    return split(digits).map((one, index, all) => ({
      text: `${one}${index === all.length - 1 ? rest : ''}`,
      readings: readingsOf(one).map(({ value, unit }) => ({ value: value * scale, unit: unit * scale })),
      isPercent: isPercent && index === all.length - 1,
    }));
  });
}

/** Numbers with blanks between them are one when the blanks part thousands. */
const split = (digits: string): string[] =>
  /^\d{1,3}(?:[\u00a0\u202f ]\d{3})+(?:[.,]\d+)?$/.test(digits) || !/[\u00a0\u202f ]/.test(digits)
    ? [digits]
    : digits.split(/[\u00a0\u202f ]/);

const FORMS: readonly (readonly [form: RegExp, group: RegExp | '', point: string])[] = [
  [/^\d+(?:\.\d+)?$/, '', '.'],
  [/^\d+,\d+$/, '', ','],
  [/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/, /,/g, '.'],
  [/^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/, /\./g, ','],
  [/^\d{1,3}(?:[\u00a0\u202f ’']\d{3})+(?:[.,]\d+)?$/, /[\u00a0\u202f ’']/g, '.'],
];

function readingsOf(digits: string): { value: number; unit: number }[] {
  return FORMS.flatMap(([form, group, point]) => {
    if (!form.test(digits)) return [];
    const plain = digits.replace(group, '').replace(point, '.').replace(',', '.');
    const decimals = plain.split('.')[1]?.length ?? 0;
    return [{ value: Number(plain), unit: 10 ** -decimals * roundedBy(plain) }];
  });
}

/** 1,200 may stand for 1,187: two figures that are said are enough, where the rest are zeros. */
function roundedBy(plain: string): number {
  const zeros = plain.length < 4 ? 0 : (/^\d{2,}?(0+)$/.exec(plain)?.[1]?.length ?? 0);
  return 10 ** zeros;
}
