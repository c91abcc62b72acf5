import { figuresOf } from './numbers-written.ts';

/** What an answer may take its figures from. */
export type KnownNumbers = {
  readonly values: ReadonlySet<number>;
  /** Numbers of which two may be added up, or taken from each other: of one object, or by one name. */
  readonly groups: readonly (readonly number[])[];
  /** Texts that hold digits, such as names, which an answer may repeat: the longest first. */
  readonly texts: readonly string[];
};

/** More than these have sums and differences of nearly any size. */
const MOST_IN_A_GROUP = 40;
const MOST_TEXTS = 2_000;
const DAY = /^\d{4}-\d\d-\d\d/;

/** Everything that tools told and the person who asks said. Numbers lose their sign: a fall of 30 % is a rate of -0.3. */
export function knownNumbers(data: readonly unknown[], said: readonly string[]): KnownNumbers {
  const values = new Set<number>();
  const byName = new Map<string, Set<number>>();
  const groups: number[][] = [];
  const texts = new Set<string>();

  const note = (name: string, value: number): number => {
    const size = Math.abs(value);
    values.add(size);
    const named = byName.get(name) ?? new Set();
    byName.set(name, named.add(size));
    return size;
  };
  const noteText = (text: string): void => {
    if (!/\d/.test(text) || DAY.test(text)) return;
    for (const { readings } of figuresOf(text)) for (const { value } of readings) values.add(value);
    if (text.length >= 3 && !/^[\d.,]+$/.test(text) && texts.size < MOST_TEXTS) texts.add(text.normalize('NFKC'));
  };
  const read = (value: unknown, name: string): void => {
    if (typeof value === 'number') note(name, value);
    else if (typeof value === 'string') noteText(value);
    else if (Array.isArray(value)) {
      // How many there are is a figure, too.
      values.add(value.length);
      for (const one of value) read(one, name);
    } else if (typeof value === 'object' && value !== null) {
      const own: number[] = [];
      for (const [key, inner] of Object.entries(value)) {
        noteText(key);
        if (typeof inner === 'number') own.push(note(key, inner));
        else read(inner, key);
      }
      groups.push(own);
      noteDays(value, values);
    }
  };
  for (const one of data) read(one, '');
  for (const text of said) noteText(text);
  for (const named of byName.values()) groups.push([...named]);
  return {
    values,
    groups: groups.filter(({ length }) => length > 1 && length <= MOST_IN_A_GROUP),
    texts: [...texts].sort((a, b) => b.length - a.length),
  };
}

/** How many days a range has. */
function noteDays(range: object, values: Set<number>): void {
  const { from, to } = range as { from?: unknown; to?: unknown };
  if (typeof from !== 'string' || typeof to !== 'string' || !DAY.test(from) || !DAY.test(to)) return;
  const days = (Date.parse(to.slice(0, 10)) - Date.parse(from.slice(0, 10))) / 86_400_000 + 1;
  if (days > 0) values.add(days);
}
