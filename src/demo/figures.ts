const WHOLE = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });
const PENCE = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** A missing value is a dash: it is not the same as zero. */
export const MISSING = '–';

export const count = (value: number | null): string => (value === null ? MISSING : WHOLE.format(value));

/** With two decimals, as pounds are written. */
export const decimals = (value: number | null): string => (value === null ? MISSING : PENCE.format(value));

export const percent = (rate: number | null): string =>
  rate === null ? MISSING : `${rate > 0 ? '+' : ''}${WHOLE.format(rate * 100)} %`;

export const seconds = (milliseconds: number): string =>
  `${(milliseconds / 1000).toFixed(milliseconds < 10_000 ? 2 : 1)} s`;

export const kilobytes = (bytes: number): string => `${count(Math.round(bytes / 1024))} KB`;

const BARS = '▁▂▃▄▅▆▇█';

/**
 * One character a day, a dot for a day without a value. The lowest bar is zero, or the lowest value when that is negative; those
 * `beside` have the same scale.
 */
export function sparkline(values: readonly (number | null)[], beside: readonly (number | null)[] = []): string {
  const known = [...values, ...beside].filter((value) => value !== null);
  const low = Math.min(0, ...known);
  const high = Math.max(0, ...known);
  const step = (value: number) => (high === low ? 0 : Math.round(((value - low) / (high - low)) * (BARS.length - 1)));
  return values.map((value) => (value === null ? '·' : BARS[step(value)])).join('');
}

export function bar(share: number, width: number): string {
  const full = Math.round(Math.min(1, Math.max(0, share)) * width);
  return '█'.repeat(full) + '░'.repeat(width - full);
}
