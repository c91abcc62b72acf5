import { describe, expect, it } from 'vitest';
import { envelopeReader } from '../../../../src/features/sources/domain/reader/envelope.ts';

type Steps = readonly (string | number)[];

/** What is kept when `rows` are put in the place of the list, whose elements are skipped here up to the mark §. */
function kept(steps: Steps, text: string, pieceBytes: number) {
  const envelope = envelopeReader(steps);
  const bytes = Buffer.from(text, 'latin1');
  for (let at = 0; at < bytes.length; ) {
    const end = Math.min(at + pieceBytes, bytes.length);
    const behind = envelope.take(bytes, at, end);
    at = behind ?? end;
    if (behind === null) continue;
    at = bytes.indexOf('\u00a7', behind, 'latin1') + 1;
    envelope.close('0');
  }
  return {
    text: envelope.bytes().toString('latin1'),
    found: envelope.hasRows(),
    repeated: envelope.repeatedKey(),
  };
}

const PLACES: readonly [steps: Steps, text: string, around: string | null][] = [
  [[], '[1,2§', '[0]'],
  [[], ' [1§ ', ' [0] '],
  [[], '{"a":[]}', null],
  [['rows'], '{"a":1,"rows":[1§,"b":[2]}', '{"a":1,"rows":[0],"b":[2]}'],
  [['rows'], '{"r\\u006fws" : [1§}', '{"r\\u006fws" : [0]}'],
  [['rows'], '{"x":{"rows":[1]},"rows":[2§}', '{"x":{"rows":[1]},"rows":[0]}'],
  [['rows'], '{"x":[{"rows":[1]}],"rows":[2§}', '{"x":[{"rows":[1]}],"rows":[0]}'],
  [['rows'], '{"x":"rows","y":["rows",[1]],"rows":[2§}', '{"x":"rows","y":["rows",[1]],"rows":[0]}'],
  [['rows'], '{"rows":null,"rows":[2§}', '{"rows":null,"rows":[0]}'],
  [['rows'], '{"rows":{"rows":[1]}}', null],
  [['rows'], '[{"rows":[1]}]', null],
  [['rows'], '{"Rows":[1],"row":[2],"rows ":[3]}', null],
  [
    ['data', 'rows'],
    '{"rows":[1],"data":{"a":{"rows":[2]},"rows":[3§}}',
    '{"rows":[1],"data":{"a":{"rows":[2]},"rows":[0]}}',
  ],
  [['data', 'rows'], '{"data":[{"rows":[1]}]}', null],
  [
    ['a', 1, 'rows'],
    '{"a":[{"rows":[1]},{"rows":[2§},{"rows":[3]}]}',
    '{"a":[{"rows":[1]},{"rows":[0]},{"rows":[3]}]}',
  ],
  [[1], '[[1,[2]],[3§,[4]]', '[[1,[2]],[0],[4]]'],
  [[1], '{"1":[1]}', null],
  [['1'], '[[0],[1]]', null],
  [[0, 0], '[[[1§]]', '[[[0]]]'],
  [['__proto__'], '{"__proto__":[1§}', '{"__proto__":[0]}'],
  [[''], '{"":[1§}', '{"":[0]}'],
];

describe.each([1, 3, 1_000])('in pieces of %i bytes', (size) => {
  it.each(PLACES)('the list at %j of %s is left out', (steps, text, around) => {
    const { text: rest, found } = kept(steps, text, size);
    expect({ rest, found }).toEqual({ rest: around ?? text, found: around !== null });
  });

  it.each([
    ['{"rows":[1§,"rows":[2]}', 'rows'],
    ['{"rows":[1§,"r\\u006fws":null}', 'rows'],
    ['{"rows":[1§,"a":{"rows":[]},"b":["rows"],"c":"rows"}', null],
    ['{"rows":null,"rows":[1§}', null],
  ])('of %s the name that comes again is %s', (text, repeated) => {
    expect(kept(['rows'], text, size).repeated).toBe(repeated);
  });

  it('a name that comes again further up is seen too', () => {
    expect(kept(['data', 'rows'], '{"data":{"rows":[1§},"rows":1,"data":{}}', size).repeated).toBe('data');
    expect(kept(['data', 'rows'], '{"data":{"rows":[1§},"rows":[],"other":{"data":1}}', size).repeated).toBeNull();
  });
});

it('knows a name however it is written', () => {
  const name = 'n'.repeat(998);
  const escaped = '\\u006e'.repeat(998);
  expect(kept([name], `{"${escaped}":[1§}`, 4_096)).toMatchObject({ text: `{"${escaped}":[0]}`, found: true });
});
