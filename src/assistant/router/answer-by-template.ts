import { lookUpAccount } from '../../features/accounts/index.ts';
import type { Ctx } from '../../features/kit/ctx.ts';
import { listMetrics } from '../../features/usage/index.ts';
import { addDays } from '../../lib/day.ts';
import { yesterday } from '../../platform/clock.ts';
import { cleanText } from '../clean-text.ts';
import type { Emit, TurnResult } from '../turn.ts';
import { type Asked, understand } from './follow-up.ts';
import { framed } from './frame.ts';
import type { Intent, Slots } from './intent.ts';
import { openSession, type Session } from './session.ts';
import { tellAccount } from './templates/accounts.ts';
import { tellAccountsCompared, tellPeriodsCompared, tellWorkspaceUsage } from './templates/compare.ts';
import { tellAtRisk, tellHealth } from './templates/health.ts';
import { tellHelp } from './templates/help.ts';
import { tellMovers } from './templates/movers.ts';
import { proposeAcknowledgement, proposeLink, tellSignal, tellSignals } from './templates/signals.ts';
import { tellLastActive, tellUsage } from './templates/usage.ts';
import { tellFreshness, tellOverview, tellUnmatched } from './templates/workspace.ts';

/** Answers the common questions without a model: the same tools, and sentences that hold their figures. */
export async function answerByTemplate(
  ctx: Ctx,
  ask: { readonly question: string; readonly history: readonly Asked[] },
  emit: Emit,
): Promise<TurnResult> {
  const metrics = (await listMetrics(ctx)).map(({ name }) => name);
  const vocabulary = { metrics, today: addDays(yesterday(ctx.clock), 1) };
  const intent = understand(ask.question, ask.history, vocabulary);
  const session = openSession(ctx, vocabulary, emit);
  const lines = framed(await tell(session, intent), session.uses, intent.kind).map(cleanText);
  for (const [index, line] of lines.entries()) emit({ kind: 'TEXT', text: index === 0 ? line : `\n${line}` });
  return {
    source: 'TEMPLATE',
    answer: lines.join('\n'),
    restsOn: session.uses,
    proposals: session.proposals,
    unsupportedNumbers: [],
    fallback: null,
  };
}

async function tell(session: Session, { kind, slots }: Intent): Promise<readonly string[]> {
  switch (kind) {
    case 'ACCOUNT_USAGE':
      return tellUsage(session, slots);
    case 'WORKSPACE_USAGE':
      return tellWorkspaceUsage(session, slots);
    case 'LAST_ACTIVE':
      return tellLastActive(session, slots);
    case 'MOVERS':
      return tellMovers(session, slots);
    case 'HEALTH':
      return tellHealth(session, slots);
    case 'AT_RISK':
      return tellAtRisk(session, slots);
    case 'SIGNALS':
      return tellSignals(session, slots);
    case 'EXPLAIN_SIGNAL':
      return tellSignal(session, slots);
    case 'FRESHNESS':
      return tellFreshness(session);
    case 'COMPARE_ACCOUNTS':
      return tellAccountsCompared(session, slots);
    case 'COMPARE_PERIODS':
      return tellPeriodsCompared(session, slots);
    case 'UNMATCHED':
      return tellUnmatched(session, slots);
    case 'OVERVIEW':
      return tellOverview(session);
    case 'FIND_ACCOUNT':
      return tellAccount(session, slots);
    case 'ACKNOWLEDGE':
      return proposeAcknowledgement(session, slots);
    case 'LINK':
      return proposeLink(session, slots);
    case 'HELP':
      return tellHelp(session, true);
    case 'FOLLOW_UP':
    case 'UNKNOWN':
      return (await namesAccount(session, slots)) ? tellUsage(session, slots) : tellHelp(session, false);
  }
}

/** What is asked of an account in words that are not known is told like how it is doing. */
async function namesAccount({ ctx }: Session, { accounts: [text] }: Slots): Promise<boolean> {
  return text !== undefined && (await lookUpAccount(ctx, text.slice(0, 255))).kind === 'FOUND';
}
