import { lookUpAccount } from '../../features/accounts/index.ts';
import type { Slots } from './intent.ts';
import { called, first } from './say.ts';
import type { Session } from './session.ts';

export type Chosen = { readonly ok: true; readonly id: string; readonly name: string } | NotChosen;
export type NotChosen = { readonly ok: false; readonly lines: readonly string[] };

/** Texts as long as any id or name of an account. */
const LONGEST = 255;
/** Each that is nobody's name is held against every account's. */
const MOST_TRIED = 4;

/** The account a question means, by the first of its texts that is one's; asks back where several may be meant, or none. */
export async function chooseAccount(session: Session, { accounts, joined, doubtful }: Slots): Promise<Chosen> {
  const texts = [...(joined === null ? [] : [joined]), ...accounts, ...doubtful].map((text) => text.slice(0, LONGEST));
  let several: string | null = null;
  for (const text of texts.slice(0, MOST_TRIED)) {
    const looked = await lookUpAccount(session.ctx, text);
    if (looked.kind === 'FOUND') return { ok: true, id: looked.account.id, name: looked.account.name };
    if (looked.kind === 'SEVERAL') several ??= text;
  }
  const [text] = accounts.length > 0 ? accounts : doubtful;
  if (several !== null) return askWhich(session, several, true);
  return text === undefined ? { ok: false, lines: [NOBODY] } : askWhich(session, text, false);
}

/** Each of several; the first that is unclear is asked about. */
export async function chooseAccounts(
  session: Session,
  texts: readonly string[],
): Promise<{ readonly ok: true; readonly ids: readonly string[] } | NotChosen> {
  const ids = new Set<string>();
  for (const text of texts) {
    const chosen = await chooseAccount(session, { ...NO_NAMES, accounts: [text] });
    if (!chosen.ok) return chosen;
    ids.add(chosen.id);
  }
  return { ok: true, ids: [...ids] };
}

const NOBODY = 'Which account do you mean? Give its name, its id or your own id of it.';
const NO_NAMES = { joined: null, doubtful: [] } as unknown as Slots;

async function askWhich(session: Session, text: string, hasSeveral: boolean): Promise<NotChosen> {
  const found = await session.use('find_accounts', { query: text, limit: 10 });
  const accounts = found.ok ? found.data.accounts : [];
  const asked = called(text);
  if (accounts.length === 0) {
    return { ok: false, lines: [`I know no account called ${asked}, and none that is called nearly so. ${found.ref}`] };
  }
  const opening = hasSeveral
    ? `${asked} may be any of these accounts. Which one do you mean?`
    : `I know no account called ${asked}. Do you mean one of these?`;
  const lines = first(
    accounts,
    10,
    ({ name, externalCrmId, id }) => `${called(name)} (your id ${called(externalCrmId)}, ${id})`,
  );
  const more =
    found.ok && found.data.totalCount > accounts.length
      ? [`- and ${found.data.totalCount - accounts.length} more`]
      : [];
  return { ok: false, lines: [`${opening} ${found.ref}`, ...lines, ...more, 'Ask again with the full name or an id.'] };
}
