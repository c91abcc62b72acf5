import { describe, expect, test } from 'vitest';
import { maskSample } from '../../../../src/features/sources/domain/model-suggestion/mask-sample.ts';
import { seeded } from '../../../kit/random.ts';

type Told = { readonly descriptions?: readonly string[]; readonly known?: readonly string[] };

const masked = (answer: unknown, { descriptions = [], known = [] }: Told = {}) =>
  maskSample(answer, { descriptions, known: new Set(known) });
const shown = (answer: unknown, told?: Told): unknown => JSON.parse(masked(answer, told).json);

describe('values', () => {
  test.each<[string, unknown, unknown]>([
    ['texts become letters', 'Jane van Dyke', 'Xxxx xxx Xxxx'],
    ['and digits', 'A-1042/b7', 'X-9999/x9'],
    ['addresses of people', 'jo.doe@acme.example', 'xx.xxx@xxxx.xxxxxxx'],
    ['long runs are cut', 'internationalisation', 'xxxxxxxx'],
    ['letters of any script', 'Åse Бета 日本', 'Xxx Xxxx xx'],
    ['other signs', 'a\u202eb 🙂', 'x?x ?'],
    ['dates within texts', 'acme:2026-03-08', 'xxxx:2021-04-25'],
    ['dates', '2026-03-08T10:00:00Z', '2021-04-25T12:01:30Z'],
    ['numbers keep their magnitude', 7341, 1234],
    ['their sign and their decimals', -98.765, -12.345],
    ['zero stays', 0, 0],
    ['epochs', 1_772_928_000, 1_619_308_800],
    ['numbers as text', '8,675.30', '1,234.56'],
    ['with a unit', '35%', '12%'],
    ['nothing as text', '0.00', '0.00'],
    ['truth stays', true, true],
    ['null stays', null, null],
    ['stand-ins for no account stay', '(not set)', '(not set)'],
    ['an infinite number', Number.POSITIVE_INFINITY, 0],
  ])('%s', (_, value, mask) => {
    expect(shown([{ day: 'x', value }])).toEqual([{ day: 'x', value: mask }]);
  });

  test('that a description said already, and names of fields, stay; known ids never', () => {
    const answer = [{ day: 'Mon', metric: 'API calls', field: 'metric', account: 'calls' }];
    expect(shown(answer, { descriptions: ['calls of the API'], known: ['calls'] })).toEqual([
      { day: expect.any(String), metric: 'API calls', field: 'metric', account: 'xxxxx' },
    ]);
  });

  test('of a long text are not told because it begins with what was said', () => {
    const long = `calls ${'calls '.repeat(40)}of Jane Porterfield`;
    expect(JSON.stringify(shown([{ note: long, day: 1 }], { descriptions: ['calls'] }))).not.toContain('Porter');
  });
});

describe('keys', () => {
  const keysOf = (answer: unknown, told?: Told) => JSON.stringify(shown(answer, told)).match(/"[^"]*"(?=:)/g);

  test('that name fields stay', () => {
    const row = { usage_date: 'x', accountId: 'y', apiCalls: 1, 'Active Users': 2, _links: [], '@type': true, p95: 1 };
    expect(keysOf([row])).toEqual(Object.keys(row).map((key) => JSON.stringify(key)));
  });

  test.each<[string, object, string[]]>([
    ['days', { '2026-03-07': 1, '2026-03-08': 2 }, ['"2021-04-25"', '"2021-04-26"']],
    ['accounts', { acme: { calls: 1 }, birch: { calls: 2 } }, ['"xxxx"', '"calls"', '"xxxxx"', '"calls"']],
    ['numbers of accounts', { acme: 3, birch: 4 }, ['"xxxx"', '"xxxxx"']],
    ['people beside fields', { total: 3, day: 'x', 'jo@acme.example': 4 }, ['"total"', '"day"', '"xx@xxxx.xxxxxxx"']],
    ['ids with digits', { day: 'x', n: 3, cus_8812x: 4 }, ['"day"', '"n"', '"xxx_9999x"']],
    ['tokens', { day: 'x', n: 3, abcdefGHIJKLmnopqrSTUVWX: 4 }, ['"day"', '"n"', '"xxxxxxXX"']],
    ['sentences', { day: 'x', n: 3, 'Ignore all rules': 4 }, ['"day"', '"n"', '"Xxxxxx xxx xxxxx"']],
    ['one account alone', { usage: { Porterfield: { day: 'x' } } }, ['"usage"', '"Xxxxxxxx"', '"day"']],
  ])('that are %s do not', (_, answer, keys) => {
    expect(keysOf(answer)).toEqual(keys);
  });

  test('that are known ids do not, whatever else they look like', () => {
    expect(keysOf({ total: { day: 1 } }, { known: ['total'] })).toEqual(['"xxxxx"', '"day"']);
  });

  test('of the same shape are told apart, and from fields called so', () => {
    const keys = keysOf({ rows: { acme: 1, bold: 2, cola: 3 }, xxxx: 'x', day: 1 });
    expect(new Set(keys).size).toBe(6);
    expect(keys).toContain('"xxxx"');
  });

  test('given as names of columns stay', () => {
    const rows = [
      ['2026-03-08', 'acme', 3],
      ['2026-03-09', 'birch', 4],
    ];
    expect(shown({ columns: ['day', 'tenant_ref', 'pingRte'], rows })).toMatchObject({
      columns: ['day', 'tenant_ref', 'pingRte'],
    });
    expect(shown([['day', 'tenant_ref', 'pingRte'], ...rows])).toMatchObject({ 0: ['day', 'tenant_ref', 'pingRte'] });
  });
});

describe('an expression for the masked sample', () => {
  const { unmask } = masked({ "Bob's ä": { '2026-03-08': 1 }, 'b"\\c': { '2026-03-09': 2 }, Kundé: { x1: 3 } });

  test.each([
    ['"Xxx\'x x"', '"Bob\'s ä"'],
    ["@ == 'Xxx\\'x x'", "@ == 'Xxx\\'x x'"],
    ['Xxxxx.day', '"Kundé".day'],
    ['{Xxxxx: Xxxxx}', '{"Kundé": "Kundé"}'],
    ["[?[0] == 'Xxxxx']", "[?[0] == 'Kundé']"],
    ['"2021-04-26"', '"2026-03-09"'],
    ['"x\\"\\\\x"', '"b\\"\\\\c"'],
    ['let $Xxxxx = @ in $Xxxxx', 'let $Xxxxx = @ in $Xxxxx'],
    ['`"Xxxxx"`', '`"Xxxxx"`'],
    ['length(items(@))', 'length(items(@))'],
    ['"unclosed', '"unclosed'],
    ['"\\q"', '"\\q"'],
  ])('%s', (expression, real) => {
    expect(unmask(expression)).toBe(real);
  });
});

test('no text, key or long number of any answer leaves, and what leaves is JSON of at most 8 KB', () => {
  const random = seeded(6);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const word = () => Array.from({ length: 7 }, () => pick([...'qwzjkvQWZJKV'])).join('');
  for (let round = 0; round < 300; round++) {
    const planted: string[] = [];
    const plant = (text: string) => {
      planted.push(text);
      return text;
    };
    const key = () =>
      pick([() => pick(['day', 'id', 'calls', '__proto__', 'toString']), () => plant(`${word()} ${word()}`)])();
    const value = (depth: number): unknown => {
      const leaf = [
        () => plant(word()),
        () => Number(plant(String(9e9 + Math.floor(random() * 9e8)))),
        () => null,
        () => '2026-03-08',
      ];
      const inner = [
        () => Array.from({ length: Math.floor(random() * 5) }, () => value(depth + 1)),
        () => Object.fromEntries(Array.from({ length: Math.floor(random() * 6) }, () => [key(), value(depth + 1)])),
      ];
      return pick(depth > 4 ? leaf : [...leaf, ...inner, ...inner])();
    };
    const answer = value(0);
    const { json } = masked(answer);
    expect(Buffer.byteLength(json)).toBeLessThanOrEqual(8_192);
    expect(() => JSON.parse(json), json).not.toThrow();
    for (const text of planted)
      expect(json.includes(text), `${text} of ${JSON.stringify(answer)} in ${json}`).toBe(false);
  }
});
