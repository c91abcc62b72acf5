import { z } from 'zod';
import { findAccountsById } from '../../features/accounts/index.ts';
import { countUnmatchedAccounts, listUnmatchedAccounts, suggestAccounts } from '../../features/usage/index.ts';
import { aboutAccount, answered, readFreshness, shown, shownAccount } from './answers.ts';
import { defineTool } from './define-tool.ts';
import { LIST_UNMATCHED_IDS } from './inputs.ts';
import { ACCOUNT, count, day, text } from './outputs.ts';

export const OUTPUT = z.strictObject({
  totalCount: count('How many ids no account has, those that are not listed included.'),
  ids: z
    .array(
      z.strictObject({
        externalId: text('The id that usage came with.'),
        firstSeenOn: day('First day with usage under it'),
        lastSeenOn: day('Last day with usage under it'),
        dayCount: count('On how many days usage came under it.'),
        suggestions: z
          .array(
            z.strictObject({
              account: ACCOUNT,
              reason: z
                .enum(['CASE', 'ACCENTS', 'BLANKS', 'LEADING_ZEROS', 'PREFIX', 'SIMILAR_NAME'])
                .describe('Wherein the id differs from the account’s, or that names resemble each other.'),
              confidence: z.number().describe('How sure that is, 0 to 1.'),
              explanation: text('The same in words.'),
            }),
          )
          .describe('Accounts that may be meant, the likeliest first; empty when none is near.'),
      }),
    )
    .describe('Those with the most days first.'),
});

export const listUnmatchedIds = defineTool({
  name: 'list_unmatched_ids',
  title: 'Unmatched ids',
  description:
    'Ids that usage came with and that no account has, those with the most days of usage first, each with the accounts that may be meant ' +
    'and how sure that is (confidence 0 to 1). Their usage counts for no account until the id is linked; propose_link_account ' +
    'proposes that. At most 25.',
  access: 'MEMBER',
  input: LIST_UNMATCHED_IDS,
  output: OUTPUT,
  run: async (ctx, { limit }) => {
    const [page, totalCount, freshness] = await Promise.all([
      listUnmatchedAccounts(ctx, { first: limit, after: null }),
      countUnmatchedAccounts(ctx),
      readFreshness(ctx),
    ]);
    if (!page.ok) throw new Error(`the list refuses ${JSON.stringify(page.error)}`);
    const found = page.value.edges.map(({ node }) => node);
    const suggestions = await suggestAccounts(
      ctx,
      found.map(({ externalId }) => externalId),
    );
    const accountIds = [...new Set(suggestions.flat().map(({ accountId }) => accountId))];
    const accounts = (await findAccountsById(ctx, accountIds)).flatMap((account) => account ?? []);
    const byId = new Map(accounts.map((account) => [account.id, account]));
    const ids = found.map(({ externalId, firstSeenOn, lastSeenOn, rowCount }, index) => ({
      externalId: shown(externalId, 255),
      ...{ firstSeenOn, lastSeenOn, dayCount: rowCount },
      suggestions: (suggestions[index] ?? []).flatMap(({ accountId, reason, confidence, explanation }) => {
        const account = byId.get(accountId);
        return account ? { account: shownAccount(account), reason, confidence, explanation } : [];
      }),
    }));
    const from = ids.map(({ firstSeenOn }) => firstSeenOn).sort()[0];
    const to = ids
      .map(({ lastSeenOn }) => lastSeenOn)
      .sort()
      .at(-1);
    const days = from === undefined || to === undefined ? null : { from, to };
    const about = accounts.map(aboutAccount);
    return answered({ totalCount, ids }, { days, freshness, about, truncated: totalCount > ids.length });
  },
});
