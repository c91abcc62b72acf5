import { isDay } from '../../../../../lib/day.ts';
import { dateReader } from '../../parse-date.ts';

const seconds = dateReader('UNIX_SECONDS');
const milliseconds = dateReader('UNIX_MILLISECONDS');

/** Whether a key of an object is a day or an instant, and not the name of a field. */
export function isDayKey(key: string): boolean {
  if (isDay(key.slice(0, 10))) return key.length <= 40;
  const compact = /^(20\d{2})(\d{2})(\d{2})(?:\d{2}|T\d+Z?)?$/.exec(key);
  if (compact) return isDay(`${compact[1]}-${compact[2]}-${compact[3]}`);
  if (/^1\d{9}$/.test(key)) return typeof seconds(key) === 'number';
  if (/^1\d{12}$/.test(key)) return typeof milliseconds(key) === 'number';
  return /^\d{1,4}[/.]\d{1,2}[/.]\d{2,4}$/.test(key);
}
