import { wordsOf } from '../suggest/words.ts';

/**
 * Words that fields of APIs are called by, and nobody: a key made of them says nothing about a customer. Names that are also
 * words, such as Grace, Mark and Will, are not among them.
 */
const WORDS = `
  a account accounts action active activity actor actual add added additions agent aggregate aggregated aggregation
  alert alerts all amount analytics and annual anr any api app application approx approximate arr array artifact
  artifacts at attribute attributes audience average avg balance bandwidth base basket batch battery begin billable
  billed billing body boolean bot bounce bounces browser bucket bucketed build by byte bytes cache calendar call
  called caller calls camera campaign canvas cargo cart catalog category cell cells change channel charge chart chat
  checkout claim click client close closed code column columns comment commission commit company complaints complete
  completed completions compute conf config connection consumed consumer consumption contact container content context
  conversation conversion cost count counter country coupon course cpu crash crashes create created credit crm
  cumulative currency current cursor custom customer d daily dashboard data dataset date datetime datum dau day days
  db debit default delete deleted deletions delivered delivery deployment deploys desc description device dimension
  dimensions dims discount disk display distance doc document documents domain double download downtime driver
  duration during e edge edit edited editor editors element email embedded embeddings enabled end enddate ended
  endpoint energy engaged engagement entity entry env environment error errors estimated event events exam exclusive
  execution expired export external fail failed failure feature fee fees field fields file files filter first flow
  folder follower fork forks format free frequency from full function gas gb generated get gib gpu grade grand
  granularity gross group groups has hash header headers health heartbeat heartbeats heat history hit hits host hour
  hourly hours href http id identifier ids image import in inbound inbox incident incidents included incoming index
  inference info input inserted install installs instance int integration interval inventory invite invocation
  invocations invoice iops ip is iso issue issues item items job jobs json kb key keys kg kib kind km kwh label labels
  language last latency launch launches lead lesson level licence license licensed limit line lines link links list
  lists load local locale localized log logged login logins mail map mau max maximum mb mean measure measures media
  median member members memory merge message messages meta metadata meter method metric metrics mib miles min minute
  minutes mobile mode model modified module money month monthly more mrr ms name names namespace net network new next
  node nodes note notification null nullvalue num number numeric object objects occurred of off offset on open opened
  opens operation or order orders org organisation organization out outbound output overall owner p p50 package page
  pageinfo pages pagination paging paid parcel parent partner pass passed path payload payment payout per percent
  percentage period periods permission ping pings pipeline pipelines plan platform point points policy post prev
  previous price pricing priority process processed product products profile project projects prompts property
  provider published pull purchase push pushes qty quantity queries query queue quiz quota ram range rate raw reaction
  reactions read reading readings reads real realtime received record recorded records ref refund region registered
  relationship relationships reply report reporting reports repositories repository request requested requests
  resource resources response result results retention revenue review reviews ride role room rooms root row rows run
  runs sale sales sample save saved schema scope score screen screens search searches seat seats second seconds
  section segment self send sensor sent series server service services session sessions set share shared shipment shop
  sign signup signups since site size sku slot sms snapshot source space spend spent start startdate started starts
  stat state statistic statistics stats status step stock stop storage store stored stream string sub subject
  submitted subscriber subscription subtotal success successful sum summary swipe sync system t table tag tags tap
  taps target task tasks tax team teams temperature tenant tenants text the thread throughput ticket tickets tier time
  times timeseries timestamp timezone tip title to today token tokens top topic total totals trace traffic training
  transaction transactions transfer trend trial trip ts type types uid uninstall uninstalls uniq unique uniques unit
  units unknown unread update updated upload uploads uptime uri url usage usages use used user users utc uuid v val
  value values vcpu vehicle vendor version via video view viewer views visit visitor visitors visits volume w
  warehouse watcher watchers water wau web webhook webhooks week weekly weight window with word work worked workflow
  worklog workspace workspaces write writes written x y year yearly yesterday zone zones
`;

const PUBLIC: ReadonlySet<string> = new Set(WORDS.split(/\s+/).flatMap(wordsOf));

/** Such as the 2 of `v2` and the 95 of `p95`. */
const SHORT_NUMBER = /^(?:[a-z]?\d{1,2})$/;

/** Whether a text consists of nothing but such words and those given. */
export const isPublic = (text: string, said: ReadonlySet<string>): boolean =>
  everyWord(text, (word) => PUBLIC.has(word) || said.has(word) || SHORT_NUMBER.test(word));

/** Whether somebody said every word of it already. */
export const isSaid = (text: string, said: ReadonlySet<string>): boolean => everyWord(text, (word) => said.has(word));

/** Of longer texts `wordsOf` reads no more than the beginning. */
const MOST_CHARACTERS = 60;
const MOST_WORDS = 12;

function everyWord(text: string, holds: (word: string) => boolean): boolean {
  if (text.length > MOST_CHARACTERS) return false;
  const words = wordsOf(text);
  return words.length > 0 && words.length <= MOST_WORDS && words.every(holds);
}
