import { visible } from './shorten.ts';

/** What the writer of an expression most likely meant, by what stands at the mistake. Empty when there is no good guess. */
export function syntaxHint(text: string, at: number): string {
  const before = text.slice(0, at).trimEnd();
  const here = text.slice(at);
  if (/\[$/.test(before) && /^['"]/.test(here))
    return 'For a field write data.name, or data."first name" when the name is not a plain word.';
  if (/[=<>!+*/%,(?&|-]$/.test(before) && /^-?\d/.test(here)) return 'Numbers are written between backticks: `10`.';
  if (/^-\d/.test(here)) return 'Put a space after the minus and the number between backticks: total - `1`.';
  if (/^\d/.test(here)) return 'A name that begins with a digit needs double quotes: "2fa_logins".';
  if (/^[#^~;\\]/.test(here) || /^[^\p{ASCII}]/u.test(here))
    return 'A name with other characters than letters, digits and _ needs double quotes: "name here".';
  if (/^\)|^\]|^\}/.test(here)) return 'A bracket is closed that was not opened, or something is missing before it.';
  if (/^"/.test(here)) return 'Double quotes hold a name, single quotes a text, backticks JSON.';
  if (at >= text.length) return 'Something is missing at the end: a name, or a closing bracket.';
  if (/[\w"]$/.test(before) && /^[\w"]/.test(here)) return 'A name with a space needs double quotes: "first name".';
  return '';
}

/** A text where a path was meant: 'a.b' is the text a.b itself. */
export function literalHint(text: string): string {
  const inner = /^\s*'(.*)'\s*$/s.exec(text)?.[1];
  if (inner === undefined) return 'Write the path of a field, without quotes or backticks.';
  if (/^-?\d+(?:\.\d+)?$/.test(inner)) return `Numbers are written between backticks: \`${inner}\`.`;
  if (/[ -]/.test(inner) && !/[.[(]/.test(inner)) return `Write it with double quotes: "${inner}".`;
  return inner.includes('.')
    ? `Write ${inner} for a path, or "${inner}" for one field of that name.`
    : `Write ${inner} without quotes.`;
}

/** What stands beside a `<` or `>` and is no number. */
export function orderHint(literal: unknown): string {
  if (typeof literal === 'string' && literal.trim() !== '' && Number.isFinite(Number(literal)))
    return `Numbers are written between backticks: \`${Number(literal)}\`.`;
  return 'Texts have no order here; compare with == or !=. Rows outside the days asked for are left out without a filter.';
}

/** Why an expression that compiles threw on a value. */
export function runtimeHint(text: string, error: unknown): string {
  const said = error instanceof Error ? error.message : String(error);
  const dashed = /[A-Za-z_]\w*(?:-[A-Za-z_]\w*)+/.exec(text)?.[0];
  if (said.endsWith('divide by zero'))
    return 'Something was divided by 0 on this row: write total > `0` ? part / total : `null`.';
  if (said.startsWith('not-a-number') && dashed) return `A name with a dash needs double quotes: "${dashed}".`;
  if (said.startsWith('not-a-number'))
    return 'Arithmetic needs numbers on both sides; write to_number(field) for a text, not_null(field, `0`) for what may be missing.';
  if (error instanceof RangeError) return 'The expression makes a value that is too large.';
  const nothing = /(\w+)\(\) expected argument \d+ .* received type null/.exec(said)?.[1];
  if (nothing)
    return `${nothing}() was given nothing, on this row at least. Where that is in order write <path> ? ${nothing}(<path>) : \`null\`.`;
  if (/Array<number>.* received type array/.test(said))
    return `${visible(said, 200)} For a list of texts write sum(<path>[*].to_number(@)); where some may be missing, sum([a, b][]).`;
  return visible(said, 200);
}

const MEANT: Readonly<Record<string, string>> = {
  count: 'length',
  size: 'length',
  len: 'length',
  concat: 'join',
  average: 'avg',
  mean: 'avg',
  total: 'sum',
  number: 'to_number',
  int: 'to_number',
  float: 'to_number',
  string: 'to_string',
  str: 'to_string',
  lowercase: 'lower',
  uppercase: 'upper',
  to_lower: 'lower',
  to_upper: 'upper',
  entries: 'items',
  to_entries: 'items',
  coalesce: 'not_null',
  substring: 'slice',
  substr: 'slice',
  first: 'index',
  last: 'index',
  round: 'round',
};

export function functionHint(name: string, known: readonly string[]): string {
  const meant = Object.hasOwn(MEANT, name.toLowerCase()) ? MEANT[name.toLowerCase()] : undefined;
  if (meant === 'slice') return 'Cut a text with a slice: day[:10].';
  if (meant === 'index') return 'Take one element with an index: list[0], list[-1].';
  if (meant === 'round') return 'Round with floor(number + `0.5`).';
  const near = meant ?? known.find((other) => other.replaceAll('_', '') === name.toLowerCase().replaceAll('_', ''));
  return near ? `Did you mean ${near}()?` : `Functions: ${known.toSorted().join(', ')}.`;
}
