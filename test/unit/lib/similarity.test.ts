import { expect, it } from 'vitest';
import { jaroWinkler } from '../../../src/lib/similarity.ts';

// The first five are Winkler's own examples, to three places.
it.each([
  ['martha', 'marhta', 0.961],
  ['dwayne', 'duane', 0.84],
  ['dixon', 'dicksonx', 0.813],
  ['jones', 'johnson', 0.832],
  ['abroms', 'abrams', 0.922],
  ['acme', 'acme', 1],
  ['', '', 1],
  ['', 'acme', 0],
  ['a', 'b', 0],
  ['ab', 'ba', 0],
  ['\u{1f600}\u{1f601}', '\u{1f600}\u{1f602}', 0.7],
])('%j and %j: %d', (one, other, expected) => {
  expect(jaroWinkler(one, other)).toBeCloseTo(expected, 3);
  expect(jaroWinkler(other, one)).toBeCloseTo(expected, 3);
});

it('compares the beginnings of long texts', () => {
  const same = 'x'.repeat(64);
  expect(jaroWinkler(`${same}a`, `${same}b`)).toBe(1);
  const started = performance.now();
  jaroWinkler('ab'.repeat(1_000_000), 'ba'.repeat(1_000_000));
  expect(performance.now() - started).toBeLessThan(1000);
});
