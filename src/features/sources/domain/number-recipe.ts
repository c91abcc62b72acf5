import { JSON_NUMBER } from './expression-functions.ts';
import { base, quoted, type Recipe, shown } from './recipe.ts';

/** How a text that means a number becomes one; null when it means none. */
export function numberRecipe(path: string, value: string): Recipe | null {
  if (value === '' || JSON_NUMBER.test(value)) return { because: 'The value is a text', write: toNumber(shown(path)) };
  if (NONE.test(value))
    return { because: 'The value stands for none and becomes missing', write: toNumber(shown(path)) };
  const truth = TRUTHS.find((words) => words.includes(value))?.[0];
  if (truth) return { because: 'The value is a text', write: `${base(path)} == '${truth}' ? \`1\` : \`0\`` };
  // A number with all its ornaments is short; what is longer is prose.
  if (value.length > 40) return null;
  const seen = new Set<string>();
  let text = value;
  // Rows without the value, or with a plain number, are read by the same expression.
  let write = `to_string(${shown(path)})`;
  for (const clean of STEPS) {
    const cleaned = clean(text, write);
    if (!cleaned) continue;
    text = cleaned.text;
    write = cleaned.write;
    seen.add(cleaned.because);
  }
  if (!JSON_NUMBER.test(text)) return null;
  return { because: `The value is a text with ${[...seen].join(' and ')}`, write: toNumber(write) };
}

const TRUTHS = [
  ['true', 'false'],
  ['True', 'False'],
  ['TRUE', 'FALSE'],
  ['yes', 'no'],
  ['Yes', 'No'],
];

const toNumber = (write: string): string => `to_number(${write})`;

/** Texts that people write where there is no value. */
const NONE = /^\s*(?:[-–—.?*]+|n\/?a|nan|null|nil|none|undefined|unknown|missing)\s*$/i;

type Step = { readonly text: string; readonly write: string; readonly because: string };
type Clean = (text: string, write: string) => Step | null;

/** From the outside in: blanks, a currency, a unit, separators, a plus. */
const STEPS: readonly Clean[] = [
  (text, write) =>
    text.trim() !== text ? { text: text.trim(), write: `trim(${write})`, because: 'blanks around it' } : null,
  (text, write) => without(text, write, /^[-+]?((?:\p{Sc}|[A-Z]{3}(?= )) ?)[\d.]/u.exec(text)?.[1], 'a currency'),
  (text, write) => without(text, write, /\d( ?%)$/.exec(text)?.[1], 'a percent sign'),
  (text, write) => without(text, write, /\d( ?[\p{L}\p{Sc}µ°][\p{L}\p{Sc}µ°/]*)$/u.exec(text)?.[1], 'a unit'),
  (text, write) => {
    const separator = /^[-+]?\d{1,3}([,.'’ \u00a0\u202f])\d{3}(?:\1\d{3})*(?!\d)/.exec(text)?.[1];
    // 1.234 is a number already.
    if (separator === undefined || (separator === '.' && !/\..*[.,]/.test(text))) return null;
    return without(text, write, separator, 'separators between thousands');
  },
  (text, write) => {
    if (!/^[-+]?\d+,\d+$/.test(text)) return null;
    return { text: text.replace(',', '.'), write: `replace(${write}, ',', '.')`, because: 'a decimal comma' };
  },
  (text, write) =>
    /^\+\d/.test(text) ? { text: text.slice(1), write: `trim_left(${write}, '+')`, because: 'a plus' } : null,
];

function without(text: string, write: string, part: string | undefined, because: string): Step | null {
  const literal = part === undefined ? null : quoted(part);
  if (part === undefined || literal === null) return null;
  return { text: text.replaceAll(part, ''), write: `replace(${write}, ${literal}, '')`, because };
}
