import { noonOf, type Shape } from './shape.ts';

/** Answers that are one thing, or sometimes one and sometimes many. */
export const SINGLE_SHAPES: readonly Shape[] = [
  {
    // Elasticsearch API, "Get cluster statistics": one object about one cluster at one moment.
    name: 'one object is the only row (Elasticsearch cluster statistics)',
    answer: {
      _nodes: { total: 1, successful: 1, failed: 0 },
      cluster_name: 'acme-search',
      timestamp: noonOf(9) * 1000,
      status: 'green',
      indices: { count: 3, docs: { count: 1_204, deleted: 4 }, store: { size_in_bytes: 5_242_880 } },
    },
    mapping: {
      rowsPath: '[@]',
      datePath: 'timestamp',
      dateFormat: 'UNIX_MILLISECONDS',
      accountIdPath: 'cluster_name',
      metrics: [
        { name: 'documents', path: 'indices.docs.count', aggregation: 'LAST' },
        { name: 'store_mib', path: 'indices.store.size_in_bytes / `1048576`', aggregation: 'LAST' },
        { name: 'healthy', path: "status == 'green' ? `1` : `0`", aggregation: 'LAST' },
      ],
    },
    expected: {
      'acme-search': {
        documents: { '2026-03-09': 1_204 },
        store_mib: { '2026-03-09': 5 },
        healthy: { '2026-03-09': 1 },
      },
    },
  },
  {
    // Last.fm API, "user.getRecentTracks": made from XML, so attributes are @attr, text is #text and a list of one is no list.
    // What plays now has no date.
    name: 'an object where a list would be, made from XML (Last.fm recent tracks)',
    answer: {
      recenttracks: {
        '@attr': { user: 'acme', page: '1', perPage: '50', totalPages: '1', total: '1' },
        track: {
          artist: { mbid: '', '#text': 'Cher' },
          name: 'Believe',
          date: { uts: String(noonOf(8)), '#text': '08 Mar 2026, 12:00' },
        },
      },
    },
    mapping: {
      rowsPath:
        'let $user = recenttracks."@attr".user in to_array(recenttracks.track)[?date].{user: $user, at: date.uts, artist: artist."#text"}',
      datePath: 'at',
      dateFormat: 'UNIX_SECONDS',
      accountIdPath: 'user',
      metrics: [
        { name: 'plays', path: '`1`' },
        { name: 'plays_with_artist', path: "artist && artist != '' && `1` || `0`" },
      ],
    },
    expected: { acme: { plays: { '2026-03-08': 1 }, plays_with_artist: { '2026-03-08': 1 } } },
  },
  {
    // New Relic NerdGraph, NRQL query with TIMESERIES and FACET: one account, its results a list, numbers under quoted names.
    name: 'results of one query about one account (New Relic NerdGraph)',
    request: {
      method: 'POST',
      body: '{"query":"{ actor { account(id: 1) { nrql(query: \\"SELECT count(*) FROM Usage FACET customer TIMESERIES 1 day SINCE \'{start_date}\' UNTIL \'{end_date:+1d}\'\\") { results } } } }"}',
    },
    answer: {
      data: {
        actor: {
          account: {
            nrql: {
              results: [
                {
                  beginTimeSeconds: noonOf(8) - 43_200,
                  endTimeSeconds: noonOf(8) + 43_200,
                  facet: 'acme',
                  customer: 'acme',
                  count: 12,
                  'percentile.duration': { '95': 0.5 },
                },
                {
                  beginTimeSeconds: noonOf(9) - 43_200,
                  endTimeSeconds: noonOf(9) + 43_200,
                  facet: 'acme',
                  customer: 'acme',
                  count: 0,
                  'percentile.duration': { '95': null },
                },
              ],
            },
          },
        },
      },
    },
    mapping: {
      rowsPath: 'data.actor.account.nrql.results',
      datePath: 'beginTimeSeconds',
      dateFormat: 'UNIX_SECONDS',
      accountIdPath: 'facet',
      metrics: [
        { name: 'calls', path: 'count' },
        { name: 'p95_seconds', path: '"percentile.duration"."95"', aggregation: 'MAX' },
      ],
    },
    expected: { acme: { calls: { '2026-03-08': 12, '2026-03-09': 0 }, p95_seconds: { '2026-03-08': 0.5 } } },
  },
  {
    // Salesforce REST API, "Query": records with attributes of their own, parents as nested objects or null, offsets as +0000.
    name: 'records with a parent as a nested object (Salesforce query)',
    answer: {
      totalSize: 3,
      done: true,
      records: [
        {
          attributes: { type: 'Usage__c', url: '/services/data/v60.0/sobjects/Usage__c/a01' },
          CreatedDate: '2026-03-08T23:59:59.000+0000',
          Logins__c: 12.0,
          Account: { attributes: { type: 'Account' }, AccountNumber: 'A-1', Parent: { AccountNumber: 'P-1' } },
        },
        {
          attributes: { type: 'Usage__c', url: '/services/data/v60.0/sobjects/Usage__c/a02' },
          CreatedDate: '2026-03-09T07:00:00.000+0000',
          Logins__c: null,
          Account: { attributes: { type: 'Account' }, AccountNumber: 'A-2', Parent: null },
        },
        {
          attributes: { type: 'Usage__c', url: '/services/data/v60.0/sobjects/Usage__c/a03' },
          CreatedDate: '2026-03-09T08:00:00.000+0000',
          Logins__c: 5.0,
          Account: { attributes: { type: 'Account' }, AccountNumber: 'A-2', Parent: null },
        },
      ],
    },
    mapping: {
      rowsPath: 'records[?Logins__c != `null`]',
      datePath: 'CreatedDate',
      dateFormat: 'ISO_8601',
      accountIdPath: 'not_null(Account.Parent.AccountNumber, Account.AccountNumber)',
      metrics: [{ name: 'logins', path: 'Logins__c' }],
    },
    expected: { 'P-1': { logins: { '2026-03-08': 12 } }, 'A-2': { logins: { '2026-03-09': 5 } } },
  },
];
