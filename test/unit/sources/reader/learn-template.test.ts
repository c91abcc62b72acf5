import { describe, expect, it } from 'vitest';
import { learnTemplate, TARGET } from '../../../../src/features/sources/domain/reader/learn-template.ts';

const WANTED = new Map([
  ['["day"]', TARGET.date],
  ['["id"]', TARGET.account],
  ['["m","logins"]', 0],
  ['["v",1]', 1],
]);

/** The fixed parts, and for whom the gaps between them are; null when nothing is learnt. */
function learnt(row: string, wanted = WANTED) {
  const bytes = Buffer.from(`..${row}..`);
  const template = learnTemplate(bytes, 2, bytes.length - 2, wanted);
  if (!template) return null;
  const fixed = Buffer.from(template.fixed).toString();
  let from = 0;
  const parts = [...template.lengths].map((length) => {
    from += length;
    return fixed.slice(from - length, from);
  });
  return { parts, targets: [...template.targets], isComplete: template.isComplete };
}

describe('a row', () => {
  it('leaves a gap for every scalar, and keeps all else', () => {
    expect(learnt(' {"day" : "2026-06-01",\n"id":7,"m":{"logins":-1.5e3,"x":null},"v":["a]",true,[]] } ')).toEqual({
      parts: ['{"day" : ', ',\n"id":', ',"m":{"logins":', ',"x":', '},"v":[', ',', ',[]] }'],
      targets: [TARGET.date, TARGET.account, 0, TARGET.none, TARGET.none, 1],
      isComplete: true,
    });
  });

  it('is known by its names, not by how they are written', () => {
    expect(learnt('{"\\u0064ay":1,"id":"\\"}","x\\"y":2}')?.targets).toEqual([
      TARGET.date,
      TARGET.account,
      TARGET.none,
    ]);
  });

  it('may lack a metric, and says so', () => {
    expect(learnt('{"day":1,"id":2,"m":{"logins":3}}')).toMatchObject({ targets: [-3, -2, 0], isComplete: false });
    expect(learnt('{"day":1,"id":2,"m":null,"v":7}')).toMatchObject({ targets: [-3, -2, -1, -1], isComplete: false });
  });

  it('that is a scalar by itself is one gap', () => {
    expect(learnt('"2026-06-01"', new Map([['[]', TARGET.date]]))).toMatchObject({
      parts: ['', ''],
      targets: [TARGET.date],
    });
  });

  it.each([
    ['no date', '{"id":1}'],
    ['no account', '{"day":1}'],
    ['a name twice', '{"day":1,"id":2,"id":3}'],
    ['a name twice, once with an escape', '{"day":1,"id":2,"\\u0069d":3}'],
    ['a name twice further down', '{"day":1,"id":2,"m":{"x":1,"x":2}}'],
    ['a list for a metric', '{"day":1,"id":2,"m":{"logins":[]}}'],
    ['an object for the date', '{"day":{},"id":2}'],
    ['names at other places', '{"x":{"day":1,"id":2}}'],
    ['the index as a name', '{"id":1,"day":[2]}'],
    ['nothing', ' '],
    ['more scalars than are worth it', `{"day":1,"id":2,"x":[${'1,'.repeat(600)}1]}`],
    ['more bytes', `{"day":1,"id":2,"x":"${'x'.repeat(70_000)}"}`],
    ['more levels', `{"day":1,"id":2,"x":${'['.repeat(70)}${']'.repeat(70)}}`],
  ])('with %s teaches nothing', (_, row) => {
    expect(learnt(row)).toBeNull();
  });

  it('of nothing but brackets costs no time to speak of', () => {
    const row = `{"x":${'['.repeat(30_000)}${']'.repeat(30_000)}}`;
    const started = performance.now();
    for (let times = 0; times < 20; times++) learnt(row);
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});
