import { describe, expect, it } from 'vitest';
import type { PageRead } from '../../../../src/features/sources/domain/mapper-job.ts';
import { type JobResult, startJob } from '../../../../src/features/sources/domain/run-job.ts';
import { anExtract } from '../../../kit/mappings.ts';

const row = (index: number) =>
  `{"day":"2026-06-0${(index % 9) + 1}","id":"a${index % 70}","logins":${index},"seats":1.5}`;
const rows = (from: number, count: number, changed = (text: string) => text) =>
  Array.from({ length: count }, (_, index) => changed(row(from + index)));

/** Reads several bodies as one answer: what is said of each, and the result. */
function read(bodies: readonly string[], rowsPath = '@', nextPath: string | null = null, lines: boolean | null = null) {
  const started = startJob({ ...anExtract({ rowsPath }), lines, paging: { nextPath } }, () => {});
  if (!started.ok) throw new Error(started.error.message);
  const pages: PageRead[] = [];
  for (const body of bodies) {
    const bytes = Buffer.from(body);
    for (let at = 0; at < bytes.length; at += 1_000) {
      const wrong = started.value.take(bytes.subarray(at, at + 1_000));
      if (wrong) throw new Error(wrong.message);
    }
    const work = started.value.endBody();
    let step = work.next();
    while (!step.done) step = work.next();
    if (!step.value.ok) throw new Error(step.value.error.message);
    pages.push(step.value.value);
  }
  const result = started.value.finish() as Extract<JobResult, { ok: true }>;
  return { pages, result };
}

const list = (texts: readonly string[]) => `[${texts.join()}]`;

describe('bodies that are one answer', () => {
  it('are read one after another, also where their rows look different', () => {
    const swapped = (text: string) => text.replace(/("id":"a\d+"),("logins":\d+)/, '$2,$1');
    const { pages, result } = read([list(rows(0, 80)), list(rows(80, 80, swapped)), '[]', list(rows(160, 3))]);
    expect(pages.map(({ elements }) => elements)).toEqual([80, 80, 0, 3]);
    expect(result).toMatchObject({ counts: { rows: 163, mapped: 163, accounts: 70 } });
  });

  it.each([
    ['a list', (texts: readonly string[]) => list(texts), null],
    ['lines', (texts: readonly string[]) => `${texts.join('\n')}\n`, true],
  ])(
    'are known again when one comes twice as %s, whether its rows were parsed or read by template',
    (_, body, lines) => {
      const [one, other] = [body(rows(0, 200)), body(rows(1, 200))];
      const { pages } = read([one, one, other, one], '@', null, lines);
      const digests = pages.map(({ digest }) => digest);
      expect([digests[1], digests[3]]).toEqual([digests[0], digests[0]]);
      expect(digests[2]).not.toBe(digests[0]);
    },
  );

  it.each([
    ['the rows are few', 2],
    ['the last row is read by template', 90],
  ])('lead to the next page by the last row, when %s', (_, count) => {
    const body = `{"rows":${list(rows(0, count))},"total":500}`;
    const { pages } = read([body, body], 'rows', 'rows[-1].id');
    expect(pages.map(({ next, elements }) => [next, elements])).toEqual([
      [`a${(count - 1) % 70}`, count],
      [`a${(count - 1) % 70}`, count],
    ]);
  });

  it('lead to it by the last line', () => {
    expect(read([rows(0, 60).join('\n')], '@', '[-1].id', true).pages[0]?.next).toBe('a59');
    expect(read([`${rows(0, 2).join('\n')}\n\n`], '@', '[-1].id', true).pages[0]?.next).toBe('a1');
  });

  it('keep numbers of the last row as they were written', () => {
    const long = '{"day":"2026-06-01","id":"a","logins":1,"cursor":12345678901234.5}';
    expect(read([`[${long}]`], '@', '[-1].cursor').pages[0]?.next).toBe(12_345_678_901_234.5);
  });
});
