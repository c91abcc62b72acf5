/** A number with as many digits as people read. The language is that of the API, English, whatever the machine's is. */
export function readable(value: number, digits?: number): string {
  const most = digits ?? (Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2);
  return value.toLocaleString('en-US', { maximumFractionDigits: most });
}

/** `a, b and c`. */
export const listed = (all: readonly string[]): string =>
  all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} and ${all.at(-1)}`;
