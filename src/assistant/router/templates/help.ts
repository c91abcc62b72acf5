import { called, metricName } from '../say.ts';
import type { Session } from '../session.ts';

/** What can be asked, with names of the workspace's own. */
export async function tellHelp(session: Session, isAsked: boolean): Promise<readonly string[]> {
  const found = await session.use('find_accounts', { limit: 2 });
  const [one, other] = found.ok ? found.data.accounts.map(({ name }) => called(name)) : [];
  const [account, second] = [one ?? 'Acme', other ?? 'Birch'];
  const metric = session.vocabulary.metrics[0];
  const measured = metric === undefined ? 'usage' : metricName(metric);
  const opening = isAsked
    ? 'I look up what Tributary knows of your accounts. You can ask, for example:'
    : 'I do not know how to answer that. Without a language model I can look up these things; you can ask, for example:';
  return [
    `${opening} ${found.ref}`,
    `- How is ${account} using the product?`,
    `- ${measured} of ${account} last month`,
    '- Which five accounts dropped most?',
    `- Why is the health of ${account} what it is?`,
    '- Which accounts are at risk?',
    '- What should I look at today?',
    `- Compare ${account} and ${second}`,
    '- This month against last month',
    '- Is the data fresh?',
    '- Which ids are not matched?',
    '- How many accounts do we have?',
  ];
}
