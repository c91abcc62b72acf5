import { type AskedKind, MANY } from './rule.ts';
import { RULES_OF_ACCOUNTS } from './rules-of-accounts.ts';
import { RULES_OF_ALL } from './rules-of-all.ts';

const ABOUT_ONE: ReadonlySet<AskedKind> = new Set(['ACCOUNT_USAGE', 'LAST_ACTIVE', 'HEALTH', 'FIND_ACCOUNT']);
const ABOUT_ALL: ReadonlySet<AskedKind> = new Set(['MOVERS', 'AT_RISK', 'OVERVIEW']);
const ASKS_FOR_MANY = new RegExp(`\\b(?:which|who|whose|list|top|most|worst|lowest|least|${MANY})\\b`);

/** Whether it names an account, and whether more than one period. */
type Named = { readonly namesAccount: boolean; readonly namesPeriods: boolean };
export type Scored = { readonly kind: AskedKind; readonly score: number };

/** How much speaks for each intent, the most first; none where nothing does. */
export function scoreIntents(sentence: string, { namesAccount, namesPeriods }: Named): readonly Scored[] {
  const scores = new Map<AskedKind, number>(namesPeriods ? [['COMPARE_PERIODS', 5]] : []);
  for (const [kind, weight, shape] of [...RULES_OF_ALL, ...RULES_OF_ACCOUNTS]) {
    if (shape.test(sentence)) scores.set(kind, (scores.get(kind) ?? 0) + weight);
  }
  const forMany = ASKS_FOR_MANY.test(sentence);
  const scored = [...scores].map(([kind, score]) => ({ kind, score: score + leaning(kind, namesAccount, forMany) }));
  return scored.filter(({ score }) => score > 1).sort((a, b) => b.score - a.score);
}

/** What is asked of one account needs one, what is asked of all has none. */
function leaning(kind: AskedKind, namesAccount: boolean, forMany: boolean): number {
  if (ABOUT_ONE.has(kind)) return namesAccount ? 3 : forMany ? -3 : 0;
  if (ABOUT_ALL.has(kind)) return namesAccount ? -5 : 1;
  return kind === 'FRESHNESS' && namesAccount ? -4 : 0;
}
