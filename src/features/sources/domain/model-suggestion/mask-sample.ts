import { cutSample } from '../cut-sample.ts';
import { wordsOf } from '../suggest/words.ts';
import { fakeNumber, shapeOf } from './fake-values.ts';
import { type Keys, sortKeys, type Told } from './hidden-keys.ts';
import { isSaid } from './public-words.ts';

export type MaskedSample = {
  /** JSON of at most 8 KB. */
  readonly json: string;
  /** An expression that was written for the masked sample, for the real one. */
  readonly unmask: (expression: string) => string;
};

const MAX_BYTES = 8 * 1024;

/**
 * A sample as a stranger may see it: names of fields, and of everything else no more than its shape. Texts become letters
 * without meaning, dates become others written alike, numbers others of their magnitude. Keys that are data are masked, too, and
 * so that they can be told back.
 */
export function maskSample(
  answer: unknown,
  { known, descriptions }: { readonly known: ReadonlySet<string>; readonly descriptions: readonly string[] },
): MaskedSample {
  const told: Told = { known, said: new Set(descriptions.flatMap(wordsOf)) };
  const keys = sortKeys(answer, told);
  const shapes = shaper();
  const masks = masksOf(keys, shapes.text);
  const text = (value: string): string => (isTold(value, keys, told) ? value : shapes.text(value));
  const mask = (value: unknown): unknown => {
    if (typeof value === 'string') return text(value);
    if (typeof value === 'number') return shapes.number(value);
    if (Array.isArray(value)) return value.map(mask);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [masks.get(key) ?? key, mask(inner)]));
  };
  const originals = new Map([...masks].map(([key, masked]) => [masked, key]));
  return { json: cutSample(mask(answer), 0, MAX_BYTES).json, unmask: (expression) => unmasked(expression, originals) };
}

/** Stand-ins for no account, as many reports have them. */
const SENTINEL =
  /^(?:\(?(?:not[ _]set|not[ _]provided|none|other|others|total|totals|all|unknown|n\/a|null|undefined|overall)\)?|\$overall|-|\*|)$/i;

const isTold = (value: string, { shown }: Keys, { known, said }: Told): boolean =>
  !known.has(value) && (shown.has(value) || SENTINEL.test(value) || isSaid(value, said));

/** The same fake for the same value; dates that differ differ in their fakes, too. */
function shaper() {
  const dates = new Map<string, number>();
  const numberOf = (date: string): number => {
    const number = dates.get(date) ?? dates.size;
    dates.set(date, number);
    return number;
  };
  const fake =
    <T extends string | number>(make: (value: T, number: number) => T) =>
    (value: T): T =>
      // Only dates come in numbers.
      make(value, 0) === make(value, 1) ? make(value, 0) : make(value, numberOf(String(value)));
  return { text: fake<string>(shapeOf), number: fake<number>(fakeNumber) };
}

/** Each of the hidden keys gets a mask of its own, which no other key is. */
function masksOf({ shown, hidden }: Keys, shapeOfKey: (key: string) => string): Map<string, string> {
  const taken = new Set(shown);
  const tries = new Map<string, number>();
  return new Map(
    [...hidden].map((key) => {
      const shape = shapeOfKey(key) || 'x';
      let mask = shape;
      for (let next = tries.get(shape) ?? 0; taken.has(mask); next++) {
        mask = `${shape}${next.toString(2).replaceAll('0', 'x').replaceAll('1', 'X')}`;
        tries.set(shape, next + 1);
      }
      taken.add(mask);
      return [key, mask];
    }),
  );
}

/** Quoted names, texts, literals (which are left alone) and bare names, but not those of variables. */
const WORD = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`(?:[^`\\]|\\.)*`|(?<![$\w])[A-Za-z_]\w*/g;

function unmasked(expression: string, originals: ReadonlyMap<string, string>): string {
  return expression.replace(WORD, (word) => {
    if (word.startsWith('`')) return word;
    const isText = word.startsWith("'");
    const key = originals.get(isText ? word.slice(1, -1) : word.startsWith('"') ? unquoted(word) : word);
    if (key === undefined) return word;
    return isText ? `'${key.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'` : JSON.stringify(key);
  });
}

function unquoted(word: string): string {
  try {
    return JSON.parse(word) as string;
  } catch {
    return '';
  }
}
