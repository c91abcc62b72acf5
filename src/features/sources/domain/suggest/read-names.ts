/**
 * The names of fields that a path reads, from the outside in. What a row has from elsewhere, as in
 * `data[*].[let $d = start_time in results[*].{day: $d, row: @}]`, is followed through the rows path.
 */
export function namesRead(path: string, rowsPath: string): string[] {
  const names = wordsIn(path);
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const next = names.flatMap((name) => bindingOf(name, rowsPath) ?? [name]);
    if (next.length === names.length && next.every((name, index) => name === names[index])) break;
    names.splice(0, names.length, ...next.slice(0, MAX_NAMES));
  }
  return names.map((name) => name.replace(/^\$/, ''));
}

const MAX_ROUNDS = 3;
const MAX_NAMES = 20;
const NAME = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`|\$?[A-Za-z_]\w*(?!\w*\()/g;
const OF_THE_LANGUAGE = new Set(['let', 'in', 'null', 'row']);

/** Names and texts of an expression; functions and numbers are none. */
function wordsIn(text: string): string[] {
  return Array.from(text.slice(0, 2_000).matchAll(NAME), ([found]) => found)
    .filter((found) => !found.startsWith('`') && !OF_THE_LANGUAGE.has(found))
    .map((found) => (/^["']/.test(found) ? found.slice(1, -1) : found));
}

/** What `name: path` or `$name = path` in the rows path reads. */
function bindingOf(name: string, rowsPath: string): string[] | null {
  const plain = name.replace(/^\$/, '');
  if (!/^\w+$/.test(plain)) return null;
  const form = name.startsWith('$')
    ? new RegExp(`\\$${plain}\\s*=\\s*([^,{}]+?)(?:,|\\s+in\\b)`)
    : new RegExp(`[{,]\\s*${plain}\\s*:\\s*([^,{}]+)`);
  const written = form.exec(rowsPath)?.[1];
  if (written === undefined) return null;
  const words = wordsIn(written);
  return words.length === 0 || (words.length === 1 && words[0] === name) ? null : words;
}
