/**
 * `score` as points of the inputs, in proportion to what each brings: hundredths, the largest remainders rounded up, so that
 * they add up to it exactly (Hamilton's method). Of equal remainders the one that comes first.
 */
export function sharePoints(score: number, raw: readonly number[]): number[] {
  const whole = raw.reduce((sum, value) => sum + value, 0);
  if (score <= 0 || whole <= 0) return raw.map(() => 0);
  const exact = raw.map((value) => (100 * score * value) / whole);
  const floors = exact.map(Math.floor);
  let left = Math.round(100 * score) - floors.reduce((sum, value) => sum + value, 0);
  const order = [...exact.keys()].sort((a, b) => remainder(exact, b) - remainder(exact, a) || a - b);
  const hundredths = [...floors];
  for (const index of order) {
    if (left <= 0) break;
    hundredths[index] = (hundredths[index] ?? 0) + 1;
    left--;
  }
  return hundredths.map((value) => value / 100);
}

const remainder = (exact: readonly number[], index: number): number => (exact[index] ?? 0) % 1;
