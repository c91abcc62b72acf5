import { noonOf, type Shape } from './shape.ts';

/** One row an event: usage is how many there are, and of which kind. */
export const EVENT_SHAPES: readonly Shape[] = [
  {
    // Slack Audit Logs API, "GET /audit/v1/logs": entries with epoch seconds and the workspace in their context.
    name: 'counting entries of two kinds (Slack audit logs)',
    answer: {
      entries: [
        {
          id: 'e1',
          date_create: noonOf(8),
          action: 'user_login',
          context: { location: { type: 'workspace', id: 'T1', domain: 'acme' } },
        },
        {
          id: 'e2',
          date_create: noonOf(8) + 60,
          action: 'file_downloaded',
          context: { location: { type: 'workspace', id: 'T1', domain: 'acme' } },
        },
        {
          id: 'e3',
          date_create: noonOf(8) + 90,
          action: 'user_login',
          context: { location: { type: 'workspace', id: 'T1', domain: 'acme' } },
        },
        {
          id: 'e4',
          date_create: noonOf(9),
          action: 'pref_changed',
          context: { location: { type: 'enterprise', id: 'E1', domain: 'all' } },
        },
      ],
      response_metadata: { next_cursor: '' },
    },
    mapping: {
      rowsPath: "entries[?context.location.type == 'workspace']",
      datePath: 'date_create',
      dateFormat: 'UNIX_SECONDS',
      accountIdPath: 'context.location.domain',
      metrics: [
        { name: 'entries', path: '`1`' },
        { name: 'logins', path: "action == 'user_login' ? `1` : `0`" },
        { name: 'downloads', path: "action == 'file_downloaded' ? `1` : `0`" },
      ],
    },
    expected: {
      acme: { entries: { '2026-03-08': 3 }, logins: { '2026-03-08': 2 }, downloads: { '2026-03-08': 1 } },
    },
  },
  {
    // Okta System Log API, "List System Log events": what an event is about is one of a list of targets.
    name: 'the account is one of a list of targets (Okta system log)',
    answer: [
      {
        uuid: 'u1',
        published: '2026-03-08T21:35:52.120Z',
        eventType: 'user.authentication.sso',
        outcome: { result: 'SUCCESS', reason: null },
        target: [
          { id: 'user-1', type: 'AppUser', alternateId: 'ann@example.com' },
          { id: '0oa-acme', type: 'AppInstance', alternateId: 'Acme' },
        ],
      },
      {
        uuid: 'u2',
        published: '2026-03-08T21:40:00.000Z',
        eventType: 'user.authentication.sso',
        outcome: { result: 'FAILURE', reason: 'VERIFICATION_ERROR' },
        target: [{ id: '0oa-acme', type: 'AppInstance', alternateId: 'Acme' }],
      },
      {
        uuid: 'u3',
        published: '2026-03-09T00:00:01.000Z',
        eventType: 'user.session.start',
        outcome: { result: 'SUCCESS', reason: null },
        target: null,
      },
    ],
    mapping: {
      rowsPath: "[?eventType == 'user.authentication.sso']",
      datePath: 'published',
      dateFormat: 'ISO_8601',
      accountIdPath: "target[?type == 'AppInstance'].id | [0]",
      metrics: [
        { name: 'sign_ins', path: "outcome.result == 'SUCCESS' && `1` || `0`" },
        { name: 'failures', path: "outcome.result != 'SUCCESS' && `1` || `0`" },
      ],
    },
    expected: { '0oa-acme': { sign_ins: { '2026-03-08': 1 }, failures: { '2026-03-08': 1 } } },
  },
  {
    // Zendesk Support API, "List Tickets": an integer account that may be absent, tags as a list, a rating within.
    name: 'counting what lists hold, integers as accounts (Zendesk tickets)',
    answer: {
      count: 3,
      next_page: null,
      previous_page: null,
      tickets: [
        {
          id: 1,
          created_at: '2026-03-08T22:55:29Z',
          organization_id: 509_974,
          tags: ['urgent', 'api'],
          satisfaction_rating: { score: 'good' },
        },
        {
          id: 2,
          created_at: '2026-03-08T23:10:00Z',
          organization_id: 509_974,
          tags: [],
          satisfaction_rating: null,
        },
        {
          id: 3,
          created_at: '2026-03-09T08:00:00Z',
          organization_id: null,
          tags: ['spam'],
          satisfaction_rating: null,
        },
      ],
    },
    mapping: {
      rowsPath: 'tickets[?organization_id]',
      datePath: 'created_at',
      dateFormat: 'ISO_8601',
      accountIdPath: 'organization_id',
      metrics: [
        { name: 'tickets', path: '`1`' },
        { name: 'urgent', path: "contains(tags, 'urgent') ? `1` : `0`" },
        { name: 'tags', path: 'length(tags)' },
        { name: 'rated_good', path: "satisfaction_rating && (satisfaction_rating.score == 'good' ? `1` : `0`)" },
      ],
    },
    expected: {
      '509974': {
        tickets: { '2026-03-08': 2 },
        urgent: { '2026-03-08': 1 },
        tags: { '2026-03-08': 2 },
        rated_good: { '2026-03-08': 1 },
      },
    },
  },
];
