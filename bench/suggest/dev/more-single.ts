import { byDay, cell, DAYS, mapped, type SuggestShape, stored } from '../shape.ts';

/** One account, and nothing that says which. */
export const MORE_SINGLE: readonly SuggestShape[] = [
  {
    kind: 'single',
    name: 'figures by channel in lists of one (Braze campaign analytics)',
    source: 'Braze API, "Export campaign analytics" (/campaigns/data_series)',
    answer: {
      message: 'success',
      data: byDay(['braze'], DAYS, ({ day, calls, users, few }) => ({
        time: day,
        messages: {
          email: [{ sent: calls, opens: calls - 400, unique_opens: users * 7, clicks: few, bounces: 1 }],
          ios_push: [{ sent: 7, direct_opens: 1, total_opens: 2, bounces: 0 }],
        },
        ...{ conversions_by_send_time: 0, conversions: 2, unique_recipients: calls - 31, revenue: 0 },
      })),
    },
    descriptions: ['unique email opens', 'emails sent', 'unique recipients'],
    knownIds: [],
    mapping: mapped(
      'data',
      ['time', 'YYYY_MM_DD'],
      { only: 'braze' },
      'messages.email[0].unique_opens',
      'messages.email[0].sent',
      'unique_recipients',
    ),
    expected: stored(['braze'], DAYS, ({ users, calls }) => [users * 7, calls, calls - 31]),
  },
  {
    kind: 'single',
    name: 'the day a report was made beside the day it is about (Microsoft 365 active users)',
    source: 'Microsoft Graph reports API, "getOffice365ActiveUserCounts", JSON',
    answer: {
      '@odata.context': 'https://graph.microsoft.com/beta/$metadata#reports',
      value: byDay(['m365'], DAYS, ({ day, users, calls, few }) => ({
        ...{ reportRefreshDate: '2026-10-11', office365: calls, exchange: calls - 77, oneDrive: few },
        ...{
          sharePoint: few + 3,
          skypeForBusiness: null,
          yammer: null,
          teams: users,
          reportDate: day,
          reportPeriod: '7',
        },
      })),
    },
    descriptions: ['active users of Teams', 'active users of OneDrive', 'active users of Exchange'],
    knownIds: [],
    mapping: mapped('value', ['reportDate', 'YYYY_MM_DD'], { only: 'm365' }, 'teams', 'oneDrive', 'exchange'),
    expected: stored(['m365'], DAYS, ({ users, few, calls }) => [users, few, calls - 77]),
  },
  {
    kind: 'single',
    name: 'bytes and seconds as text, gigabytes wanted (KeyCDN traffic)',
    source:
      'KeyCDN API, "Traffic statistics"; the unit, which only its documentation tells, stands in the description here',
    answer: {
      ...{ status: 'success', description: 'traffic stats in bytes' },
      data: {
        stats: byDay(['zone'], DAYS, ({ seconds, bytes }) => ({
          amount: String(bytes * 9),
          timestamp: String(seconds),
        })),
      },
    },
    descriptions: ['traffic in GB'],
    knownIds: ['zone-a', 'zone-b'],
    mapping: mapped(
      'data.stats',
      ['timestamp', 'UNIX_SECONDS'],
      { only: 'zone-a' },
      'to_number(amount) / `1000000000`',
    ),
    expected: stored(['zone'], DAYS, ({ bytes }) => [(bytes * 9) / 1e9]),
  },
  {
    kind: 'single',
    name: 'runs of one sync with rows planned, stored and failed (Hightouch)',
    source: 'Hightouch API v1, "List Sync Runs"',
    answer: {
      data: DAYS.map((day, index) => {
        const { calls, users, few } = cell('sync', day);
        const rows = (addedCount: number) => ({ addedCount, changedCount: 0, removedCount: 0 });
        return {
          ...{ id: `42${index}${users}`, createdAt: `${day}T00:00:03.100Z`, startedAt: `${day}T00:00:04.000Z` },
          ...{
            finishedAt: `${day}T00:04:11.000Z`,
            querySize: 91_000,
            status: 'success',
            completionRatio: 1,
            error: null,
          },
          ...{ plannedRows: rows(calls + few), successfulRows: rows(calls), failedRows: rows(few) },
        };
      }),
      hasMore: false,
    },
    descriptions: ['rows that failed to be added', 'rows added successfully'],
    knownIds: [],
    mapping: mapped(
      'data',
      ['startedAt', 'ISO_8601'],
      { only: 'sync' },
      'failedRows.addedCount',
      'successfulRows.addedCount',
    ),
    expected: stored(['sync'], DAYS, ({ few, calls }) => [few, calls]),
  },
  {
    kind: 'single',
    name: 'four counts of requests, no account (Supabase usage)',
    source: 'Supabase Management API, "Gets project\'s usage api counts"',
    answer: {
      result: byDay(['ref'], DAYS, ({ day, calls, users, few }) => ({
        ...{ timestamp: `${day}T00:00:00`, total_auth_requests: users, total_realtime_requests: few },
        ...{ total_rest_requests: calls, total_storage_requests: calls * 2 + 1 },
      })),
      error: null,
    },
    descriptions: ['requests to storage', 'REST requests', 'sign-in (auth) requests'],
    knownIds: [],
    mapping: mapped(
      'result',
      ['timestamp', 'ISO_8601'],
      { only: 'ref' },
      'total_storage_requests',
      'total_rest_requests',
      'total_auth_requests',
    ),
    expected: stored(['ref'], DAYS, ({ calls, users }) => [calls * 2 + 1, calls, users]),
  },
];
