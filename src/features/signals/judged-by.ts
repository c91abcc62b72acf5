import type { Day } from '../../lib/day.ts';
import type { HealthModel } from '../health/index.ts';
import { digestOf } from '../kit/digest.ts';
import type { ProfileBasis, UsageCoverage } from '../usage/index.ts';
import type { AccountView, Setting } from './domain/account-view.ts';

/** To be raised with every change of a condition: all accounts are judged anew. */
const CONDITIONS = 1;

type Known = {
  readonly setting: Omit<Setting, 'frame'>;
  readonly before: Day;
  readonly coverage: UsageCoverage;
  readonly basis: ProfileBasis | null;
  readonly model: HealthModel;
};

/** What all accounts are judged by, in short; null where that is not known, so that nobody is passed over. */
export const commonGrounds = ({ setting, before, coverage, basis, model }: Known): string | null =>
  basis && !basis.madeFrom
    ? null
    : digestOf(CONDITIONS, setting, before, coverage, basis?.madeFrom, Object.entries(model.metrics));

/** The same of one account, of whose usage the common grounds speak. */
export function groundsOf(common: string | null, view: Omit<AccountView, 'usage'>): string | null {
  const { renewalOn, standing, facts } = view;
  return common === null ? null : digestOf(common, renewalOn, standing, facts);
}
