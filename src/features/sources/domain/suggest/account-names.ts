import type { Column } from './structure/columns.ts';
import { tellingNames, wordsOf } from './words.ts';

const wordSet = (text: string): ReadonlySet<string> =>
  new Set(text.split(/\s+/).map((word) => wordsOf(word)[0] ?? word));

const STRONG = wordSet(
  `account customer org organization organisation tenant company workspace client crm salesforce sfdc external acct cust kunde
  cliente klant mandant konto compte firma empresa societe`,
);
const NOUNS = wordSet(
  `subscriber site team zone business firm shop store merchant partner school institution clinic portal instance subject consumer
  installation property domain namespace host entity group space squad service application project resource`,
);
/** What accounts may be called where nothing else is. */
const WEAK = wordSet(
  `subscription contract branch location app contact cluster buyer vendor seller party sold payer advertiser publisher agency hotel filiale
  magasin mandator bucket repo repository brand dealer franchise channel campaign license licence holder parent`,
);
const OTHERS = wordSet(
  `user member person people actor author assignee employee agent owner email mail visitor event request req session invoice
  record row transaction order ticket message device url uri link href ip type status state currency plan tier region country city
  locale language version format unit description comment hash checksum cursor next model sku severity action kind role environment
  env method path browser os platform feature object metric product category reason source medium page title timezone granularity
  interval period resolution endpoint operation referrer outcome result gender segment cohort queue protocol stage`,
);
const IDENTIFIES = wordSet(
  'id key ref reference number no nr num code uid uuid guid slug sid identifier external handle token',
);
const FROM_CRM = new Set(['crm', 'salesforce', 'sfdc', 'external']);

const says = (words: readonly string[], set: ReadonlySet<string>): boolean => words.some((word) => set.has(word));

/** They hold what the name before them is of. */
const HOLDERS =
  /^(?:data|attributes|node|fields|properties|value|values|relationships|_source|sys|metadata|meta|rows?|results?|items|records|list|nodes?|edges)$/i;

/** How much a column's name promises an account. */
export function nameScore({ names: all, isKey }: Pick<Column, 'names' | 'isKey'>): number {
  if (isKey) return 0.45;
  const names = tellingNames(all);
  // `resource.id` rather than `resource.display_name`.
  const shown = names.length < all.length && /name|label|title/i.test(all.at(-1) ?? '') ? 0.1 : 0;
  return scoreOf(names) - shown;
}

function scoreOf(names: readonly string[]): number {
  // `event:hostname` is of the host.
  const own = wordsOf((names.at(-1) ?? '').replace(/^[\w ]+:(?=\w)/, ''));
  const outer = wordsOf(names.slice(0, -1).findLast((text) => !HOLDERS.test(text)) ?? '');
  const isId = says(own, IDENTIFIES);
  const named = own.includes('name') || own.includes('title') || own.includes('label');
  const external = says([...own, ...outer], FROM_CRM) ? 0.35 : 0;
  // The number is what customers are told; the id beside it is the system's own.
  const told = own.includes('number') ? 0.02 : 0;
  const isZone = (words: readonly string[]) => words.includes('zone') && words.includes('time');
  if (isZone(own) || isZone(outer)) return -0.6;
  if (says(own, OTHERS) && !says(own, STRONG)) return -0.8;
  if (says(own, STRONG))
    return 1.1 + told + (isId ? 0.2 : named ? -0.3 : 0) + external - (says(own, OTHERS) && !isId ? 0.5 : 0);
  if (says(own, NOUNS)) return 0.85 + (isId ? 0.15 : named ? -0.25 : 0) + external;
  if (says(own, WEAK)) return 0.5 + (isId ? 0.15 : named ? -0.1 : 0) + external;
  const within = says(outer, STRONG)
    ? 1
    : says(outer, NOUNS)
      ? 0.8
      : says(outer, WEAK)
        ? 0.5
        : says(outer, OTHERS)
          ? -0.4
          : 0.15;
  if (isId) return within + external;
  if (named) return within - 0.25;
  return within > 0.5 ? within - 0.35 + external : within - 0.15;
}

/** Whether the name is of how many there are: `teams`, `customers`. */
export function isPluralName(names: readonly string[]): boolean {
  const last = names.at(-1) ?? '';
  const own = wordsOf(last);
  return /[a-z]s$/.test(last) && !/(?:ss|us|is|as)$/.test(last) && !says(own, IDENTIFIES);
}

/** A number with such a name may be an id; others are counted or measured. */
export const isIdName = (names: readonly string[], bySelf = false): boolean => {
  const own = wordsOf(tellingNames(names).at(-1) ?? '');
  return (
    says(own, IDENTIFIES) ||
    (!bySelf && (says(own, STRONG) || says(own, NOUNS) || says(own, WEAK)) && !isPluralName(names))
  );
};
