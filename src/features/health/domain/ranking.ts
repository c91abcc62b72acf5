/**
 * The chance that a positive has a higher value than a negative, equal values counting half: the area under the ROC curve, by
 * ranks (Mann and Whitney, 1947). Null unless there are both.
 */
export function areaUnderCurve(
  items: readonly { readonly positive: boolean; readonly value: number }[],
): number | null {
  const sorted = [...items].sort((a, b) => (a.value < b.value ? -1 : a.value > b.value ? 1 : 0));
  const positives = sorted.filter(({ positive }) => positive).length;
  const negatives = sorted.length - positives;
  if (positives === 0 || negatives === 0) return null;
  let pairs = 0;
  let below = 0;
  for (let start = 0; start < sorted.length; ) {
    let end = start;
    let [up, down] = [0, 0];
    while (end < sorted.length && sorted[end]?.value === sorted[start]?.value) {
      if (sorted[end]?.positive) up++;
      else down++;
      end++;
    }
    pairs += up * (below + down / 2);
    below += down;
    start = end;
  }
  return pairs / (positives * negatives);
}

/** Between the two values around it, of values in order; null of none. */
export function quantile(sorted: readonly number[], share: number): number | null {
  const at = (sorted.length - 1) * share;
  const [low, high] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
  return low === undefined || high === undefined ? null : low + (high - low) * (at - Math.floor(at));
}
