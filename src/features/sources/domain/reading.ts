import { checkMapping } from './check-mapping.ts';
import type { Mapping } from './mapping.ts';
import { readsByTemplate } from './reader/template-rows.ts';

/** How answers are read with a mapping: the first as fast as it goes, the last only up to a size. */
export type AnswerReading = 'TEMPLATE' | 'ROWS' | 'DOCUMENT';

export function readingOf(mapping: Mapping): AnswerReading {
  const compiled = checkMapping(mapping);
  if (!compiled.ok || !compiled.value.rows.stream) return 'DOCUMENT';
  return readsByTemplate(compiled.value) ? 'TEMPLATE' : 'ROWS';
}
