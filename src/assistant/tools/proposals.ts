import { z } from 'zod';
import { findExternalAccount, findMatchingAccounts } from '../../features/usage/index.ts';
import { trimAsciiBlanks } from '../../lib/text.ts';
import type { Proposal } from '../tool.ts';
import { aboutAccount, answered, chooseAccount, readFreshness, refused, shown, shownAccount } from './answers.ts';
import { defineTool } from './define-tool.ts';
import { chooseSignal } from './explain-signal.ts';
import { PROPOSE_ACKNOWLEDGE_SIGNAL, PROPOSE_LINK_ACCOUNT } from './inputs.ts';
import { ACCOUNT, text } from './outputs.ts';
import { aboutSignal, SIGNAL, shownSignal } from './signals.ts';

// Nothing here writes: what is proposed is done by whoever confirms it, with a mutation of the API and that one's own checks.

const SUMMARY = text('What it would do. Nothing was written: a person has to confirm it.');
const quoted = (name: string): string => JSON.stringify(shown(name, 120));

export const proposeAcknowledgeSignal = defineTool({
  name: 'propose_acknowledge_signal',
  title: 'Propose to acknowledge a signal',
  description:
    'Proposes to acknowledge one open or snoozed signal, with a note if wanted: to say that somebody sees to it. Writes nothing: the ' +
    'proposal goes to the user, who confirms it or not. Only when the user asked for it.',
  access: 'MEMBER',
  input: PROPOSE_ACKNOWLEDGE_SIGNAL,
  output: z.strictObject({ signal: SIGNAL, summary: SUMMARY }),
  run: async (ctx, input) => {
    const [found, freshness] = await Promise.all([chooseSignal(ctx, input.signal), readFreshness(ctx)]);
    if (!found.ok) return found;
    const { signal, account } = found.value;
    if (signal.state === 'RESOLVED' || signal.state === 'ACKNOWLEDGED') {
      const why = signal.state === 'RESOLVED' ? 'is resolved: what it was about has ended' : 'is acknowledged already';
      return refused('INVALID_INPUT', `signal: ${signal.id} ${why}.`);
    }
    const note = input.note?.trim();
    const what = `Acknowledge the signal ${signal.type} (${signal.severity}) of the account ${quoted(account.name)}`;
    const proposal: Proposal = {
      mutation: 'acknowledgeSignal',
      input: { id: signal.id, ...(note ? { note } : {}) },
      summary: note ? `${what}, with the note ${JSON.stringify(shown(note, 300))}.` : `${what}.`,
    };
    const about = [aboutSignal(signal, account), aboutAccount(account)];
    const data = { signal: shownSignal(signal, account), summary: proposal.summary };
    const days = { from: signal.raisedOn, to: signal.raisedOn };
    return answered(data, { days, freshness, about, proposals: [proposal] });
  },
});

export const proposeLinkAccount = defineTool({
  name: 'propose_link_account',
  title: 'Propose to link an id to an account',
  description:
    'Proposes to say that usage under an unmatched id is an account’s: all of it becomes the account’s. Writes nothing: the proposal goes ' +
    'to the user, who confirms it or not. Only when the user asked for it. list_unmatched_ids gives the ids and who may be meant.',
  access: 'ADMIN',
  input: PROPOSE_LINK_ACCOUNT,
  output: z.strictObject({ externalId: text('The id.'), account: ACCOUNT, summary: SUMMARY }),
  run: async (ctx, input) => {
    const externalId = trimAsciiBlanks(input.externalId);
    const [account, usage, [owner = null], freshness] = await Promise.all([
      chooseAccount(ctx, input.account),
      findExternalAccount(ctx, externalId),
      findMatchingAccounts(ctx, [externalId]),
      readFreshness(ctx),
    ]);
    if (!account.ok) return account;
    if (!usage) {
      return refused(
        'NOT_FOUND',
        `externalId: no usage ever came under ${quoted(externalId)}. list_unmatched_ids gives the ids there are.`,
      );
    }
    if (owner) {
      return refused(
        'INVALID_INPUT',
        `externalId: ${quoted(externalId)} is matched already, to ${quoted(owner.name)} (${owner.id}).`,
      );
    }
    const { firstSeenOn, lastSeenOn, rowCount } = usage;
    const usageOf = `${rowCount} ${rowCount === 1 ? 'day' : 'days'} of usage, ${firstSeenOn} to ${lastSeenOn}`;
    const proposal: Proposal = {
      mutation: 'linkExternalAccount',
      input: { externalId, accountId: account.value.id },
      summary:
        `Link the id ${quoted(externalId)} (${usageOf}) to the account ${quoted(account.value.name)} ` +
        `(external CRM id ${quoted(account.value.externalCrmId)}): its usage becomes the account’s.`,
    };
    const data = {
      externalId: shown(externalId, 255),
      account: shownAccount(account.value),
      summary: proposal.summary,
    };
    const days = firstSeenOn && lastSeenOn ? { from: firstSeenOn, to: lastSeenOn } : null;
    return answered(data, { days, freshness, about: [aboutAccount(account.value)], proposals: [proposal] });
  },
});
