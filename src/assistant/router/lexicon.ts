import { isWithin } from './edit-distance.ts';
import { NUMERAL_WORDS } from './numerals.ts';

// The words that questions about customers are made of. Whatever is none of them may be a name.

const list = (text: string): string[] => text.trim().split(/\s+/);

/** Words that only hold a question together. */
const FUNCTION_WORDS = list(`
  a about across actually after again ago all almost already also always am an and any anybody anyone anything apart are arent as ask
  asking at away back be because been before began being best better between both but by bye came can cannot cant check come comes
  coming could couldnt day days did didnt do does doesnt doing done dont down during each either else enough even ever every everybody
  everyone everything exactly far fast fastest few find first for from full further get gets getting give given gives go goes going gone
  good got had hard hardest has hasnt have havent having hello here hey hi him his how hows i id if ill im in instead into is isnt it its
  ive just keep kind know last lately latest least less let lets like little look looked looking looks lot lots made main make makes many
  may maybe me mean means might mine more most mostly much must my near nearly need needed needs never new next no nobody none nor not
  nothing now of off often ok okay old on once only onto or other others our ours out over own past per perhaps please possible pretty
  put quick quickly quite rather really recent recently right said same say says see seem seems seen self several shall she should show
  showing shows side since so some somebody someone something soon still such sure take taken tell than thank thanks that thats the their
  theirs them then there theres these they thing things think this those though through till time times to today together too took toward
  try two under until up upon us use very via want wanted was wasnt way we well went were weve what whats whatever when whenever where
  wheres whether which while who whoever whom whos whose why whys will wish with within without wont work would wouldnt wow yes yesterday
  yet you your yours stand stands stack stacks lead kinds sort sorts hear today tonight morning ago night faring fare fares feel feels
  happen happened happens happening these around roughly currently nowadays anymore later earlier early late details detail info
  information update news brief briefly quick list lists display write poem joke weather data number numbers figure figures amount count
  counts counted total totals sum average averages overall combined entire whole altogether
`);

const PERIOD_WORDS = list(`
  date week weeks weekly month months monthly quarter quarters quarterly year years yearly daily fortnight fortnights period periods
  january february march april june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec
  q1 q2 q3 q4 mtd ytd qtd monday tuesday wednesday thursday friday saturday sunday previous current prior beginning start second third
  fourth wow mom yoy preceding ended calendar rolling
`);

const SUBJECT_WORDS = list(`
  account accounts customer customers client clients company companies user users product products app platform tool service workspace
  workspaces portfolio book base organisation organization organisations organizations team teams tenant tenants logo logos people
  business metric metrics metrik feature features api crm external identifier identifiers ids uuid name named called questions question
`);

const INTENT_WORDS = list(`
  usage used uses using utilisation utilization active inactive activity activities adoption adopt engage engaged engagement consume
  consumed consumption behave behaving idle silent quiet login log logged sign signed
  drop drops dropped dropping fall falls fell fallen falling decline declines declined declining decrease decreased decreasing lose loses
  lost losing shrink shrinking shrank shrunk slump slumped slumping down downward steep steepest sharp sharpest plunge plunged reduced
  grow grows grew grown growing growth gain gains gained gaining gainer gainers loser losers rise rises rose risen rising increase increases
  increased increasing climb climbed jump jumped surge surged up upward improve improved improving improvement mover movers move moved change
  changes changed changing trend trends trending swing biggest largest big large greatest highest high higher lowest low lower bigger top
  bottom worst worse smallest
  health healthy healthier healthiest unhealthy score scores scored scoring pillar pillars reason reasons explain explains explanation
  wrong problem problems issue issues trouble troubled troubles struggle struggling red yellow green poor stable bad band bands weak
  matter matters
  risk risks risky churn churns churning churned leave leaving danger dangerous endangered worry worried worrying worries concern concerned
  concerning save cancel cancelling canceling
  signal signals alert alerts warning warnings warn attention urgent critical severe severity medium open focus priority priorities
  prioritise prioritize call contact todo raised fired trigger triggered
  fresh freshness stale outdated sync syncs synced syncing synchronise synchronised synchronize synchronized synchronisation
  synchronization refresh refreshed updated endpoint source sources connection connected backfill gap gaps missing imported import arrive
  arrived run runs running fail fails failed failing failure error errors broken ok
  match matches matched matching unmatched unlinked linked link links unknown unmapped unassigned mapped map orphan orphans orphaned assign
  overview summary summarise summarize glance dashboard tracked track tracking
  compare compares compared comparing comparison versus vs against difference different differ differs relative
  owner owners owns owned manages managed manager csm plan plans arr revenue contract contracts renewal renewals renew renews renewing
  renewed expires expire region seat search seek profile
  payment payments paid unpaid overdue invoice expansion expand expanding upsell opportunity opportunities downgrade downgraded cancelled
  canceled disengaged disengagement disengaging stop stops stopped stopping fewer renewing
  acknowledge acknowledged ack confirm snooze note help larry help capable
`);

const WORDS: ReadonlySet<string> = new Set([
  ...FUNCTION_WORDS,
  ...PERIOD_WORDS,
  ...SUBJECT_WORDS,
  ...INTENT_WORDS,
  ...NUMERAL_WORDS,
]);

export const isKnownWord = (plain: string): boolean => WORDS.has(plain) || /^\d{1,4}$/.test(plain) || DATED.test(plain);

const DATED = /^(\d{4}-\d{2}-\d{2}|\d{1,2}\.\d{1,2}\.\d{4}|\d{1,2}(st|nd|rd|th))$/;

/** Shorter words are near too many others. */
const SHORTEST = 5;
const LONGEST = 20;
const CORRECTED: readonly string[] = [
  ...INTENT_WORDS,
  ...PERIOD_WORDS,
  ...SUBJECT_WORDS,
  'which',
  'about',
  'yesterday',
].filter((word) => word.length >= SHORTEST);
const SWAPPED: readonly string[] = list('drop risk sync last week year grew fell open lost data');

/** The word that a misspelled one is meant to be; null when none is near. */
export function correctionOf(plain: string): string | null {
  if (plain.length < 4 || plain.length > LONGEST || !/^\p{L}+$/u.test(plain)) return null;
  const most = plain.length >= 9 ? 2 : 1;
  if (plain.length >= SHORTEST - 1) {
    const near =
      CORRECTED.find((word) => isWithin(plain, word, 1)) ??
      CORRECTED.find((word) => word.length >= 9 && isWithin(plain, word, most));
    if (near !== undefined) return near;
  }
  const letters = sorted(plain);
  return SWAPPED.find((word) => sorted(word) === letters && isWithin(plain, word, 1)) ?? null;
}

const sorted = (word: string): string => [...word].sort().join('');

/** Capitals that say nothing: these are written so by themselves. */
export const ALWAYS_CAPITAL: ReadonlySet<string> = new Set(
  list(
    'i id ids api crm arr csm q1 q2 q3 q4 ytd mtd larry im ill ive monday tuesday wednesday thursday friday saturday sunday',
  ),
);

export const LEGAL_FORMS: ReadonlySet<string> = new Set(
  list(
    'inc incorporated llc ltd limited corp corporation plc pty gmbh ag kg ug se sarl srl spa bv nv ab aps oy kk llp',
  ),
);
