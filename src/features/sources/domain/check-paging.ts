import type { Endpoint, EndpointProblem, RequestSecrets } from './endpoint.ts';
import { compileExpression } from './expression.ts';
import { MOST_PAGES, PLACEHOLDER_OF } from './paging.ts';
import { placeholdersOf } from './placeholders.ts';

const MOST_ROWS = 1_000_000;

/** What a kind of paging needs to be of any use. */
export function checkPaging({ paging, url, method }: Endpoint, secrets: RequestSecrets): EndpointProblem[] {
  if (!paging) return [];
  const problems: EndpointProblem[] = [];
  const add = (field: readonly string[], message: string) => problems.push({ field: ['paging', ...field], message });
  const field = FIELD_OF[paging.kind];
  const name = PLACEHOLDER_OF[paging.kind];
  if (name) {
    const texts = [...secrets.headers.map(({ value }) => value), (method === 'POST' && secrets.body) || ''];
    const used = [...placeholdersOf(url, 'URL'), ...texts.flatMap((text) => placeholdersOf(text, 'TEXT'))];
    if (!used.some((one) => one.kind === 'PAGE' && one.name === name))
      add([field], `{${name}} is nowhere in the request: write it where the endpoint expects the ${SAID[name]}.`);
  }
  if ('path' in paging) {
    const compiled = compileExpression(paging.path);
    if (!compiled.ok) {
      const { message, position, hint } = compiled.error;
      add([field, 'path'], `${message} at character ${position}.${hint && ` ${hint}`}`);
    } else if (compiled.value.literal) add([field, 'path'], 'A constant is the same on every page: write a path.');
  }
  if ('firstPage' in paging && ![0, 1].includes(paging.firstPage))
    add([field, 'firstPage'], `firstPage is 0 or 1, not ${paging.firstPage}.`);
  if ('pageSize' in paging && paging.pageSize !== null && (paging.pageSize < 1 || paging.pageSize > MOST_ROWS))
    add([field, 'pageSize'], `pageSize is 1 to ${MOST_ROWS}, not ${paging.pageSize}.`);
  if (paging.maxPages < 1 || paging.maxPages > MOST_PAGES)
    problems.push({ field: ['maxPages'], message: `maxPages is 1 to ${MOST_PAGES}, not ${paging.maxPages}.` });
  return problems;
}

/** As the input names them. */
const FIELD_OF = {
  NEXT_LINK: 'nextLink',
  LINK_HEADER: 'linkHeader',
  CURSOR: 'cursor',
  PAGE: 'page',
  OFFSET: 'offset',
} as const;

const SAID = { cursor: 'cursor', page: "page's number", offset: 'number of rows to leave out' } as const;
