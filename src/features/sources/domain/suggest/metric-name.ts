import { LONGEST } from './words.ts';

/** Whoever reads a chart reads no sentence. */
const MOST_WORDS = 4;

/** A name a metric may bear: of a description or, where that gives none or a sentence, of a field. */
export function metricName(texts: readonly string[], taken: ReadonlySet<string>): string {
  const names = texts.map(snake).filter((text) => text !== '');
  const name = names.find((text) => text.split('_').length <= MOST_WORDS) ?? names[0] ?? 'metric';
  for (let number = 1; ; number++) {
    const tried = number === 1 ? name : `${name.slice(0, 60)}_${number}`;
    if (!taken.has(tried)) return tried;
  }
}

const LEADING = /^(?:the_)?(?:(?:total_)?(?:number|count|amount|sum)_of_)?(?:the_)?/;

function snake(text: string): string {
  const words = text
    .slice(0, LONGEST)
    .replaceAll(/([a-z\d])([A-Z])/g, '$1_$2')
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^_+|_+$/g, '');
  const short = words.replace(LEADING, '') || words;
  const letter = /^[a-z]/.test(short) || short === '' ? short : `m_${short}`;
  return letter.slice(0, 64).replace(/_+$/, '');
}
