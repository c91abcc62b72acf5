const MS_PER_MINUTE = 60_000;
const MS_PER_DAY = 86_400_000;

/**
 * The next instant, after `now`, at which clocks in `zone` (IANA name) show `dailyAt` (`HH:MM`). A time that a change of clocks
 * leaves out is taken as late as it would have been before the change; of one that comes twice, the first counts. A zone that
 * is not known, since zones get renamed, is taken for UTC: a schedule must not stop for that.
 */
export function nextDaily(zone: string, dailyAt: string, now: Date): Date {
  const offset = offsetIn(zone);
  const [hours = 0, minutes = 0] = dailyAt.split(':').map(Number);
  const here = now.getTime() + offset(now.getTime());
  const midnight = here - mod(here, MS_PER_DAY);
  for (let day = -1; ; day++) {
    const shown = midnight + day * MS_PER_DAY + (hours * 60 + minutes) * MS_PER_MINUTE;
    const at = instantOf(shown, offset);
    if (at > now.getTime()) return new Date(at);
  }
}

/** What is known about a zone: by how much its clocks are ahead of UTC at an instant, in milliseconds. */
type Offset = (instant: number) => number;

function instantOf(shown: number, offset: Offset): number {
  // Clocks change by hours, so a day earlier and a day later the offsets before and after a change are both in force.
  const [before, after] = [offset(shown - MS_PER_DAY), offset(shown + MS_PER_DAY)];
  for (const one of [before, after]) if (offset(shown - one) === one) return shown - one;
  return shown - before;
}

export const isTimeZone = (zone: string): boolean => formatterOf(zone) !== null;

function offsetIn(zone: string): Offset {
  const formatter = formatterOf(zone);
  if (!formatter) return () => 0;
  return (instant) => {
    const parts = Object.fromEntries(formatter.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
    return Date.UTC(year, month - 1, day, hour, minute, second) - (instant - mod(instant, 1000));
  };
}

function formatterOf(timeZone: string): Intl.DateTimeFormat | null {
  try {
    const numeric = 'numeric';
    const fields = {
      year: numeric,
      month: numeric,
      day: numeric,
      hour: numeric,
      minute: numeric,
      second: numeric,
    } as const;
    return new Intl.DateTimeFormat('en-US', { timeZone, hourCycle: 'h23', calendar: 'iso8601', ...fields });
  } catch {
    return null;
  }
}

const mod = (value: number, by: number): number => ((value % by) + by) % by;
