import { wordsOf } from './words.ts';

const NO_FIGURE = new Set(
  `id uuid guid key version year month week hour port epoch timestamp ts date day time datetime page offset limit lat lon lng latitude
  longitude code statuscode index position rank interval zip postal phone start end created updated at timezone cursor
  status seed schema revision precision scale pid from to phone msisdn sid`.split(/\s+/),
);

const MOMENTS = new Set(['created', 'updated', 'start', 'end']);
/** Seconds since 1970 are more since 1973. */
const EPOCHS = 100_000_000;

const COUNTED = /^(?:d?count|approx|distinct|distinctcount|num|number|unique|uniq|nunique|cnt|sum|total)/;

/** Ids, versions, epochs, ports and years are numbers, and count nothing. */
export function isNoFigure(names: readonly string[], values: readonly unknown[] = []): boolean {
  const words = wordsOf(names.at(-1) ?? '');
  const last = words.at(-1) ?? '';
  if (words.some((word) => COUNTED.test(word))) return false;
  // `hours` are counted, `hour` is one of the day.
  if (/(?:hours|minutes|days|weeks|months)$/i.test(names.at(-1) ?? '')) return false;
  if (last === 'id' || last === 'key' || (last === 'at' && words.length > 1)) return true;
  // `docs.created` may be how many were, unless it is when.
  if (
    MOMENTS.has(words.join(' ')) &&
    values.length > 0 &&
    values.every((value) => typeof value === 'number' && value < EPOCHS)
  )
    return false;
  return words.length > 0 && words.every((word) => NO_FIGURE.has(word));
}
