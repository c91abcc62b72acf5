import { type Account, lookUpAccount } from '../../features/accounts/index.ts';
import type { Ctx } from '../../features/kit/ctx.ts';
import { readCoverage } from '../../features/sources/index.ts';
import { listMetrics, type Metric, type UsageCoverage, usageWindow } from '../../features/usage/index.ts';
import type { DayWindow } from '../../lib/day.ts';
import { visible } from '../../lib/text.ts';
import { yesterday } from '../../platform/clock.ts';
import type { Freshness, ToolFinding, ToolOutcome, ToolRefusalCode } from '../tool.ts';

export type Refused = Extract<ToolOutcome<never>, { ok: false }>;
export type Chosen<T> = { readonly ok: true; readonly value: T } | Refused;

export const refused = (code: ToolRefusalCode, message: string): Refused => ({ ok: false, code, message });

/** A finding of which only what is said is not empty. */
export const answered = <Data>(
  data: Data,
  found: Partial<Omit<ToolFinding<Data>, 'data'>> = {},
): ToolOutcome<Data> => ({
  ok: true,
  found: { data, days: null, freshness: null, about: [], truncated: false, proposals: [], ...found },
});

/** Somebody else's words, as data: no longer than a name needs, and without signs that nobody sees. */
export const shown = (text: string, most = 200): string => visible(text, most);
export const shownOrNull = (text: string | null, most = 200): string | null =>
  text === null ? null : shown(text, most);

/** As JSON can tell it: sums of the largest numbers there are may be beyond them. */
export const finite = (value: number | null | undefined): number | null =>
  typeof value === 'number' && Number.isFinite(value) ? value : null;

type Named = Pick<Account, 'id' | 'externalCrmId' | 'name'>;
export const shownAccount = ({ id, externalCrmId, name }: Named) => ({
  id,
  externalCrmId: shown(externalCrmId, 255),
  name: shown(name),
});
export const aboutAccount = ({ id, name }: Named) => ({ id, label: shown(name) });

const named = (accounts: readonly Named[]): string =>
  accounts
    .map(
      (one) =>
        `${JSON.stringify(shown(one.name, 60))} (${one.id}, external CRM id ${JSON.stringify(shown(one.externalCrmId, 60))})`,
    )
    .join(', ');

/** The one account that a text means, or what to do about it. */
export async function chooseAccount(ctx: Ctx, text: string, argument = 'account'): Promise<Chosen<Account>> {
  const looked = await lookUpAccount(ctx, text);
  if (looked.kind === 'FOUND') return { ok: true, value: looked.account };
  const asked = JSON.stringify(shown(text, 80));
  if (looked.kind === 'SEVERAL') {
    return refused(
      'AMBIGUOUS',
      `${argument}: ${asked} may be any of ${named(looked.accounts)}. Give the id of the one that is meant.`,
    );
  }
  const near = looked.accounts.length > 0 ? ` The nearest are ${named(looked.accounts)}.` : '';
  return refused('NOT_FOUND', `${argument}: there is no account with the id, external CRM id or name ${asked}.${near}`);
}

/** The metrics of these names, in the dictionary's order; all of them when none is named. */
export async function chooseMetrics(ctx: Ctx, names: readonly string[] | undefined): Promise<Chosen<Metric[]>> {
  const known = await listMetrics(ctx);
  if (names === undefined) return { ok: true, value: known };
  const unknown = names.find((name) => !known.some((metric) => metric.name === name));
  if (unknown === undefined) return { ok: true, value: known.filter(({ name }) => names.includes(name)) };
  return refused('INVALID_INPUT', noMetric('metrics', unknown, known));
}

export const noMetric = (argument: string, name: string, known: readonly Metric[]): string => {
  const all = known.map((metric) => shown(metric.name, 64)).join(', ') || 'none yet';
  return `${argument}: there is no metric named ${JSON.stringify(shown(name, 80))}. The metrics are: ${all}.`;
};

type AskedDays = {
  readonly days?: number | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
};

/** The days asked for; the last 30 full ones when none are. */
export function chooseDays(ctx: Ctx, { days, from, to }: AskedDays, path = ''): Chosen<DayWindow> {
  if (days !== undefined && (from !== undefined || to !== undefined)) {
    return refused('INVALID_INPUT', 'days: give either days, or from and to.');
  }
  const asked = { days: days ?? 30, from: from ?? null, to: to ?? null };
  const window = usageWindow(asked, yesterday(ctx.clock));
  return window.ok ? window : refused('INVALID_INPUT', `${path}${window.error.field}: ${window.error.message}.`);
}

const STATE = { NONE: 'NO_DATA', CURRENT: 'FRESH', STALE: 'STALE' } as const;

export const freshnessOf = ({ state, through }: UsageCoverage): Freshness => ({
  state: STATE[state],
  lastSyncedDay: through,
});

export const readFreshness = async (ctx: Ctx): Promise<Freshness> => freshnessOf(await readCoverage(ctx));
