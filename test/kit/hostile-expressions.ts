import type { MappingInput } from './sources.ts';

/** Where in a mapping an expression stands. */
export type Place = 'rowsPath' | 'datePath' | 'accountIdPath' | 'metric';

export type HostileExpression = {
  readonly name: string;
  readonly place: Place;
  readonly text: string;
};

export const placed = ({ place, text }: HostileExpression): MappingInput => ({
  rowsPath: place === 'rowsPath' ? text : 'rows',
  datePath: place === 'datePath' ? text : 'day',
  dateFormat: 'YYYY_MM_DD',
  accountIdPath: place === 'accountIdPath' ? text : 'id',
  metrics: [{ name: 'logins', path: place === 'metric' ? text : 'logins' }],
});

const at = (place: Place, cases: Readonly<Record<string, string>>): HostileExpression[] =>
  Object.entries(cases).map(([name, text]) => ({ name, place, text }));
const nested = (open: string, close: string, levels: number, inner = 'a') =>
  `${open.repeat(levels)}${inner}${close.repeat(levels)}`;

/** Refused when saved, with a column. */
export const REFUSED_EXPRESSIONS: readonly HostileExpression[] = [
  ...at('metric', {
    '1,001 characters': 'a'.repeat(1_001),
    '1 MB': 'a|'.repeat(500_000),
    '65 parentheses': nested('(', ')', 65),
    '65 lists': nested('[', ']', 65),
    '65 objects': nested('{a:', '}', 65),
    '65 filters': nested('a[?', ']', 65),
    '65 calls': nested('abs(', ')', 65),
    'a constructor': 'constructor(@)',
    'a prototype': '__proto__(@)',
    'a method of every object': 'toString(@)',
    'a quoted function': '"constructor"(@)',
    'a function of JavaScript': 'eval(@)',
    'a function of a shell': "exec('id')",
    'a function of another dialect': "env('HOME')",
    'a mistake behind 500 pipes': `${'a|'.repeat(490)}]`,
    'a mistake behind 990 negations': `${'!'.repeat(990)}]`,
    'a variable that nothing binds': '$x',
    'a variable bound to itself': 'let $x = $x in $x',
    'a let in a let that binds nothing': 'let $a = a in (let $b in $a)',
    'an expression as a value': '&a',
    'an expression in a list': '[&a]',
    'an expression where a value belongs': 'to_string(&a)',
    'a value where an expression belongs': 'map(a, rows)',
    'an expression of an expression': 'map(&(&a), rows)',
    'a NUL character': "a == '\0'",
    'half a surrogate pair': '"\ud800"',
    'nothing at all': '',
    'a quote that is never closed': "a == 'b",
    'JSON that is none': '`{`',
    'a step that names nothing': 'a[::b]',
  }),
  ...at('rowsPath', { 'a constant object': '`{"a":1}`', 'a thousand brackets': '['.repeat(1_000) }),
  ...at('accountIdPath', { 'a constant list': '`["a"]`', 'a function nobody knows': 'uuid()' }),
  ...at('datePath', { 'a constant that is no day': "'today'", 'a clock': 'now()' }),
];

const doubled = (times: number) => "| join('',[@,@]) ".repeat(times);

/** Takes more memory than a child has, or never ends. The first two go with every run. */
export const COSTLY_EXPRESSIONS: readonly HostileExpression[] = [
  ...at('metric', { 'a text doubled 24 times': `length(note ${doubled(24)})` }),
  ...at('rowsPath', {
    'rows for each row for each row': '$.rows[*].[$.rows[*].[$.rows[*].[$.rows[?note == `1`]]]]',
    'a list doubled 40 times': `rows${'|[@,@][]'.repeat(40)}`,
    'a tree that is the same on both sides, compared': `${'let $a = rows in let $b = rows in '}[${'@|[@,@]|'.repeat(14)}[@,@]${'|[@,@]'.repeat(14)}, ${'@|[@,@]|'.repeat(14)}[@,@]${'|[@,@]'.repeat(14)}] | [[0] == [1]]`,
    'rows sorted by themselves sorted': 'sort_by(rows, &length(sort_by($.rows, &length(sort_by($.rows, &id)))))',
    'rows grouped by what takes all rows':
      'map(&length(map(&length(map(&length(map(&id, $.rows)), $.rows)), $.rows)), rows)',
  }),
  ...at('datePath', { 'a padded day, doubled': `pad_left(day, \`100000000\`) ${doubled(3)}| [:10]` }),
  ...at('accountIdPath', { 'a tree as a text': `to_string(@${'|[@,@,@,@]'.repeat(16)})` }),
];

/** Run to an end, well or with a reason; which one is said in the battery. */
export const HARMLESS_EXPRESSIONS: readonly (HostileExpression & { readonly says: string })[] = [
  ...at('metric', {
    '1,000 characters': `logins${' || logins'.repeat(99)}`.padEnd(1_000),
    '64 parentheses': nested('(', ')', 64, 'logins'),
    '985 negations': `length([${'!'.repeat(985)}a])`,
    '495 signs': `${'- '.repeat(490)}logins`,
    '60 bindings': `${'let $a=logins in '.repeat(57)}$a`,
  }).map((one) => ({ ...one, says: '' })),
  ...at('rowsPath', {
    'a slice beyond all bounds': 'rows[-99999999999999999999:99999999999999999999]',
    'a step beyond all bounds': '[rows, rows[::99999999999999999999], rows[::-99999999999999999999]][0]',
    'a slice turned round': 'rows[::-1] | [::-1]',
    'rows by the largest of all rows': 'rows[?logins <= max($.rows[*].logins)]',
    'rows sorted by the number of rows': 'sort_by(rows, &length($.rows))',
  }).map((one) => ({ ...one, says: '' })),
  ...at('metric', { 'a constructor': 'constructor', 'a prototype': '"__proto__"', 'a method': 'note.length' }).map(
    (one) => ({
      ...one,
      says: 'every metric missing (logins)',
    }),
  ),
  ...at('metric', {
    'a text as a number': 'to_string(logins)',
    'NaN by division': '`1e308` * `10` - `1e308` * `10`',
    'a sum beyond all numbers': 'sum([`1e308`,`1e308`])',
  }).map((one) => ({ ...one, says: 'metric logins: not numeric' })),
  ...at('metric', {
    'a division by nothing': 'logins / `0`',
    'a sum of nothing': 'sum(nothing)',
    'a slice of step 0': 'note[::0]',
    'a text too long to be': 'length(pad_left(note, `600000000`))',
    'a count without an end': "length(replace(note, 'x', 'y', `-1`))",
  }).map((one) => ({ ...one, says: 'metric logins: expression failed' })),
  ...at('metric', { 'zeros out of nothing': "to_number('') || to_number('0x10') || to_number(' ')" }).map((one) => ({
    ...one,
    says: 'every metric missing (logins)',
  })),
  ...at('accountIdPath', { 'the whole row as an id': '@', 'the constructor of an id': 'id.constructor' }).map(
    (one) => ({
      ...one,
      says: 'account_id',
    }),
  ),
  ...at('rowsPath', {
    'rows times 10 million': `[rows]${'|[@,@,@,@,@,@,@,@,@,@][]'.repeat(4)}|[@,@,@,@,@,@,@,@,@,@,@][][]`,
  }).map((one) => ({ ...one, says: 'more than 10000000' })),
  ...at('rowsPath', {
    'rows of a prototype': '"__proto__".rows',
    'rows of a constructor': 'constructor.prototype',
  }).map((one) => ({ ...one, says: 'rows_path returned no data' })),
];
