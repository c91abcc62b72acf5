import { z } from 'zod';
import { type Account, findAccountsById } from '../../features/accounts/index.ts';
import {
  countSignals,
  explain,
  listSignals as listFeed,
  SEVERITIES,
  SIGNAL_STATES,
  SIGNAL_TYPES,
  type Signal,
} from '../../features/signals/index.ts';
import {
  aboutAccount,
  answered,
  chooseAccount,
  finite,
  readFreshness,
  shown,
  shownAccount,
  shownOrNull,
} from './answers.ts';
import { defineTool } from './define-tool.ts';
import { LIST_SIGNALS } from './inputs.ts';
import { ACCOUNT, ARR, count, day, instantOrNull, number, text, textOrNull } from './outputs.ts';

export const SIGNAL = z
  .strictObject({
    id: text('The signal’s id, `sig_…`.'),
    type: z.enum(SIGNAL_TYPES).describe('What is the matter; EXPANSION is good news.'),
    severity: z.enum(SEVERITIES).describe('How urgent it is; CRITICAL is the worst.'),
    state: z.enum(SIGNAL_STATES).describe('What became of it; OPEN: nobody has said that they see to it.'),
    account: ACCOUNT,
    owner: textOrNull('Who looks after the account; null when not given.'),
    arr: number(ARR),
    metric: textOrNull('The metric it is about; null when it is about no single one.'),
    explanation: text('The reason in one sentence, with its figures.'),
    raisedOn: day('The day of the data that first showed it'),
    raisedAt: z.iso.datetime().describe('When it was raised, in UTC.'),
    acknowledgedAt: instantOrNull('When somebody acknowledged it; null when nobody did.'),
    snoozedUntil: instantOrNull('Until when it is snoozed; null when it is not.'),
    resolvedAt: instantOrNull('When the condition ended; null while it holds.'),
    note: textOrNull('What somebody noted, as data; null without a note.'),
  })
  .describe('The signal.');

export const aboutSignal = ({ id, type }: Signal, account: Account) => ({
  id,
  label: `${type} of ${shown(account.name, 100)}`,
});

export const shownSignal = (signal: Signal, account: Account): z.infer<typeof SIGNAL> => ({
  id: signal.id,
  type: signal.type,
  severity: signal.severity,
  state: signal.state,
  account: shownAccount(account),
  owner: shownOrNull(account.owner),
  arr: finite(account.arr),
  metric: signal.type === 'USAGE_DECLINE' && signal.subject !== '' ? shown(signal.subject) : null,
  explanation: shown(explain(signal.type, signal.evidence), 500),
  raisedOn: signal.raisedOn,
  raisedAt: signal.raisedAt.toISOString(),
  acknowledgedAt: signal.acknowledgedAt?.toISOString() ?? null,
  snoozedUntil: signal.snoozedUntil?.toISOString() ?? null,
  resolvedAt: signal.resolvedAt?.toISOString() ?? null,
  note: shownOrNull(signal.note, 300),
});

export const listSignals = defineTool({
  name: 'list_signals',
  title: 'Signals',
  description:
    'What needs attention: signals such as usage that falls, an account that went silent, a renewal at risk, a failed payment, or growth ' +
    '(EXPANSION, good news). The worst severity first, then the largest ARR (in the company’s own currency, which is not known), ' +
    'then the newest; open and acknowledged ones unless other states are asked for. At most 25. For all figures of one use explain_signal.',
  access: 'MEMBER',
  input: LIST_SIGNALS,
  output: z.strictObject({
    totalCount: count('How many signals match, those that are not listed included.'),
    signals: z.array(SIGNAL).describe('The worst first.'),
  }),
  run: async (ctx, input) => {
    const account = input.account === undefined ? null : await chooseAccount(ctx, input.account);
    if (account && !account.ok) return account;
    const filter = {
      severities: input.severities ? unique(input.severities) : null,
      types: input.types ? unique(input.types) : null,
      states: unique(input.states ?? (['OPEN', 'ACKNOWLEDGED'] as const)),
      owner: input.owner ?? null,
      accountId: account?.value.id ?? null,
    };
    const [page, totalCount, freshness] = await Promise.all([
      listFeed(ctx, { first: input.limit, after: null }, filter),
      countSignals(ctx, filter),
      readFreshness(ctx),
    ]);
    if (!page.ok) throw new Error(`the feed refuses ${JSON.stringify(page.error)}`);
    const found = page.value.edges.map(({ node }) => node);
    const accounts = await findAccountsById(
      ctx,
      found.map(({ accountId }) => accountId),
    );
    const signals = found.flatMap((signal, index) => {
      const of = accounts[index];
      return of ? [{ signal, of }] : [];
    });
    const data = { totalCount, signals: signals.map(({ signal, of }) => shownSignal(signal, of)) };
    const about = [
      ...signals.map(({ signal, of }) => aboutSignal(signal, of)),
      ...(account ? [aboutAccount(account.value)] : []),
    ];
    const raised = found.map(({ raisedOn }) => raisedOn).sort();
    const [from, to] = [raised[0], raised.at(-1)];
    const days = from === undefined || to === undefined ? null : { from, to };
    return answered(data, { days, freshness, about, truncated: totalCount > signals.length });
  },
});

const unique = <T>(values: readonly T[]): T[] => [...new Set(values)];
