/** Rows that are JSON and worse: what of them is stored, and what is said of the rest. */
export type HostileRows = {
  readonly name: string;
  /** The elements of `rows`, as JSON. */
  readonly rows: readonly string[];
  /** `account values` of each stored row, in order. */
  readonly stored: readonly string[];
  readonly problems?: readonly string[];
  readonly outside?: number;
};

const row = (id: string, logins: string, day = '"2026-06-01"') => `{"day":${day},"id":${id},"logins":${logins}}`;
const rest = row('"z"', '1');
const REST = 'z 1 null';

const one = (name: string, bad: string, problem: string): HostileRows => ({
  name,
  rows: [bad, rest],
  stored: [REST],
  problems: [problem],
});
const fine = (name: string, rows: readonly string[], stored: readonly string[]): HostileRows => ({
  name,
  rows,
  stored,
});
const missing = 'every metric missing (logins, seats)';
const noId = 'account_id missing or empty';

const numbers = [
  one('1e999', row('"a"', '1e999'), 'metric logins: not numeric'),
  one('-1e999', row('"a"', '-1e999'), 'metric logins: not numeric'),
  one('1e308, twice of which is an overflow', row('"a"', '1e308'), 'metric logins: not numeric'),
  one('a number of 10,000 digits', row('"a"', '9'.repeat(10_000)), 'metric logins: not numeric'),
  one('a number as text', row('"a"', '"5"'), 'metric logins: not numeric'),
  one('a text of 1 MB', row('"a"', `"${'9'.repeat(1_000_000)}"`), 'metric logins: not numeric'),
  one('a text nothing stores', row('"a"', '"\\u0000\\ud800\\u202e"'), 'metric logins: not numeric'),
  one('NaN as text', row('"a"', '"NaN"'), 'metric logins: not numeric'),
  one('a list', row('"a"', '[1]'), 'metric logins: not numeric'),
  one('10,000 nested lists', row('"a"', '['.repeat(10_000) + ']'.repeat(10_000)), 'metric logins: not numeric'),
  one('an object', row('"a"', '{"valueOf":5,"toString":null}'), 'metric logins: not numeric'),
  one('an object with toJSON', row('"a"', '{"toJSON":{"call":1}}'), 'metric logins: not numeric'),
  one('true', row('"a"', 'true'), 'metric logins: not numeric'),
  one('null', row('"a"', 'null'), missing),
  fine('-0', [row('"a"', '-0')], ['a 0 null']),
  fine('5e-324', [row('"a"', '5e-324')], ['a 0 null']),
  fine('-1e-200', [row('"a"', '-1e-200')], ['a 0 null']),
  fine('1e100, twice', [row('"a"', '1e100'), row('"a"', '1e100')], ['a 1e+100 null', 'a 1e+100 null']),
  fine('the largest integer and one more', [row('"a"', '9007199254740993')], ['a 9007199254740992 null']),
  fine('0.1 with 10,000 digits', [row('"a"', `0.1${'0'.repeat(10_000)}`)], ['a 0.1 null']),
];

const ids = [
  one('an empty id', row('""', '1'), noId),
  one('an id of blanks', row('" \\t\\n\\r "', '1'), noId),
  one('an id of 1 MB of blanks', row(`"${' '.repeat(1_000_000)}"`, '1'), noId),
  one('an id that is null', row('null', '1'), noId),
  one('an id of 1 MB', row(`"${'x'.repeat(1_000_000)}"`, '1'), 'account_id: longer than 255 characters'),
  one('an id of 256 emoji', row(`"${'\u{1f600}'.repeat(256)}"`, '1'), 'account_id: longer than 255 characters'),
  one('an id with NUL', row('"a\\u0000b"', '1'), 'account_id: not valid text'),
  one('an id with half a pair', row('"\\ud83d"', '1'), 'account_id: not valid text'),
  one('an id with halves turned round', row('"\\ude00\\ud83d"', '1'), 'account_id: not valid text'),
  one('an id that is true', row('true', '1'), 'account_id: not a text or an integer'),
  one('an id that is a list', row('["a"]', '1'), 'account_id: not a text or an integer'),
  one('an id that is an object', row('{"toString":"a"}', '1'), 'account_id: not a text or an integer'),
  one('an id with a fraction', row('1.5', '1'), 'account_id: not a text or an integer'),
  one('an id beyond exactness', row('9007199254740993', '1'), 'account_id: integer too large to be exact'),
  one('an id of 1e999', row('1e999', '1'), 'account_id: not a text or an integer'),
  fine('an id of 255 emoji', [row(`"${'\u{1f600}'.repeat(255)}"`, '1')], [`${'\u{1f600}'.repeat(255)} 1 null`]),
  fine('ids with controls', [row('"a\\u0001b"', '1'), row('"a\\u007f"', '2')], ['a\u0001b 1 null', 'a\u007f 2 null']),
  fine(
    'ids that differ by normalisation',
    [row('"\u00e9"', '1'), row('"e\u0301"', '2')],
    ['\u00e9 1 null', 'e\u0301 2 null'],
  ),
  fine('ids that differ by case', [row('"A"', '1'), row('"a"', '2')], ['A 1 null', 'a 2 null']),
  fine('ids that differ by what is unseen', [row('"a"', '1'), row('"a\u200b"', '2')], ['a 1 null', 'a\u200b 2 null']),
  fine('a number and its text', [row('7', '1'), row('"7"', '2'), row('-0', '3')], ['7 1 null', '7 2 null', '0 3 null']),
  fine(
    'ids that every object answers to',
    ['__proto__', 'constructor', 'toString', 'hasOwnProperty'].map((id) => row(`"${id}"`, '1')),
    [...['__proto__ 1 null', 'constructor 1 null', 'toString 1 null', 'hasOwnProperty 1 null']],
  ),
  fine('an id that means something to COPY', [row('"\\\\N"', '1'), row('"\\\\."', '2')], ['\\N 1 null', '\\. 2 null']),
];

const dayProblem = (name: string, day: string, problem = 'date: not YYYY-MM-DD') =>
  one(name, row('"a"', '1', day), problem);
const days = [
  dayProblem('30 February', '"2026-02-30"', 'date: no such day'),
  dayProblem('month 13', '"2026-13-01"', 'date: no such day'),
  dayProblem('the year 0', '"0000-01-01"', 'date: no such day'),
  dayProblem('the year 1', '"0001-01-01"', 'date: implausible year'),
  dayProblem('the year 9999', '"9999-12-31"', 'date: implausible year'),
  dayProblem('a year of six digits', '"+012026-06-01"'),
  dayProblem('a negative year', '"-002026-06-01"'),
  dayProblem('a day in Arabic digits', '"\u0662\u0660\u0662\u0666-\u0660\u0666-\u0660\u0661"'),
  dayProblem('a day in full-width digits', '"\uff12\uff10\uff12\uff16-06-01"'),
  dayProblem('a day with a line break', '"2026-06-01\\n"'),
  dayProblem('a day with NUL', '"2026-06-01\\u0000"'),
  dayProblem('a day of 1 MB', `"${'2'.repeat(1_000_000)}"`),
  dayProblem('a day and 1 MB of blanks', `"2026-06-01${' '.repeat(1_000_000)}x"`),
  dayProblem('a day that is a number', '20260601'),
  dayProblem('a day that is 1e999', '1e999'),
  dayProblem('a day that is a list', '["2026-06-01"]'),
  dayProblem('a day that is an object', '{"toString":"2026-06-01"}'),
  dayProblem('a day that is true', 'true'),
  dayProblem('a day that is empty', '""', 'date: missing'),
  dayProblem('a day that is null', 'null', 'date: missing'),
  {
    ...fine(
      'days from hell',
      ['2000-01-01', '2100-12-31', '2026-05-31', '2026-07-01'].map((day) => row('"a"', '1', `"${day}"`)),
      [],
    ),
    outside: 4,
  },
];

const shapes: readonly HostileRows[] = [
  {
    name: 'rows that are no objects',
    rows: ['null', '1', '"a"', 'true', '[]', '[[["a"]]]', '{}', '"\\u0000"', rest],
    stored: [REST],
    problems: [noId],
  },
  one('a row of nulls', '{"day":null,"id":"a","logins":null}', 'date: missing'),
  one('a row in a prototype', '{"__proto__":{"day":"2026-06-01","id":"a","logins":1}}', noId),
  one('a row whose metrics are in a prototype', '{"day":"2026-06-01","id":"a","__proto__":{"logins":1}}', missing),
  fine(
    'keys given twice: the last counts',
    ['{"day":"2026-06-02","day":"2026-06-01","id":"a","id":"b","logins":1,"logins":2}'],
    ['b 2 null'],
  ),
  fine(
    'keys that every object answers to',
    ['{"day":"2026-06-01","id":"a","logins":1,"constructor":9,"__proto__":9,"toString":9}'],
    ['a 1 null'],
  ),
  fine(
    'one account and day three times',
    [row('"a"', '1'), row('"a"', '2'), row('"a"', '3')],
    ['a 1 null', 'a 2 null', 'a 3 null'],
  ),
  fine(
    'numbers and texts for one key',
    [row('1', '1'), row('"b"', '2'), `{"id":"c","logins":3,"day":"2026-06-01","seats":-4.5}`],
    [...['1 1 null', 'b 2 null', 'c 3 -4.5']],
  ),
  fine(
    'a row with 10,000 keys',
    [`{${Array.from({ length: 10_000 }, (_, key) => `"k${key}":0`).join()},"day":"2026-06-01","id":"a","logins":1}`],
    ['a 1 null'],
  ),
  fine(
    'a row behind 50,000 nested lists',
    [`{"x":${'['.repeat(50_000)}${']'.repeat(50_000)},"day":"2026-06-01","id":"a","logins":1}`],
    ['a 1 null'],
  ),
  fine('no rows', [], []),
];

export const HOSTILE_ROWS: readonly HostileRows[] = [...numbers, ...ids, ...days, ...shapes];
