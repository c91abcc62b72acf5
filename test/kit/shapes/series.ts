import { noonOf, type Shape } from './shape.ts';

/** Maps keyed by what should be a field, parallel lists, and nested buckets. */
export const SERIES_SHAPES: readonly Shape[] = [
  {
    // Firebase Realtime Database REST API, "Retrieving data": a tree whose keys are the day, then the account.
    name: 'a map keyed by day and account (Firebase Realtime Database)',
    answer: {
      '2026-03-08': { 'acct-1': { docs: 12, shares: 1 }, 'acct-2': { docs: 3 } },
      '2026-03-09': { 'acct-1': { docs: 7, shares: 0 } },
    },
    mapping: {
      rowsPath: 'items(@)[*].[let $d=[0], $m=[1] in items($m)[*].{date:$d,id:[0],docs:[1].docs,shares:[1].shares}][][]',
      datePath: 'date',
      dateFormat: 'YYYY_MM_DD',
      accountIdPath: 'id',
      metrics: [
        { name: 'docs', path: 'docs' },
        { name: 'shares', path: 'shares' },
      ],
    },
    expected: {
      'acct-1': { docs: { '2026-03-08': 12, '2026-03-09': 7 }, shares: { '2026-03-08': 1, '2026-03-09': 0 } },
      'acct-2': { docs: { '2026-03-08': 3 } },
    },
  },
  {
    // Mixpanel Query API, "Segmentation report": values by segment, then by day.
    name: 'a map keyed by account, then day (Mixpanel segmentation)',
    answer: {
      data: {
        series: ['2026-03-08', '2026-03-09'],
        values: {
          Acme: { '2026-03-08': 35, '2026-03-09': 33 },
          'Birch & Sons': { '2026-03-08': 0, '2026-03-09': 2 },
        },
      },
      legend_size: 2,
    },
    mapping: {
      rowsPath: 'items(data.values)[*].[let $id=[0], $days=[1] in items($days)[*].{id:$id,day:[0],events:[1]}][][]',
      datePath: 'day',
      dateFormat: 'YYYY_MM_DD',
      accountIdPath: 'id',
      metrics: [{ name: 'events', path: 'events' }],
    },
    expected: {
      Acme: { events: { '2026-03-08': 35, '2026-03-09': 33 } },
      'Birch & Sons': { events: { '2026-03-08': 0, '2026-03-09': 2 } },
    },
  },
  {
    // Amplitude Dashboard REST API, "Event segmentation": labels, days and values in three parallel lists.
    name: 'parallel lists (Amplitude event segmentation)',
    answer: {
      data: {
        series: [
          [4, 0, 9],
          [1, 2, 3],
        ],
        seriesLabels: [
          [0, 'org-7'],
          [0, 'org-8'],
        ],
        seriesCollapsed: [[{ setId: '', value: 13 }], [{ setId: '', value: 6 }]],
        xValues: ['2026-03-07', '2026-03-08', '2026-03-09'],
      },
    },
    mapping: {
      rowsPath:
        'let $x=data.xValues in zip(data.seriesLabels[*][1],data.series)[*].[let $id=[0], $v=[1] in zip($x,$v)[*].{id:$id,day:[0],n:[1]}][][]',
      datePath: 'day',
      dateFormat: 'YYYY_MM_DD',
      accountIdPath: 'id',
      metrics: [
        { name: 'events', path: 'n' },
        { name: 'peak', path: 'n', aggregation: 'MAX' },
      ],
    },
    expected: {
      'org-7': {
        events: { '2026-03-07': 4, '2026-03-08': 0, '2026-03-09': 9 },
        peak: { '2026-03-07': 4, '2026-03-08': 0, '2026-03-09': 9 },
      },
      'org-8': {
        events: { '2026-03-07': 1, '2026-03-08': 2, '2026-03-09': 3 },
        peak: { '2026-03-07': 1, '2026-03-08': 2, '2026-03-09': 3 },
      },
    },
  },
  {
    // Datadog API v1, "Query timeseries points": [milliseconds, value] pairs, the account inside a tag.
    name: 'points with epoch milliseconds and a prefixed id (Datadog timeseries)',
    answer: {
      status: 'ok',
      res_type: 'time_series',
      series: [
        {
          metric: 'app.logins',
          scope: 'account:acme',
          tag_set: ['account:acme'],
          interval: 43_200,
          pointlist: [
            [noonOf(8) * 1000 - 1, 5],
            [noonOf(8) * 1000, 6],
            [noonOf(9) * 1000, null],
          ],
        },
        {
          metric: 'app.logins',
          scope: 'account:birch',
          tag_set: ['account:birch'],
          interval: 43_200,
          pointlist: [[noonOf(9) * 1000, 1.5]],
        },
      ],
    },
    mapping: {
      rowsPath: 'series[*].[let $tag=tag_set[0] in pointlist[?[1] != `null`].{tag:$tag,at:[0],value:[1]}][][]',
      datePath: 'at',
      dateFormat: 'UNIX_MILLISECONDS',
      accountIdPath: "replace(tag, 'account:', '')",
      metrics: [{ name: 'logins', path: 'value' }],
    },
    expected: { acme: { logins: { '2026-03-08': 11 } }, birch: { logins: { '2026-03-09': 1.5 } } },
  },
  {
    // Elasticsearch Guide, "Date histogram aggregation" below a terms aggregation: buckets in buckets.
    name: 'buckets in buckets (Elasticsearch aggregations)',
    answer: {
      took: 4,
      timed_out: false,
      hits: { total: { value: 9, relation: 'eq' }, hits: [] },
      aggregations: {
        accounts: {
          doc_count_error_upper_bound: 0,
          buckets: [
            {
              key: 'acme',
              doc_count: 8,
              per_day: {
                buckets: [
                  {
                    key_as_string: '2026-03-08T00:00:00.000Z',
                    key: 1_772_928_000_000,
                    doc_count: 5,
                    users: { value: 2 },
                  },
                  {
                    key_as_string: '2026-03-09T00:00:00.000Z',
                    key: 1_773_014_400_000,
                    doc_count: 3,
                    users: { value: 3 },
                  },
                ],
              },
            },
            {
              key: 'birch',
              doc_count: 1,
              per_day: {
                buckets: [
                  {
                    key_as_string: '2026-03-09T00:00:00.000Z',
                    key: 1_773_014_400_000,
                    doc_count: 1,
                    users: { value: 1 },
                  },
                ],
              },
            },
          ],
        },
      },
    },
    mapping: {
      rowsPath: 'aggregations.accounts.buckets[*].[let $id=key in per_day.buckets[*].{id:$id,bucket:@}][][]',
      datePath: 'bucket.key_as_string',
      dateFormat: 'ISO_8601',
      accountIdPath: 'id',
      metrics: [
        { name: 'events', path: 'bucket.doc_count' },
        { name: 'users', path: 'bucket.users.value', aggregation: 'MAX' },
      ],
    },
    expected: {
      acme: { events: { '2026-03-08': 5, '2026-03-09': 3 }, users: { '2026-03-08': 2, '2026-03-09': 3 } },
      birch: { events: { '2026-03-09': 1 }, users: { '2026-03-09': 1 } },
    },
  },
  {
    // npm registry API, download-counts, "Bulk queries": a map of objects that name themselves; unknown names are null.
    name: 'a map of objects, some null (npm download counts)',
    answer: {
      npm: {
        package: 'npm',
        downloads: [
          { day: '2026-03-08', downloads: 1623 },
          { day: '2026-03-09', downloads: 1800 },
        ],
        start: '2026-03-08',
        end: '2026-03-09',
      },
      express: {
        package: 'express',
        downloads: [{ day: '2026-03-09', downloads: 9 }],
        start: '2026-03-09',
        end: '2026-03-09',
      },
      'no-such-package': null,
    },
    mapping: {
      rowsPath: 'values(@)[?@].[let $p=package in downloads[*].{id:$p,day:day,n:downloads}][][]',
      datePath: 'day',
      dateFormat: 'YYYY_MM_DD',
      accountIdPath: 'id',
      metrics: [{ name: 'downloads', path: 'n' }],
    },
    expected: {
      npm: { downloads: { '2026-03-08': 1623, '2026-03-09': 1800 } },
      express: { downloads: { '2026-03-09': 9 } },
    },
  },
];
