import { operand } from './structure/path.ts';
import { wordsOf } from './words.ts';

type Unit = { readonly of: 'SIZE' | 'TIME' | 'MONEY'; readonly size: number; readonly name: string };

const unit = (of: Unit['of'], size: number, name: string, words: string): [string, Unit][] =>
  words.split(' ').map((word) => [word, { of, size, name }]);

const UNITS: ReadonlyMap<string, Unit> = new Map([
  ...unit('SIZE', 1, 'bytes', 'byte'),
  ...unit('SIZE', 1e3, 'kilobytes', 'kb kilobyte'),
  ...unit('SIZE', 1e6, 'megabytes', 'mb megabyte'),
  ...unit('SIZE', 1e9, 'gigabytes', 'gb gigabyte'),
  ...unit('SIZE', 1e12, 'terabytes', 'tb terabyte'),
  ...unit('SIZE', 1024, 'KiB', 'kib kibibyte'),
  ...unit('SIZE', 1024 ** 2, 'MiB', 'mib mebibyte'),
  ...unit('SIZE', 1024 ** 3, 'GiB', 'gib gibibyte'),
  ...unit('SIZE', 1024 ** 4, 'TiB', 'tib tebibyte'),
  ...unit('TIME', 0.001, 'milliseconds', 'ms millisecond milli msec'),
  ...unit('TIME', 1, 'seconds', 'sec second secs'),
  ...unit('TIME', 60, 'minutes', 'min minute mins'),
  ...unit('TIME', 3_600, 'hours', 'hr hour hrs'),
  ...unit('MONEY', 0.01, 'cents', 'cent penny'),
  ...unit('MONEY', 1e-6, 'millionths', 'micro micros'),
  ...unit('MONEY', 1, 'whole units', 'dollar usd euro eur pound gbp'),
]);

const unitsIn = (words: readonly string[]): Unit[] => words.flatMap((word) => UNITS.get(word) ?? []);

export const hasUnit = (text: string): boolean => unitsIn(wordsOf(text)).length > 0;

/** What a description says in passing of how the answer tells the value: "hours (the value is in ms)". */
const IN_PASSING =
  /\(([^)]*)\)|[\s,;]+(?:given|stored|reported|returned|recorded|told|converted)\s+(?:in|as|from)\s+(.*)$/i;

export type Conversion = {
  readonly from: string;
  readonly to: string;
  readonly factor: number;
  readonly write: (path: string) => string;
};

/** How a field's values come to the unit that a description asks for; null where they are in it, or nobody says. */
export function conversionOf(
  description: string,
  names: readonly string[],
  context: readonly string[],
  values: readonly (number | null)[],
): Conversion | null {
  const aside = IN_PASSING.exec(description);
  const words = wordsOf(description);
  const outside = aside ? unitsIn(wordsOf(description.replace(aside[0], ' '))) : [];
  const inside = aside ? unitsIn(wordsOf(aside[1] ?? aside[2] ?? '')) : [];
  // Without another one it is the unit that is asked for: "storage (GB)".
  const said = outside.length > 0 ? outside : unitsIn(words);
  // "Number of seconds" is no unit of money, but "cost" is in money.
  const asked = said.at(-1) ?? (words.some((word) => MONEY.has(word)) ? WHOLE : undefined);
  if (!asked) return null;
  const told = outside.length > 0 ? inside.find(({ of }) => of === asked.of) : undefined;
  const given =
    told ??
    [names.slice(-1), names.slice(0, -1), context]
      .map((texts) => unitsIn(texts.flatMap(wordsOf)).find(({ of }) => of === asked.of))
      .find((found) => found !== undefined);
  const supposed = given ?? (said.length > 0 ? supposedUnit(asked, names, values) : undefined);
  return supposed && supposed.size !== asked.size && (said.length > 0 || supposed.size < 1e-3)
    ? between(supposed, asked)
    : null;
}

/** Nobody stores a million gigabytes or works 500 hours at once: such numbers are of the smallest unit. */
function supposedUnit(asked: Unit, names: readonly string[], values: readonly (number | null)[]): Unit | undefined {
  const numbers = values.filter((value) => value !== null && value > 0).toSorted((a, b) => (a ?? 0) - (b ?? 0));
  const middle = numbers[numbers.length >> 1] ?? 0;
  const own = names.slice(-2).flatMap(wordsOf);
  if (asked.of === 'SIZE') return asked.size >= 1e6 && middle >= 1e6 ? UNITS.get('byte') : undefined;
  if (asked.of !== 'TIME' || asked.size < 60 || !own.some((word) => LASTING.has(word))) return undefined;
  return middle >= 200_000 ? UNITS.get('ms') : middle >= 200 ? UNITS.get('second') : undefined;
}

const LASTING = new Set(['duration', 'elapsed', 'time', 'runtime', 'length', 'spent']);
const MONEY = new Set(
  'cost spend spent revenue earning amount price fee charge money budget sale turnover income'.split(' '),
);
const WHOLE: Unit = { of: 'MONEY', size: 1, name: 'whole units' };

function between(given: Unit, asked: Unit): Conversion | null {
  const isLarger = asked.size > given.size;
  const ratio = isLarger ? asked.size / given.size : given.size / asked.size;
  const factor = Number(ratio.toPrecision(12));
  if (!Number.isFinite(factor)) return null;
  return {
    from: given.name,
    to: asked.name,
    factor: isLarger ? 1 / factor : factor,
    write: (path) => `${operand(path)} ${isLarger ? '/' : '*'} \`${factor}\``,
  };
}
