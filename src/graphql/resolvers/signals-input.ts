import type { RulesPatch, SignalFilter, WatchFilter } from '../../features/signals/index.ts';
import type {
  SignalFilter as FilterInput,
  InputMaybe,
  SignalRaisedFilter,
  UpdateSignalRulesInput,
} from '../generated.ts';

/** No account has this id: what asks for it finds nothing. */
const NOBODY = '';

export async function toSignalFilter(
  filter: InputMaybe<FilterInput>,
  accountByExternalCrmId: (externalCrmId: string) => Promise<{ readonly id: string } | null>,
): Promise<SignalFilter> {
  let accountId = filter?.accountId ?? null;
  if (typeof filter?.externalCrmId === 'string') {
    const found = (await accountByExternalCrmId(filter.externalCrmId))?.id ?? NOBODY;
    accountId = accountId === null || accountId === found ? found : NOBODY;
  }
  return {
    severities: filter?.severities ? unique(filter.severities) : null,
    types: filter?.types ? unique(filter.types) : null,
    states: unique(filter?.states ?? ['OPEN', 'ACKNOWLEDGED']),
    owner: filter?.owner ?? null,
    accountId,
  };
}

export const toWatchFilter = (filter: InputMaybe<SignalRaisedFilter>): WatchFilter => ({
  severities: filter?.severities ?? null,
  types: filter?.types ?? null,
  owner: filter?.owner ?? null,
});

export const unique = <T>(values: readonly T[]): T[] => [...new Set(values)];

/** What is given; null is as good as left out. */
export function toRulesPatch({ expectedVersion: _, ...input }: UpdateSignalRulesInput): RulesPatch {
  const { churnRisk, disabledTypes, ...rest } = input;
  const { weights, ...ofChurn } = churnRisk ?? {};
  const patch = {
    ...rest,
    ...(disabledTypes ? { disabledTypes: unique(disabledTypes) } : {}),
    churnRisk: {
      ...ofChurn,
      weights: {
        PAYMENT_FAILURE: weights?.paymentFailure,
        USAGE_DECLINE: weights?.usageDecline,
        RENEWAL_NEAR: weights?.renewalNear,
        HEALTH_DECLINE: weights?.healthDecline,
        NO_TOUCH: weights?.noTouch,
      },
    },
  };
  return patch as RulesPatch;
}
