import type { IntentKind } from './intent.ts';

type Kind = Exclude<IntentKind, 'FOLLOW_UP' | 'UNKNOWN' | 'WORKSPACE_USAGE'>;
type Rule = readonly [kind: Kind, weight: number, shape: RegExp];

// What is asked, by the words it is asked with. @a stands for an account's name, @m for a metric, @p for a period, @s for a signal.

const DOWN =
  '(?:drop|drops|dropped|dropping|fall|falls|fell|fallen|falling|declines?|declined|declining|decreas\\w+|decrease|los(?:e|es|t|ing)|losers?|shrink|shrinks|shrinking|shrank|shrunk|slump\\w*|plunged|down|downward|reduced)';
const UP =
  '(?:grow|grows|grew|grown|growing|growth|gain|gains|gained|gaining|gainers?|rise|rises|rose|risen|rising|increas\\w+|increase|climb\\w*|jump\\w*|surge\\w*|up|upward|improv\\w+)';
const MANY = '(?:accounts|customers|clients|companies|users|organi[sz]ations|tenants|teams|logos)';
const IMPERATIVE = '^(?:(?:hey|hi|larry|please|can|could|would|you|i|want|to|now|and|ok|okay) )*';

const RULES: readonly Rule[] = [
  ['HELP', 9, /\bwhat (?:else )?(?:can|could|do|should|may) (?:you|larry|(?:i|we) ask)\b(?!.*@a)/],
  [
    'HELP',
    9,
    /\b(?:kinds?|sorts?|type) of questions?\b|\bhow (?:do|does|can) (?:you|larry|i use (?:you|this))\b|\bwho are you\b|\bquestions? (?:can|could|may) (?:i|we)\b/,
  ],
  ['HELP', 4, /^(?:(?:help|hi|hello|hey|larry|thanks|thank you)(?: |$))+(?:me|please|there|larry)?$/],
  ['HELP', 3, /^help\b/],

  ['ACKNOWLEDGE', 12, /\b(?:acknowledge|ack)\b/],
  ['LINK', 12, new RegExp(`${IMPERATIVE}(?:link|assign|map|match|connect)\\b.*\\b(?:to|with)\\b`)],

  ['EXPLAIN_SIGNAL', 10, /@s/],

  [
    'FRESHNESS',
    6,
    /\b(?:fresh|freshness|stale|outdated|refreshed|refresh|sync|syncs|synced|syncing|synchroni\w+|backfill|imported|import)\b/,
  ],
  [
    'FRESHNESS',
    6,
    /\bup to date\b|\b(?:data|usage|source) (?:source|endpoint|connection)\b|\b(?:source|endpoint|connection) (?:ok|okay|broken|working|connected|healthy|down|up|error)\b|\b(?:are|is) (?:we|it|api|source|endpoint|the (?:api|source|endpoint|custom api)) (?:still )?connected\b/,
  ],
  [
    'FRESHNESS',
    6,
    /\b(?:current|old|recent|late|latest|complete|new) (?:is|are|was) (?:the |our |my |this |these )?(?:data|numbers|figures|usage)\b/,
  ],
  [
    'FRESHNESS',
    6,
    /\b(?:data|numbers|figures) (?:current|recent|late|old|complete|missing|arrive|arrived|come|came|updated|ok|okay|broken)\b|\b(?:gaps?|days? missing|missing days?|missing data|holes)\b/,
  ],
  [
    'FRESHNESS',
    5,
    /\b(?:how|when) (?:old |recent |late )?(?:was|is|did|were|are)? ?(?:the |our )?(?:data|numbers|figures|usage)? ?(?:last )?(?:updated|refreshed|arrived?|imported)\b/,
  ],
  [
    'FRESHNESS',
    4,
    /\b(?:problems?|wrong|issues?|errors?|fail\w*|trust)\b.*\b(?:data|numbers|figures|source|endpoint|connection|import|api)\b|\b(?:data|source|endpoint|connection|api)\b.*\b(?:problems?|wrong|issues?|errors?|fail\w*|broken)\b/,
  ],

  ['UNMATCHED', 8, /\b(?:unmatched|unlinked|unmapped|unassigned|orphan\w*)\b/],
  [
    'UNMATCHED',
    8,
    /\b(?:ids?|identifiers?|uuid)\b.*\b(?:not|without|no|arent|missing|unknown|isnt|dont|couldnt|cannot|cant|werent)\b|\b(?:unknown|missing) (?:external |account |crm )?(?:ids?|identifiers?)\b/,
  ],
  [
    'UNMATCHED',
    6,
    /\b(?:not|arent|isnt|couldnt be|no) (?:matched|linked|mapped|assigned)\b|\bwithout an account\b|\bbelong\w* to no\b/,
  ],

  [
    'OVERVIEW',
    7,
    /\b(?:overview|dashboard)\b|\bat a glance\b|\b(?:whole|entire|all) (?:of )?(?:the |our |my )?(?:customer|client|account)?s? ?(?:base|portfolio|book)\b|\bstate of (?:the |our |my )?(?:workspace|portfolio|business|book|base)\b/,
  ],
  [
    'OVERVIEW',
    7,
    new RegExp(
      `\\bhow many (?:${MANY}|account|customer|client)(?! (?:are|is|have been|were)? ?(?:at risk|dropp|fell|declin|grow|grew|in|on|poor|unhealthy|healthy))`,
    ),
  ],
  [
    'OVERVIEW',
    6,
    /\b(?:summar\w+|numbers?|figures) (?:of |for |on |about )?(?:the |our |my |this )?(?:workspace|portfolio|accounts|customers|business|everything|customer base|base)\b|\b(?:total|overall|combined|all) arr\b|\barr (?:in total|overall|of all)\b|\b(?:number|count|total) of (?:accounts|customers|clients)\b/,
  ],
  [
    'OVERVIEW',
    7,
    /\b(?:what|which) (?:metrics?|features?) (?:do|are|is|can|have|does)\b|\b(?:list|show|all) (?:me )?(?:the |our |all )*metrics\b|\bmetrics (?:are|do we|we) (?:tracked|track)?\b/,
  ],

  ['AT_RISK', 8, /\bat risk\b|\b(?:risky|riskiest|endangered|in danger|at danger)\b|\brisk list\b/],
  ['AT_RISK', 8, /\b(?:churn\w*|leav\w+|cancel\w*)\b/],
  [
    'AT_RISK',
    7,
    /\b(?:worst|lowest|poor|poorest|weakest|bad|least|lower|low) (?:health\w*|scores?|scored|scoring)\b|\b(?:worst|unhealthiest|unhealthy|least healthy|sick|poor|red|yellow|green|stable|healthy|healthiest|struggling|troubled|weak) (?:accounts?|customers?|clients?|companies)\b|\bhealth\w* (?:is |are )?(?:worst|lowest|poor|bad)\b/,
  ],
  [
    'AT_RISK',
    6,
    /\bworr\w+\b|\bconcern\w*\b|\b(?:which|what|who|list)\b.*\b(?:unhealthy|unhealthiest|healthiest|healthy|least healthy|struggling|in trouble|poor|sick)\b|\bsort\w* by health\b|\bby health\b/,
  ],

  ['SIGNALS', 8, /\b(?:signals?|alerts?|warnings?)\b/],
  [
    'SIGNALS',
    7,
    /\battention\b|\b(?:look|focus|work|act|start) (?:at|on|with|first|into)\b.*(?:@p|first|now|next|\?|$)|\bpriorit\w+\b|\burgent\w*\b|\bwhat (?:should|do|must|shall) (?:i|we) (?:do|look|handle|see|start|tackle|check|focus|need|take)\b|\bwho (?:should|do|must|shall) (?:i|we) (?:call|contact|talk|see|speak|email)\b/,
  ],
  [
    'SIGNALS',
    3,
    /\b(?:critical|open issues?|open problems?|to do|todo)\b|\banything (?:urgent|new|critical|important|i should)\b/,
  ],

  [
    'MOVERS',
    5,
    new RegExp(
      `\\b(?:which|what|who|whose|list|top|biggest|largest|steepest|sharpest|most|show|any|all|greatest|highest|five|${MANY}|[0-9]+)\\b.*\\b${DOWN}\\b`,
    ),
  ],
  [
    'MOVERS',
    5,
    new RegExp(
      `\\b(?:which|what|who|whose|list|top|biggest|largest|steepest|fastest|strongest|most|show|any|all|greatest|highest|five|${MANY}|[0-9]+)\\b.*\\b${UP}\\b`,
    ),
  ],
  [
    'MOVERS',
    3,
    new RegExp(
      `\\b(?:biggest|largest|steepest|sharpest|greatest|fastest|top|most|hardest|strongest)\\b.*\\b(?:${DOWN}|${UP}|changes?|swings?|movers?)\\b|\\b(?:${DOWN}|${UP}|changed|moved) (?:the )?(?:most|hardest|fastest|furthest)\\b`,
    ),
  ],
  ['MOVERS', 6, /\b(?:movers?|gainers?|losers?|biggest changes?|biggest swings?)\b/],
  [
    'MOVERS',
    4,
    new RegExp(
      `\\b(?:which|what|whose|who|${MANY})\\b.*\\b(?:usage|use|activity|@m)\\b.*\\b(?:${DOWN}|${UP})\\b|\\b(?:${DOWN}|${UP})\\b.*\\b(?:which|who|${MANY})\\b`,
    ),
  ],

  ['HEALTH', 6, /\b(?:health|healthy|unhealthy|score|scores|scored|pillars?)\b/],
  [
    'HEALTH',
    6,
    /\bwhy (?:is|are|has|does|did) .*\b(?:at|on|only|down to|below|under|red|yellow|poor|low|lower|bad|at risk|struggling|unhealthy|worse|in trouble)\b/,
  ],
  [
    'HEALTH',
    6,
    /\b(?:wrong|matter|problems?|trouble|troubled|issues?|up) (?:with|at|for) (?:the )?(?:account |customer )?(?:@a|@x|it|them|this|that)\b|\b(?:@a|it|they)(?: \w+)? (?:in trouble|struggling|troubled|ok|okay|in danger|at risk|doing badly|unhappy)\b/,
  ],
  ['HEALTH', 4, /\b(?:reasons?|explain|why)\b.*@a/],
  ['HEALTH', 4, /\b(?:is|are|will) (?:@a|@x|it|they) .*(?:at risk|churn|leave|cancel|healthy)\b/],

  [
    'COMPARE_ACCOUNTS',
    7,
    /(?:@a|@x).*\b(?:vs|versus|against|compared|compare|stacks? up|than)\b.*@a|\b(?:compare|comparing|comparison|difference\w*|differ\w*)\b.*@a.*(?:@a|@x)|\bdiffer\w*\b.*@a.*@a|@a next to @a|\b(?:better|worse|more|less|bigger)\b.*@a (?:or|than) @a|\bbetween @a and @a\b/,
  ],
  [
    'COMPARE_PERIODS',
    7,
    /@p\b.*\b(?:vs|versus|against|compared?|comparison|than|with|and|relative|next to)\b.*@p|\b(?:compare|comparing|comparison|differ\w*|change\w*)\b.*@p.*@p/,
  ],
  [
    'COMPARE_PERIODS',
    5,
    /\b(?:compare|compared|comparing|comparison|vs|versus|against|relative|than|differ\w*|changed?)\b.*@p|@p.*\b(?:compare|compared|comparison|vs|versus|against|than)\b/,
  ],

  [
    'LAST_ACTIVE',
    9,
    /\blast (?:active|used?|logged|log|login|seen|sign|signed|activity|in|day)\b|\bwhen\b.*\blast\b.*\b(?:active|use|used|log|logged|login|seen|sign|activity|in)\b|\blast time\b/,
  ],
  [
    'LAST_ACTIVE',
    8,
    /\b(?:been|still|gone|is|are|now|@a) (?:\w+ )?(?:active|inactive|idle|silent|quiet)\b|\bstill (?:using|use|uses|log\w*|there|around)\b|\bstopped\b/,
  ],

  [
    'ACCOUNT_USAGE',
    4,
    /\b(?:usage|uses?|used|using|activity|utili[sz]ation|adoption|engagement|engaged|consum\w+|how active|trends?|trending)\b/,
  ],
  [
    'ACCOUNT_USAGE',
    4,
    /\bhow (?:is|are|was|were|did|does|has|have|do|goes)\b.*(?:@a|@x)|\bhow (?:much|many|often)\b|@a (?:doing|do|going|been)\b|\bwhat (?:did|does|is|has|are) (?:@a|@x|it|they) (?:do|doing|done|up to)\b/,
  ],
  ['ACCOUNT_USAGE', 3, /@m/],
  ['ACCOUNT_USAGE', 2, /\b(?:numbers?|figures?|average|total|sum|amount|performance|count)\b/],
  ['ACCOUNT_USAGE', 2, new RegExp(`@a.*\\b(?:${DOWN}|${UP})\\b`)],

  [
    'FIND_ACCOUNT',
    6,
    /\b(?:find|search|seek|look up|owners?|owns|owned|manages|managed|manager|csm|plans?|arr|revenue|contract|renewals?|renews?|renewing|renewed|expires?|region|seats|profile|details?|looks after)\b/,
  ],
  [
    'FIND_ACCOUNT',
    5,
    /\bwho (?:is|are) @a|\b(?:tell me|info|information|know|hear|more) (?:more )?(?:about|on) @a|\bdo we have (?:an account |a customer )?(?:called |named )?@a|\bid of @a/,
  ],
];

const ABOUT_ONE: ReadonlySet<Kind> = new Set(['ACCOUNT_USAGE', 'LAST_ACTIVE', 'HEALTH', 'FIND_ACCOUNT']);
const ABOUT_ALL: ReadonlySet<Kind> = new Set(['MOVERS', 'AT_RISK', 'OVERVIEW']);
const ASKS_FOR_MANY = new RegExp(`\\b(?:which|who|whose|list|top|most|worst|lowest|least|${MANY})\\b`);

/** Whether it names an account, and whether more than one period. */
type Named = { readonly namesAccount: boolean; readonly namesPeriods: boolean };
export type Scored = { readonly kind: Kind; readonly score: number };

/** How much speaks for each intent, the most first; none where nothing does. */
export function scoreIntents(sentence: string, { namesAccount, namesPeriods }: Named): readonly Scored[] {
  const scores = new Map<Kind, number>(namesPeriods ? [['COMPARE_PERIODS', 5]] : []);
  for (const [kind, weight, shape] of RULES) {
    if (shape.test(sentence)) scores.set(kind, (scores.get(kind) ?? 0) + weight);
  }
  const forMany = ASKS_FOR_MANY.test(sentence);
  const scored = [...scores].map(([kind, score]) => ({ kind, score: score + leaning(kind, namesAccount, forMany) }));
  return scored.filter(({ score }) => score > 1).sort((a, b) => b.score - a.score);
}

/** What is asked of one account needs one, what is asked of all has none. */
function leaning(kind: Kind, namesAccount: boolean, forMany: boolean): number {
  if (ABOUT_ONE.has(kind)) return namesAccount ? 3 : forMany ? -3 : 0;
  if (ABOUT_ALL.has(kind)) return namesAccount ? -5 : 1;
  return kind === 'FRESHNESS' && namesAccount ? -4 : 0;
}
