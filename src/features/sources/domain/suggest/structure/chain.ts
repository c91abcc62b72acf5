import { isObject } from '../../recipe.ts';
import { type Header, headerFor, headRow } from './headers.ts';
import { type Branch, type Chain, type Level, MAX_ELEMENTS, type Source } from './level.ts';
import { mapKind } from './maps.ts';
import { type Place, survey } from './survey.ts';
import { zips } from './zips.ts';

const MAX_CHAINS = 48;
const MAX_LEVELS = 5;
const MAX_BRANCHES = 14;

/** Every way to rows that an answer shows, the answer itself as the only row among them. */
export function findChains(answer: unknown, headers: readonly Header[], known: ReadonlySet<string>): Chain[] {
  const root = newLevel({ kind: 'ROOT' }, [answer], [0], headers, null);
  const chains: Chain[] = [[root]];
  for (let at = 0; at < chains.length && chains.length < MAX_CHAINS; at++) {
    const chain = chains[at] as Chain;
    const leaf = chain.at(-1)?.source;
    if (chain.length > MAX_LEVELS || (leaf?.kind === 'ZIP' && leaf.dated)) continue;
    const branches = [...zips(chain), ...maps(chain, known), ...lists(chain)].slice(0, MAX_BRANCHES);
    for (const { source, elements, parents, names } of branches) {
      if (chains.length >= MAX_CHAINS) break;
      if (elements.length > 0) chains.push([...chain, newLevel(source, elements, parents, headers, names)]);
    }
  }
  return chains;
}

function newLevel(
  source: Source,
  elements: readonly unknown[],
  parents: readonly number[],
  headers: readonly Header[],
  names: readonly string[] | null,
): Level {
  const found = survey(elements, (place, width) =>
    names && (place.path === '@' || (source.kind === 'LIST' && names.length <= width))
      ? names
      : headerFor(headers, place, width),
  );
  return { source, elements, parents, found };
}

function lists(chain: Chain): Branch[] {
  const { found, source } = chain.at(-1) as Level;
  return found.lists.flatMap((place): Branch[] => {
    const elements: unknown[] = [];
    const parents: number[] = [];
    const sample = place.values.find((value) => Array.isArray(value) && value.length > 1);
    const head = Array.isArray(sample) ? headRow(sample.slice(0, 20)) : null;
    for (const [parent, value] of place.values.entries()) {
      if (!Array.isArray(value)) continue;
      for (const element of head ? value.slice(1) : value) {
        if (elements.length >= MAX_ELEMENTS) break;
        if (typeof element !== 'object' || element === null) continue;
        elements.push(element);
        parents.push(parent);
      }
    }
    // Cells of a row are no rows; a list within a list at the same place has a loop of its own.
    if (place.path.includes(' | ')) return [];
    // The lists that were put side by side are cells.
    if (place.path === '@' && source.kind === 'ZIP') return [];
    if (/\[\d+\]/.test(place.path) && !isLoopOverPart(chain, place)) return [];
    return [{ source: { kind: 'LIST', path: place.path, skip: head ? 1 : 0 }, elements, parents, names: head }];
  });
}

/** `[1]` of an entry of a map is its value, and of a zipped row one of its lists; other cells belong to their row. */
function isLoopOverPart(chain: Chain, place: Place): boolean {
  const { source } = chain.at(-1) as Level;
  return (source.kind === 'MAP' || source.kind === 'ZIP') && /^\[\d+\](?!.*\[\d+\])/.test(place.path);
}

function maps(chain: Chain, known: ReadonlySet<string>): Branch[] {
  const { found } = chain.at(-1) as Level;
  return found.objects.flatMap((place): Branch[] => {
    if (place.path.includes(' | ')) return [];
    const kind = mapKind(place, known);
    if (!kind) return [];
    const elements: unknown[] = [];
    const parents: number[] = [];
    for (const [parent, value] of place.values.entries()) {
      if (!isObject(value)) continue;
      for (const [key, inner] of Object.entries(value)) {
        if (elements.length >= MAX_ELEMENTS) break;
        if (kind.only === 'object' && !isObject(inner)) continue;
        if (kind.only === 'array' && !Array.isArray(inner)) continue;
        elements.push([key, inner]);
        parents.push(parent);
      }
    }
    const value = place.names.at(-1) ?? 'value';
    const { only, guarded } = kind;
    const source: Source = { kind: 'MAP', path: place.path, only, guarded };
    return [{ source, elements, parents, names: ['key', value === 'key' ? 'value' : value] }];
  });
}
