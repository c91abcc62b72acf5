/**
 * `score` as points of the inputs, in proportion to what each brings: hundredths, the largest remainders rounded up, so that
 * they add up to it exactly (Hamilton's method). Of equal remainders the one that comes first.
 */
export function sharePoints(score: number, raw: readonly number[]): number[] {
  const whole = raw.reduce((sum, value) => sum + value, 0);
  if (score <= 0 || whole <= 0) return raw.map(() => 0);
  const exact = raw.map((value) => (100 * score * value) / whole);
  const hundredths = exact.map(Math.floor);
  const remainders = exact.map((value) => value % 1);
  let left = Math.round(100 * score) - hundredths.reduce((sum, value) => sum + value, 0);
  // Each gets at most one; the few that are left over are found one by one, which is less than sorting all.
  for (; left > 0; left--) {
    let most = -1;
    for (let index = 0; index < remainders.length; index++)
      if ((remainders[index] ?? 0) > (most < 0 ? -1 : (remainders[most] ?? 0))) most = index;
    if (most < 0) break;
    hundredths[most] = (hundredths[most] ?? 0) + 1;
    remainders[most] = -1;
  }
  return hundredths.map((value) => value / 100);
}
