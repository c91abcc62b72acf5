import type { ToolUse } from '../turn.ts';
import type { Intent, IntentKind, Slots, Vocabulary } from './intent.ts';
import { route } from './route.ts';

export type Asked = { readonly question: string; readonly restsOn: readonly ToolUse[] };

/** What a conversation has come to: the last question as it was understood, and the account that was spoken of. */
type Past = { readonly intent: Intent | null; readonly accountId: string | null };

const NEEDS_ACCOUNT: ReadonlySet<IntentKind> = new Set(['ACCOUNT_USAGE', 'LAST_ACTIVE', 'HEALTH', 'FIND_ACCOUNT']);

/** A question as it is meant after those before it: "and Birch?", "why?", "its health". */
export function understand(question: string, history: readonly Asked[], vocabulary: Vocabulary): Intent {
  let past: Past = { intent: null, accountId: null };
  for (const turn of history) {
    const intent = inContext(routed(turn.question, vocabulary), past);
    past = {
      intent: intent.kind === 'UNKNOWN' ? past.intent : intent,
      accountId: accountOf(turn.restsOn) ?? past.accountId,
    };
  }
  return inContext(routed(question, vocabulary), past);
}

function routed(question: string, vocabulary: Vocabulary): Intent {
  const [best] = route(question, vocabulary);
  if (!best) throw new Error('a question is always understood somehow');
  return best;
}

function inContext(intent: Intent, past: Past): Intent {
  const { slots } = intent;
  const taken = intent.kind === 'FOLLOW_UP' ? takenUp(intent, past) : intent;
  const { kind } = taken;
  const wantsAccount =
    NEEDS_ACCOUNT.has(kind) ||
    (slots.refersBack && (kind === 'SIGNALS' || kind === 'COMPARE_PERIODS' || kind === 'ACKNOWLEDGE'));
  if (taken.slots.accounts.length > 0 || !wantsAccount) return taken;
  if (past.accountId !== null && slots.owner === null) {
    return { ...taken, slots: { ...taken.slots, accounts: [...taken.slots.accounts, past.accountId], joined: null } };
  }
  // One account's plan or renewal can be told, not whose contracts end when.
  if (kind === 'FIND_ACCOUNT' && slots.owner === null && slots.doubtful.length === 0)
    return { ...taken, kind: 'UNKNOWN' };
  const isOfAll =
    kind === 'ACCOUNT_USAGE' && slots.doubtful.length === 0 && slots.metrics.length + slots.periods.length > 0;
  return isOfAll && !slots.refersBack ? { ...taken, kind: 'WORKSPACE_USAGE' } : taken;
}

function takenUp({ slots, score }: Intent, { intent, accountId }: Past): Intent {
  const before = intent?.slots ?? null;
  const kind = kindOf(slots, intent?.kind ?? null, accountId !== null);
  const keepsMetrics = slots.metrics.length === 0 && kind !== 'HEALTH';
  const merged: Slots = {
    ...slots,
    metrics: keepsMetrics ? (before?.metrics ?? []) : slots.metrics,
    periods: slots.periods.length === 0 ? (before?.periods ?? []) : slots.periods,
    limit: slots.limit ?? before?.limit ?? null,
    direction: kind === 'MOVERS' ? (before?.direction ?? 'DOWN') : slots.direction,
    accounts: slots.accounts.length > 0 ? slots.accounts : kind === 'COMPARE_ACCOUNTS' ? (before?.accounts ?? []) : [],
  };
  return { kind, score, slots: merged };
}

function kindOf(
  { accounts, metrics, periods, asksWhy }: Slots,
  before: IntentKind | null,
  hasAccount: boolean,
): IntentKind {
  if (asksWhy) return accounts.length > 0 || hasAccount ? 'HEALTH' : 'UNKNOWN';
  const namesFigures = metrics.length + periods.length > 0;
  switch (before) {
    case 'COMPARE_ACCOUNTS':
      return accounts.length === 1 ? 'ACCOUNT_USAGE' : 'COMPARE_ACCOUNTS';
    case 'MOVERS':
      return accounts.length > 0 ? 'ACCOUNT_USAGE' : 'MOVERS';
    case 'WORKSPACE_USAGE':
      return accounts.length > 0 ? 'ACCOUNT_USAGE' : 'WORKSPACE_USAGE';
    case 'AT_RISK':
      return accounts.length > 0 ? 'HEALTH' : 'AT_RISK';
    case 'HEALTH':
    case 'FIND_ACCOUNT':
    case 'LAST_ACTIVE':
      return namesFigures ? 'ACCOUNT_USAGE' : before;
    case 'SIGNALS':
    case 'COMPARE_PERIODS':
    case 'ACCOUNT_USAGE':
      return before;
    default:
      if (accounts.length > 0) return 'ACCOUNT_USAGE';
      return namesFigures ? (hasAccount ? 'ACCOUNT_USAGE' : 'WORKSPACE_USAGE') : 'UNKNOWN';
  }
}

/** The one account that an answer was about; null when it was about none, or several. */
function accountOf(uses: readonly ToolUse[]): string | null {
  for (const { outcome } of uses.toReversed()) {
    if (!outcome.ok) continue;
    const ids = [...new Set(outcome.about.flatMap(({ id }) => (id.startsWith('acc_') ? [id] : [])))];
    if (ids.length === 1) return ids[0] ?? null;
  }
  return null;
}
