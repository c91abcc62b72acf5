import { byAccount, byDay, daysFrom, mapped, type SuggestShape, stored } from '../shape.ts';

const CLIENTS = ['5e4117fe8c625f38930d57b7', '64687e29ae1f428e7ebe303d'];
const TEAMS = ['ENG', 'OPS', 'WEB'];
const ORGANIZATIONS = [361_000_001, 361_000_003];
const DAGS = ['daily_billing', 'train_model'];
const PROJECTS = ['70403', '70411'];
const SHORT = daysFrom(5, 7);

/** One to three a day, the same whenever asked for. */
const several = (id: string, day: string): readonly number[] =>
  [0, 1, 2].slice(0, 1 + ((Number(day.slice(8)) + id.charCodeAt(id.length - 1)) % 3));
const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/** A record for each thing that happened; what is counted is told by a state or a flag of it. */
export const MORE_EVENTS: readonly SuggestShape[] = [
  {
    kind: 'events',
    name: 'time entries with five ids each, seconds where hours are wanted (Clockify detailed report)',
    source: 'Clockify Reports API, "Detailed report": timeentries and totals',
    answer: {
      totals: [{ _id: '', totalTime: 91_000, totalBillableTime: 80_000, entriesCount: 12, totalAmount: 0 }],
      timeentries: byDay(CLIENTS, SHORT, ({ id, day, users, few }) =>
        several(id, day).map((index) => ({
          ...{ _id: `66f${few}${index}${day.slice(8)}`, description: 'Support', userId: '5a0ab5acb07987125438b60f' },
          ...{
            timeInterval: {
              start: `${day}T0${7 + index}:00:00Z`,
              end: `${day}T10:30:00Z`,
              duration: users * 90 + index,
            },
          },
          ...{
            billable: true,
            projectId: `5f2${index}`,
            projectName: `Project ${index}`,
            taskId: null,
            taskName: null,
          },
          ...{ clientName: `Client ${id.slice(-3)}`, clientId: id, userName: 'Ada', userEmail: 'ada@example.com' },
        })),
      ).flat(),
    },
    descriptions: ['hours tracked', 'number of time entries'],
    knownIds: [],
    mapping: mapped(
      'timeentries',
      ['timeInterval.start', 'ISO_8601'],
      'clientId',
      'timeInterval.duration / `3600`',
      '`1`',
    ),
    expected: stored(CLIENTS, SHORT, ({ id, day, users }) => [
      sum(several(id, day).map((index) => users * 90 + index)) / 3_600,
      several(id, day).length,
    ]),
  },
  {
    kind: 'events',
    name: 'issues of which some are completed, counted by when (Linear)',
    source: 'Linear GraphQL API, "issues" query, nodes with team, state, createdAt and completedAt',
    answer: {
      data: {
        issues: {
          nodes: byDay(TEAMS, SHORT, ({ id, day, few }) =>
            [...several(id, day), 9].map((index) => ({
              ...{ id: `b2${few}-${index}-${day.slice(8)}`, identifier: `${id}-${few + index}`, priority: 2 },
              ...{ createdAt: `2026-09-1${index % 10}T08:00:00.000Z`, updatedAt: '2026-10-11T09:00:00.000Z' },
              completedAt: index === 9 ? null : `${day}T1${index}:20:31.512Z`,
              ...{ state: { type: index === 9 ? 'started' : 'completed' }, team: { key: id }, estimate: 1 + index },
            })),
          ).flat(),
          pageInfo: { hasNextPage: false, endCursor: 'x' },
        },
      },
    },
    descriptions: ['completed issues'],
    knownIds: TEAMS,
    mapping: mapped('data.issues.nodes[?completedAt]', ['completedAt', 'ISO_8601'], 'team.key', '`1`'),
    expected: stored(TEAMS, SHORT, ({ id, day }) => [several(id, day).length]),
  },
  {
    kind: 'events',
    name: 'tickets by organization, the urgent ones among them (Zendesk)',
    source: 'Zendesk Ticketing API, "List tickets"',
    answer: {
      tickets: byDay(ORGANIZATIONS.map(String), SHORT, ({ id, day, few }) =>
        [...several(id, day), 7].map((index) => ({
          ...{
            id: 35_000 + few * 10 + index,
            created_at: `${day}T0${index}:11:00Z`,
            updated_at: '2026-10-11T22:05:55Z',
          },
          ...{ type: 'incident', subject: 'Help', priority: index === 7 ? 'urgent' : 'normal', status: 'open' },
          ...{ requester_id: 20_978_392, assignee_id: 235_323, organization_id: Number(id), group_id: 98_738 },
        })),
      ).flat(),
      ...{ next_page: null, previous_page: null, count: 18 },
    },
    descriptions: ['tickets', 'urgent tickets'],
    knownIds: [],
    mapping: mapped(
      'tickets',
      ['created_at', 'ISO_8601'],
      'organization_id',
      '`1`',
      "priority == 'urgent' ? `1` : `0`",
    ),
    expected: stored(ORGANIZATIONS.map(String), SHORT, ({ id, day }) => [several(id, day).length + 1, 1]),
  },
  {
    kind: 'events',
    name: 'runs with a state, three times in each (Apache Airflow)',
    source: 'Apache Airflow REST API (stable), "List DAG runs"',
    answer: {
      dag_runs: byDay(DAGS, SHORT, ({ id, day, next, few }) =>
        [...several(id, day), 8].map((index) => ({
          ...{ conf: {}, dag_id: id, dag_run_id: `scheduled__${day}T0${index}:${few}`, external_trigger: false },
          ...{ logical_date: `${day}T0${index}:00:00+00:00`, start_date: `${day}T0${index}:01:00.12+00:00` },
          ...{ end_date: `${index === 8 ? next : day}T09:20:00.5+00:00`, run_type: 'scheduled' },
          state: index === 0 ? 'failed' : 'success',
        })),
      ).flat(),
      total_entries: 18,
    },
    descriptions: ['failed runs', 'runs'],
    knownIds: DAGS,
    mapping: mapped('dag_runs', ['logical_date', 'ISO_8601'], 'dag_id', "state == 'failed' ? `1` : `0`", '`1`'),
    expected: stored(DAGS, SHORT, ({ id, day }) => [1, several(id, day).length + 1]),
  },
  {
    kind: 'events',
    name: 'runs with flags, times with a blank and an offset (dbt Cloud)',
    source: 'dbt Cloud Administrative API v2, "List Runs"',
    answer: {
      status: { code: 200, is_success: true, user_message: 'Success!' },
      data: byDay(PROJECTS, SHORT, ({ id, day, few }) =>
        [...several(id, day), 6].map((index) => ({
          ...{ id: 26_000 + few * 10 + index, trigger_id: 2_700 + index, account_id: 19, project_id: Number(id) },
          ...{ status: index === 6 ? 20 : 10, status_humanized: index === 6 ? 'Error' : 'Success', git_sha: null },
          ...{ created_at: `${day} 0${index}:30:01.123456+00:00`, finished_at: `${day} 08:31:00.1+00:00` },
          ...{ is_complete: true, is_success: index !== 6, is_error: index === 6, run_duration: '00:01:10' },
        })),
      ).flat(),
      extra: { filters: { limit: 100, account_id: 19 }, pagination: { count: 18, total_count: 18 } },
    },
    descriptions: ['runs that ended in an error', 'all runs'],
    knownIds: [],
    mapping: mapped('data', ['created_at', 'ISO_8601'], 'project_id', 'is_error ? `1` : `0`', '`1`'),
    expected: stored(PROJECTS, SHORT, ({ id, day }) => [1, several(id, day).length + 1]),
  },
  {
    kind: 'events',
    name: 'envelopes with four times, the sender’s account two levels down (DocuSign)',
    source: 'DocuSign eSignature REST API v2.1, "Envelopes: listStatusChanges"',
    answer: {
      ...{ resultSetSize: '18', totalSetSize: '18', startPosition: '0', endPosition: '17' },
      envelopes: byAccount(['9b1c-atlas', '9b1c-boreas'], SHORT, ({ id, day, few }) =>
        [...several(id, day), 5].map((index) => ({
          ...{ envelopeId: `cd0${few}-${index}${day.slice(8)}`, status: index === 5 ? 'completed' : 'sent' },
          ...{ createdDateTime: `${day}T0${index}:01:00.0000000Z`, sentDateTime: `${day}T0${index}:02:00.0000000Z` },
          ...{ expireDateTime: '2027-02-01T10:00:00.0000000Z', emailSubject: 'Please sign', is21CFRPart11: 'false' },
          sender: { userName: 'Ada', userId: `u-${few}-${index}`, accountId: id, email: 'ada@example.com' },
        })),
      ).flat(),
    },
    descriptions: ['number of envelopes', 'completed envelopes'],
    knownIds: [],
    mapping: mapped(
      'envelopes',
      ['sentDateTime', 'ISO_8601'],
      'sender.accountId',
      '`1`',
      "status == 'completed' ? `1` : `0`",
    ),
    expected: stored(['9b1c-atlas', '9b1c-boreas'], SHORT, ({ id, day }) => [several(id, day).length + 1, 1]),
  },
];
