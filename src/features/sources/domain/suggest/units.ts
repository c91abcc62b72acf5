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
): Conversion | null {
  const asked = unitsIn(wordsOf(description)).at(-1);
  if (!asked) return null;
  const given = [names.slice(-1), names.slice(0, -1), context]
    .map((texts) => unitsIn(texts.flatMap(wordsOf)).find(({ of }) => of === asked.of))
    .find((found) => found !== undefined);
  if (!given || given.size === asked.size) return null;
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
