import { DOWN, type Rule, UP } from './rule.ts';

/** What is asked of one account, or of some. */
export const RULES_OF_ACCOUNTS: readonly Rule[] = [
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
  ['HEALTH', 12, /\bworr\w+ about @a/],
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

  ['LAST_ACTIVE', 8, /\b(?:which|who|what)\b.*\b(?:inactive|silent|idle|quiet|stopped)\b/],
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
  ['ACCOUNT_USAGE', 3, /\bwhat(?: is| has)? (?:happened|happening|changed|going on)\b/],
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
