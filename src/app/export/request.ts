import { type AskedAccounts, ORDER_KEYS, type OrderField } from '../../features/accounts/index.ts';
import { err, ok, type Result } from '../../lib/result.ts';
import { isStorable } from '../../lib/text.ts';

export type ExportRequest = { readonly asked: AskedAccounts; readonly isMarked: boolean };

const PARAMETERS = ['view', 'q', 'orderBy', 'direction', 'metric', 'bom'] as const;
type Parameter = (typeof PARAMETERS)[number];

/** Reads the query string, or says what is wrong with it: a name that is not known would otherwise export too much. */
export function readExportRequest(search: string): Result<ExportRequest, string> {
  const given = new URLSearchParams(search);
  for (const name of new Set(given.keys())) {
    if (!PARAMETERS.some((one) => one === name)) {
      return err(`There is no parameter ${name.slice(0, 50)}. There are: ${PARAMETERS.join(', ')}.`);
    }
    if (given.getAll(name).length > 1) return err(`Give ${name} once.`);
    if (!isStorable(given.get(name) ?? '')) return err(`${name} contains a character that cannot be searched for.`);
  }
  const value = (name: Parameter) => given.get(name);
  const [field, direction, metric] = [value('orderBy'), value('direction'), value('metric')];
  if (field !== null && !isOrderField(field)) {
    return err(`orderBy is one of ${Object.keys(ORDER_KEYS).join(', ')}.`);
  }
  if (field === null && (direction !== null || metric !== null)) return err('direction and metric belong to orderBy.');
  if (direction !== null && direction !== 'ASC' && direction !== 'DESC') return err('direction is ASC or DESC.');
  const bom = value('bom') ?? 'false';
  if (bom !== 'true' && bom !== 'false') return err('bom is true or false.');
  const text = value('q');
  return ok({
    asked: {
      view: value('view'),
      filter: text ? { text } : null,
      orderBy: field === null ? null : { field, direction: direction ?? 'ASC', metric },
    },
    isMarked: bom === 'true',
  });
}

const isOrderField = (name: string): name is OrderField => Object.hasOwn(ORDER_KEYS, name);
