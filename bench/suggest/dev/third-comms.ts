import { byDay, DAYS, daysFrom, mapped, type SuggestShape, stored } from '../shape.ts';

const SUBUSERS = ['acme-mail', 'bolt-mail', 'cube-mail'];
const KEYS = ['1002384', '1002391', '1044017'];
const QUEUES = ['63532', '63541', '70288'];
const SHORT = daysFrom(5, 8);

/** Mail, voice, video. */
export const THIRD_COMMS: readonly SuggestShape[] = [
  {
    kind: 'parents',
    name: 'days above, stats of each subuser below (SendGrid)',
    source: 'Twilio SendGrid v3 API, "Retrieve email statistics for your subusers" (/subusers/stats)',
    answer: SHORT.map((day) => ({
      date: day,
      stats: byDay(SUBUSERS, [day], ({ id, calls, users, few }) => ({
        ...{ type: 'subuser', name: id },
        metrics: {
          ...{ blocks: 1, bounces: few, clicks: users + 3, deferred: 2, delivered: calls - 9, opens: users * 7 },
          ...{ requests: calls, spam_reports: 4, unique_opens: users, unsubscribes: 5 },
        },
      })),
    })),
    descriptions: ['emails delivered', 'unique opens', 'bounced emails'],
    knownIds: SUBUSERS,
    mapping: mapped(
      '[*].[let $day = date in stats[*].{day: $day, s: @}][][]',
      ['day', 'YYYY_MM_DD'],
      's.name',
      's.metrics.delivered',
      's.metrics.unique_opens',
      's.metrics.bounces',
    ),
    expected: stored(SUBUSERS, SHORT, ({ calls, users, few }) => [calls - 9, users, few]),
  },
  {
    kind: 'nested',
    name: 'dimensions as a list of name and value (Mailgun)',
    source: 'Mailgun API, "Query account metrics" (/v1/analytics/metrics), dimensions time and subaccount',
    answer: {
      ...{ start: 'Mon, 05 Oct 2026 00:00:00 +0000', end: 'Thu, 08 Oct 2026 00:00:00 +0000', resolution: 'day' },
      dimensions: ['time', 'subaccount'],
      items: byDay(SUBUSERS, SHORT, ({ id, ms, calls, few }) => {
        const value = new Date(ms).toUTCString().replace('GMT', '+0000');
        return {
          dimensions: [
            { dimension: 'time', value, display_value: value },
            { dimension: 'subaccount', value: id, display_value: id },
          ],
          metrics: { accepted_count: calls, delivered_count: calls - 20, permanent_failed_count: few },
        };
      }),
      pagination: { sort: 'time:asc', skip: 0, limit: 100, total: 12 },
    },
    descriptions: ['delivered emails', 'emails that failed for good'],
    knownIds: [],
    mapping: mapped(
      'items',
      ['dimensions[0].value', 'RFC_2822'],
      'dimensions[1].value',
      'metrics.delivered_count',
      'metrics.permanent_failed_count',
    ),
    expected: stored(SUBUSERS, SHORT, ({ calls, few }) => [calls - 20, few]),
  },
  {
    kind: 'flat',
    name: 'counters of a timeslice (Mailjet)',
    source: 'Mailjet Email API v3, "/statcounters", CounterSource APIKey, CounterResolution Day',
    answer: {
      Count: 12,
      Data: byDay(KEYS, SHORT, ({ id, day, calls, users, few }) => ({
        ...{ APIKeyID: Number(id), EventClickDelay: 0, EventClickedCount: users - 1, EventOpenedCount: users * 2 },
        ...{
          MessageBlockedCount: 1,
          MessageClickedCount: users,
          MessageDeferredCount: 0,
          MessageHardBouncedCount: few,
        },
        ...{
          MessageOpenedCount: users + 90,
          MessageSentCount: calls,
          SourceID: 0,
          Timeslice: `${day}T00:00:00Z`,
          Total: 0,
        },
      })),
      Total: 12,
    },
    descriptions: ['emails sent', 'emails opened', 'hard bounces'],
    knownIds: KEYS,
    mapping: mapped(
      'Data',
      ['Timeslice', 'ISO_8601'],
      'to_string(APIKeyID)',
      'MessageSentCount',
      'MessageOpenedCount',
      'MessageHardBouncedCount',
    ),
    expected: stored(KEYS, SHORT, ({ calls, users, few }) => [calls, users + 90, few]),
  },
  {
    kind: 'single',
    name: 'one time series with ts (SparkPost)',
    source: 'SparkPost API, "Time Series Metrics" (/metrics/deliverability/time-series), precision day',
    answer: {
      results: byDay(['main'], DAYS, ({ day, calls, few }) => ({
        ...{ count_sent: calls, count_bounce: few, count_accepted: calls - 11, ts: `${day}T00:00:00+00:00` },
      })),
      links: [{ href: '/api/v1/metrics/deliverability/time-series', rel: 'deliverability', method: ['GET'] }],
    },
    descriptions: ['messages sent', 'bounces'],
    knownIds: [],
    mapping: mapped('results', ['ts', 'ISO_8601'], { only: 'main' }, 'count_sent', 'count_bounce'),
    expected: stored(['main'], DAYS, ({ calls, few }) => [calls, few]),
  },
  {
    kind: 'single',
    name: 'dates of one month (Zoom)',
    source: 'Zoom Meeting API, "Get daily usage report" (/report/daily)',
    answer: {
      ...{ year: 2026, month: 10 },
      dates: byDay(['zoom'], DAYS, ({ day, calls, users, few }) => ({
        ...{ date: day, new_users: few, meetings: users, participants: users * 6, meeting_minutes: calls },
      })),
    },
    descriptions: ['Meeting minutes', 'Number of meetings held', 'New users'],
    knownIds: [],
    mapping: mapped('dates', ['date', 'YYYY_MM_DD'], { only: 'zoom' }, 'meeting_minutes', 'meetings', 'new_users'),
    expected: stored(['zoom'], DAYS, ({ calls, users, few }) => [calls, users, few]),
  },
  {
    kind: 'parents',
    name: 'a key with points of counters and timers (RingCentral)',
    source: 'RingCentral Business Analytics API, "Get calls timeline data", interval Day, groupBy Queues',
    answer: {
      paging: { page: 1, perPage: 20, totalPages: 1, totalElements: 3 },
      data: {
        groupedBy: 'Queues',
        records: QUEUES.map((id) => ({
          key: id,
          info: { name: `Queue ${id.slice(-2)}`, extensionNumber: '401' },
          points: byDay([id], SHORT, ({ day, users, calls }) => ({
            time: `${day}T00:00:00.000Z`,
            timers: { allCalls: { valueType: 'Seconds', values: calls } },
            counters: { allCalls: { valueType: 'Instances', values: users } },
          })),
        })),
      },
    },
    descriptions: ['number of calls', 'time on calls, in minutes'],
    knownIds: [],
    mapping: mapped(
      'data.records[*].[let $id = key in points[*].{id: $id, p: @}][][]',
      ['p.time', 'ISO_8601'],
      'id',
      'p.counters.allCalls.values',
      'p.timers.allCalls.values / `60`',
    ),
    expected: stored(QUEUES, SHORT, ({ users, calls }) => [users, calls / 60]),
  },
  {
    kind: 'events',
    name: 'a record for each message, prices as text (Vonage)',
    source: 'Vonage Reports API v2, "Load Records Synchronously", product SMS',
    answer: {
      ...{
        request_id: 'aaaaaaaa-bbbb',
        request_status: 'SUCCESS',
        received_at: '2026-10-11T08:00:00+0000',
        items_count: 12,
      },
      records: byDay(['abcdef01', 'abcdef02'], SHORT, ({ id, day, amount }) =>
        [3, 14].map((hour) => ({
          ...{ account_id: id, message_id: `0A0${hour}-${day.slice(8)}`, client_ref: '', direction: 'outbound' },
          ...{ from: 'Acme', to: '491700000001', country: 'DE', status: 'delivered', currency: 'EUR' },
          ...{
            date_received: `${day}T${String(hour).padStart(2, '0')}:01:00+0000`,
            total_price: (amount / 100).toFixed(4),
          },
        })),
      ).flat(),
    },
    descriptions: ['number of text messages', 'price of all messages in euros'],
    knownIds: ['abcdef01', 'abcdef02'],
    mapping: mapped('records', ['date_received[:10]', 'YYYY_MM_DD'], 'account_id', '`1`', 'to_number(total_price)'),
    expected: stored(['abcdef01', 'abcdef02'], SHORT, ({ amount }) => [2, amount / 50]),
  },
  {
    kind: 'single',
    name: 'usage objects by day, their total above (Agora)',
    source: 'Agora Console RESTful API, "Query usage data" (/dev/v3/usage), one project',
    answer: {
      meta: { durationAudioAll: { cn: '全部音频', en: 'Total audio', unit: 'second' } },
      usages: byDay(['project'], DAYS, ({ day, calls, users }) => ({
        ...{ date: `${day}T00:00:00.000Z` },
        usage: { durationAudioAll: calls, durationVideoHd: users * 11, durationVideoHdp: 0 },
      })),
    },
    descriptions: ['audio seconds', 'HD video seconds'],
    knownIds: ['acme'],
    mapping: mapped(
      'usages',
      ['date', 'ISO_8601'],
      { only: 'project' },
      'usage.durationAudioAll',
      'usage.durationVideoHd',
    ),
    expected: stored(['project'], DAYS, ({ calls, users }) => [calls, users * 11]),
  },
];
