import { DOWN, MANY, type Rule, UP } from './rule.ts';

const IMPERATIVE = '^(?:(?:hey|hi|larry|please|can|could|would|you|i|want|to|now|and|ok|okay) )*';

/** What is asked of the workspace: of all accounts, of signals and of the data. */
export const RULES_OF_ALL: readonly Rule[] = [
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

  ['FRESHNESS', 4, /\banything (?:broken|wrong|failing)\b/],
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
    6,
    /\bhow (?:are we|is everyone|is everybody|are (?:our |my |the )?(?:customers|accounts|clients)) doing\b|\bwhat are (?:our|the|my) metrics\b/,
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
  [
    'SIGNALS',
    7,
    /\b(?:renewals? (?:at )?risks?|expansion|upsell|payments?|invoices?|unpaid|overdue|downgrade\w*|disengag\w+)\b/,
  ],

  ['MOVERS', 6, /\b(?:movers?|gainers?|losers?|biggest changes?|biggest swings?)\b/],
  [
    'MOVERS',
    4,
    new RegExp(
      `\\b(?:which|what|whose|who|${MANY})\\b.*\\b(?:usage|use|activity|@m)\\b.*\\b(?:${DOWN}|${UP})\\b|\\b(?:${DOWN}|${UP})\\b.*\\b(?:which|who|${MANY})\\b`,
    ),
  ],
];
