import { daysOf } from '../../src/lib/day.ts';
import type { Stored } from './shapes/shape.ts';
import type { SourcesClient } from './sources.ts';

/** What the API gives back of the last 30 days by account, metric and day; days without a value left out. */
export async function storedUsage(admin: SourcesClient, accounts: readonly string[]): Promise<Stored> {
  const all: Record<string, Record<string, Record<string, number>>> = {};
  for (const account of accounts) {
    const { metrics, ...window } = await admin.usage(account);
    const days = daysOf(window);
    for (const { name, values } of metrics as { name: string; values: (number | null)[] }[]) {
      const points = values.flatMap((value, index) => (value === null ? [] : [[days[index] ?? '', value] as const]));
      if (points.length > 0) all[account] = { ...all[account], [name]: Object.fromEntries(points) };
    }
  }
  return all;
}
