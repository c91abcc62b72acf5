import { midnightOf, type Shape } from './shape.ts';

/** Lists of rows, more or less wrapped. */
export const ROW_SHAPES: readonly Shape[] = [
  {
    // Auth0 Management API v2, "Get daily stats": GET /api/v2/stats/daily. Tenant-wide, so the account is a constant.
    name: 'flat rows with ISO dates, about one account (Auth0 daily stats)',
    answer: [
      {
        date: '2026-03-04T00:00:00.000Z',
        logins: 100,
        signups: 3,
      },
      {
        date: '2026-03-05T00:00:00.000Z',
        logins: 80,
        signups: 0,
      },
    ],
    mapping: {
      rowsPath: '@',
      datePath: 'date',
      dateFormat: 'ISO_8601',
      accountId: 'tenant-1',
      metrics: [
        { name: 'logins', path: 'logins' },
        { name: 'signups', path: 'signups' },
      ],
    },
    expected: {
      'tenant-1': {
        logins: { '2026-03-04': 100, '2026-03-05': 80 },
        signups: { '2026-03-04': 3, '2026-03-05': 0 },
      },
    },
  },
  {
    // GitHub REST API, "Get Copilot metrics for a team": nested objects that may be null.
    name: 'rows with nested metrics, some null (GitHub Copilot metrics)',
    answer: [
      {
        date: '2026-03-03',
        total_active_users: 24,
        total_engaged_users: 20,
        copilot_ide_chat: {
          total_engaged_users: 13,
          editors: [{ name: 'vscode', models: [{ total_chats: 45 }, { total_chats: 5 }] }],
        },
      },
      { date: '2026-03-04', total_active_users: 26, total_engaged_users: 21, copilot_ide_chat: null },
    ],
    mapping: {
      rowsPath: '@',
      datePath: 'date',
      dateFormat: 'YYYY_MM_DD',
      accountIdPath: "'team-42'",
      metrics: [
        { name: 'active_users', path: 'total_active_users', aggregation: 'MAX' },
        { name: 'chat_users', path: 'copilot_ide_chat.total_engaged_users', aggregation: 'LAST' },
        { name: 'chats', path: 'copilot_ide_chat && sum(copilot_ide_chat.editors[].models[].total_chats)' },
      ],
    },
    expected: {
      'team-42': {
        active_users: { '2026-03-03': 24, '2026-03-04': 26 },
        chat_users: { '2026-03-03': 13 },
        chats: { '2026-03-03': 50 },
      },
    },
  },
  {
    // Stripe API, "List billing meter event summaries": a list object, start of the period in epoch seconds.
    name: 'wrapped rows with epoch seconds (Stripe meter event summaries)',
    answer: {
      object: 'list',
      url: '/v1/billing/meters/mtr_1/event_summaries',
      has_more: false,
      data: [
        {
          id: 'mtrusg_2',
          object: 'billing.meter_event_summary',
          aggregated_value: 10.5,
          start_time: midnightOf(8),
          end_time: midnightOf(9),
          meter: 'mtr_1',
        },
        {
          id: 'mtrusg_1',
          object: 'billing.meter_event_summary',
          aggregated_value: 7,
          start_time: midnightOf(7),
          end_time: midnightOf(8),
          meter: 'mtr_1',
        },
      ],
    },
    mapping: {
      rowsPath: 'data',
      datePath: 'start_time',
      dateFormat: 'UNIX_SECONDS',
      accountId: 'cus_NciAYcXfLnqBoz',
      metrics: [{ name: 'metered_units', path: 'aggregated_value' }],
    },
    expected: { cus_NciAYcXfLnqBoz: { metered_units: { '2026-03-07': 7, '2026-03-08': 10.5 } } },
  },
  {
    // PagerDuty REST API v2, "Analytics: get aggregated service data", aggregate_unit day: starts carry the account's offset.
    name: 'ISO instants with an offset become UTC days (PagerDuty analytics)',
    answer: {
      aggregate_unit: 'day',
      time_zone: 'America/Los_Angeles',
      data: [
        {
          service_id: 'PSERV1',
          range_start: '2026-03-04T00:00:00-08:00',
          total_incident_count: 3,
          mean_seconds_to_resolve: 1200,
        },
        {
          service_id: 'PSERV1',
          range_start: '2026-03-05T18:30:00-08:00',
          total_incident_count: 1,
          mean_seconds_to_resolve: 60,
        },
        {
          service_id: 'PSERV2',
          range_start: '2026-03-05T01:00:00+05:30',
          total_incident_count: 4,
          mean_seconds_to_resolve: null,
        },
      ],
    },
    mapping: {
      rowsPath: 'data',
      datePath: 'range_start',
      dateFormat: 'ISO_8601',
      accountIdPath: 'service_id',
      metrics: [
        { name: 'incidents', path: 'total_incident_count' },
        { name: 'seconds_to_resolve', path: 'mean_seconds_to_resolve', aggregation: 'LAST' },
      ],
    },
    expected: {
      PSERV1: {
        incidents: { '2026-03-04': 3, '2026-03-06': 1 },
        seconds_to_resolve: { '2026-03-04': 1200, '2026-03-06': 60 },
      },
      PSERV2: { incidents: { '2026-03-04': 4 } },
    },
  },
  {
    // OpenAI API, "Usage: completions": buckets of a day, each with a list of results; the day is the parent's.
    name: 'a field of the parent, with let (OpenAI usage)',
    answer: {
      object: 'page',
      data: [
        {
          object: 'bucket',
          start_time: midnightOf(5),
          end_time: midnightOf(6),
          results: [
            {
              object: 'organization.usage.completions.result',
              input_tokens: 1000,
              output_tokens: 500,
              num_model_requests: 5,
              project_id: 'proj_a',
            },
            {
              object: 'organization.usage.completions.result',
              input_tokens: 40,
              output_tokens: 10,
              num_model_requests: 1,
              project_id: 'proj_b',
            },
            {
              object: 'organization.usage.completions.result',
              input_tokens: 200,
              output_tokens: 0,
              num_model_requests: 2,
              project_id: 'proj_a',
            },
          ],
        },
        { object: 'bucket', start_time: midnightOf(6), end_time: midnightOf(7), results: [] },
      ],
      has_more: false,
      next_page: null,
    },
    mapping: {
      rowsPath:
        'data[*].[let $start = start_time in results[*].{start: $start, project: project_id, tokens: input_tokens, calls: num_model_requests}][][]',
      datePath: 'start',
      dateFormat: 'UNIX_SECONDS',
      accountIdPath: 'project',
      metrics: [
        { name: 'input_tokens', path: 'tokens' },
        { name: 'requests', path: 'calls' },
      ],
    },
    expected: {
      proj_a: { input_tokens: { '2026-03-05': 1200 }, requests: { '2026-03-05': 7 } },
      proj_b: { input_tokens: { '2026-03-05': 40 }, requests: { '2026-03-05': 1 } },
    },
  },
  {
    // Cloudflare GraphQL Analytics API, dataset httpRequests1dGroups: asked by POST, five levels deep.
    name: 'a GraphQL answer to a POST (Cloudflare analytics)',
    request: {
      method: 'POST',
      body: '{"query":"query { viewer { zones { zoneTag httpRequests1dGroups(filter: {date_geq: \\"{start_date}\\", date_leq: \\"{end_date}\\"}) { dimensions { date } sum { requests } uniq { uniques } } } } }"}',
    },
    answer: {
      data: {
        viewer: {
          zones: [
            {
              zoneTag: 'zone-1',
              httpRequests1dGroups: [
                { dimensions: { date: '2026-03-08' }, sum: { requests: 12 }, uniq: { uniques: 4 } },
                { dimensions: { date: '2026-03-09' }, sum: { requests: 15 }, uniq: { uniques: 5 } },
              ],
            },
            {
              zoneTag: 'zone-2',
              httpRequests1dGroups: [
                { dimensions: { date: '2026-03-09' }, sum: { requests: 1 }, uniq: { uniques: 1 } },
              ],
            },
          ],
        },
      },
      errors: null,
    },
    mapping: {
      rowsPath: 'data.viewer.zones[*].[let $zone = zoneTag in httpRequests1dGroups[*].{zone: $zone, group: @}][][]',
      datePath: 'group.dimensions.date',
      dateFormat: 'YYYY_MM_DD',
      accountIdPath: 'zone',
      metrics: [
        { name: 'requests', path: 'group.sum.requests' },
        { name: 'visitors', path: 'group.uniq.uniques', aggregation: 'MAX' },
      ],
    },
    expected: {
      'zone-1': { requests: { '2026-03-08': 12, '2026-03-09': 15 }, visitors: { '2026-03-08': 4, '2026-03-09': 5 } },
      'zone-2': { requests: { '2026-03-09': 1 }, visitors: { '2026-03-09': 1 } },
    },
  },
];
