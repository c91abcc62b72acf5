import type { ToolUse } from '../turn.ts';
import type { IntentKind } from './intent.ts';
import { span } from './say.ts';

type Found = Extract<ToolUse['outcome'], { ok: true }>;

/** Answers that give no figures. */
const WITHOUT_FIGURES: ReadonlySet<IntentKind> = new Set(['HELP', 'ACKNOWLEDGE', 'LINK']);

/** An answer with what belongs to every one that has figures: which days they are of, and how current they are. */
export function framed(lines: readonly string[], uses: readonly ToolUse[], kind: IntentKind): readonly string[] {
  const found = uses.flatMap((use) => (use.outcome.ok && !isLookUp(use) ? [use.outcome] : []));
  const freshness = found.findLast((one) => one.freshness !== null)?.freshness ?? null;
  if (WITHOUT_FIGURES.has(kind) || !freshness) return lines;
  const { state, lastSyncedDay } = freshness;
  // What the synchronisation is asked for says so itself.
  const isSaid = kind === 'FRESHNESS';
  if (state === 'NO_DATA')
    return isSaid ? lines : ['No usage was synchronised yet: usage is not known, and not zero.', ...lines];
  const known = lastSyncedDay === null ? '' : `usage is known up to ${lastSyncedDay}`;
  const days = spanOf(found);
  const foot = days === null ? `Days are UTC; ${known}.` : `Figures are of ${span(days)} (UTC); ${known}.`;
  if (state === 'FRESH' || isSaid) return [...lines, foot];
  return [
    `Careful, the data is stale: no usage came for over 36 hours, and ${known} only. Later days are missing, and not zero.`,
    ...lines,
    foot,
  ];
}

/** Who may be meant: that is asked back, and gives no figures. */
const isLookUp = ({ tool, input, outcome }: ToolUse): boolean => {
  const { query, atRisk, owner } = input as {
    readonly query?: string;
    readonly atRisk?: boolean;
    readonly owner?: string;
  };
  const isKnown = query?.startsWith('acc_') && outcome.ok && outcome.about.length > 0;
  return tool === 'find_accounts' && !atRisk && owner === undefined && !isKnown;
};

function spanOf(found: readonly Found[]): Found['days'] {
  const windows = found.flatMap(({ days }) => days ?? []);
  const from = windows.map((window) => window.from).sort()[0];
  const to = windows
    .map((window) => window.to)
    .sort()
    .at(-1);
  return from === undefined || to === undefined ? null : { from, to };
}
