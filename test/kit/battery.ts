/** `short` with the ordinary tests; `full` on demand, with `npm run batteries`. */
export type BatterySize = 'short' | 'full';

/** How much this run tries. */
export const batterySize = (): BatterySize => (process.env['BATTERIES'] === 'full' ? 'full' : 'short');

/** One of two numbers, by the size of this run. */
export const sized = (short: number, full: number): number => (batterySize() === 'full' ? full : short);

/** The one line that a battery leaves behind, such as `outbound targets: 312 targets, 0 reached`. */
export function report(name: string, counts: Readonly<Record<string, number | string>>): void {
  const parts = Object.entries(counts).map(([what, count]) => `${count} ${what}`);
  process.stdout.write(`${name}: ${parts.join(', ')}\n`);
}
