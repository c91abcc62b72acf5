import { firstKeys } from '../../find-lists.ts';
import { isObject } from '../../recipe.ts';
import { isDayKey } from './keys.ts';
import type { Level } from './level.ts';
import { own } from './survey.ts';

/** Whether elements hold days of their own, so that what stands beside these is of all of them. */
export const holdsMapOfDays = ({ found }: Level): boolean =>
  found.objects.some(({ values }) => mostly(values, isByDay));

export const holdsListOfDays = ({ found }: Level): boolean =>
  found.lists.some(({ values }) => mostly(values, isListOfDays));

const mostly = (values: readonly unknown[], test: (value: unknown) => boolean): boolean =>
  values.filter(test).length * 2 > values.length;

const isByDay = (value: unknown): boolean => {
  if (!isObject(value)) return false;
  const keys = firstKeys(value, 20);
  return keys.length > 1 && keys.every(isDayKey);
};

function isListOfDays(value: unknown): boolean {
  if (!Array.isArray(value) || value.length < 2) return false;
  const some = value.slice(0, 20);
  const [first] = some;
  if (!isObject(first)) return false;
  return firstKeys(first, 20).some((key) => {
    const days = some.map((element) => own(element, key));
    return days.every((day) => typeof day === 'string' && isDayKey(day)) && new Set(days).size === days.length;
  });
}
