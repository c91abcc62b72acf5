import { byAccount, byDay, cell, DAYS, daysFrom, mapOf, mapped, type SuggestShape, stored } from '../shape.ts';

const CLINICS = ['CL-1002', 'CL-1017', 'CL-1188'];
const FLEETS = ['northline', 'harbourcab', 'skyvan'];
const MERCHANTS = ['840021', '840377', '841905'];
const SCHOOLS = ['riverside', 'hillcrest', 'lakeview'];
const SHORT = daysFrom(5, 8);

/** A usage endpoint of its own makes each company, in what its framework gives. */
export const THIRD_IN_HOUSE: readonly SuggestShape[] = [
  {
    kind: 'in-house',
    name: 'JSON:API resources with attributes, the account a relationship',
    source: 'In-house endpoint of a clinic scheduler: Ruby on Rails with a JSON:API serializer',
    answer: {
      data: byDay(CLINICS, SHORT, ({ id, day, users, calls, few }) => ({
        ...{ id: `${id}-${day.slice(8)}`, type: 'daily_usage' },
        attributes: { usage_date: day, appointments_booked: calls, practitioners_active: users, no_shows: few },
        relationships: { clinic: { data: { id, type: 'clinic' } } },
      })),
      meta: { total_pages: 1, total_count: 12 },
      links: { self: 'https://api.example.com/v2/daily_usage?page=1' },
    },
    descriptions: ['Appointments booked', 'Active practitioners', 'No-shows'],
    knownIds: CLINICS,
    mapping: mapped(
      'data',
      ['attributes.usage_date', 'YYYY_MM_DD'],
      'relationships.clinic.data.id',
      'attributes.appointments_booked',
      ['attributes.practitioners_active', 'MAX'],
      'attributes.no_shows',
    ),
    expected: stored(CLINICS, SHORT, ({ calls, users, few }) => [calls, users, few]),
  },
  {
    kind: 'in-house',
    name: 'edges of nodes within nodes (fleets, then days)',
    source: 'In-house GraphQL endpoint of a vehicle tracker: Relay connections, camelCase',
    answer: {
      data: {
        fleets: {
          totalCount: 3,
          edges: FLEETS.map((id, index) => ({
            cursor: `YXJyYXk6${index}`,
            node: {
              ...{ __typename: 'Fleet', id: `RmxlZXQ6${index}`, slug: id },
              dailyUsage: {
                edges: byDay([id], DAYS, ({ day, users, calls }) => ({
                  node: { date: day, activeVehicles: users, tripsCompleted: calls },
                })),
              },
            },
          })),
          pageInfo: { hasNextPage: false, endCursor: 'YXJyYXk6Mg==' },
        },
      },
    },
    descriptions: ['trips completed', 'active vehicles'],
    knownIds: FLEETS,
    mapping: mapped(
      'data.fleets.edges[*].node.[let $id = slug in dailyUsage.edges[*].node.{id: $id, d: @}][][]',
      ['d.date', 'YYYY_MM_DD'],
      'id',
      'd.tripsCompleted',
      ['d.activeVehicles', 'MAX'],
    ),
    expected: stored(FLEETS, DAYS, ({ calls, users }) => [calls, users]),
  },
  {
    kind: 'in-house',
    name: 'OData value with @odata.context',
    source: 'In-house endpoint of a payroll product: ASP.NET Core OData v4',
    answer: {
      '@odata.context': 'https://payroll.example.com/odata/$metadata#TenantUsage',
      '@odata.count': 15,
      value: byAccount(MERCHANTS, DAYS, ({ id, day, users, calls, few }) => ({
        ...{ Id: few * 3 + users, TenantCode: id, UsageDate: `${day}T00:00:00Z`, PayslipsIssued: calls },
        ...{ EmployeesOnPayroll: users, CorrectionsMade: few, LastModified: '2026-10-11T01:10:09.4Z' },
      })),
    },
    descriptions: ['payslips issued', 'employees on the payroll', 'corrections'],
    knownIds: [],
    mapping: mapped(
      'value',
      ['UsageDate', 'ISO_8601'],
      'TenantCode',
      'PayslipsIssued',
      ['EmployeesOnPayroll', 'LAST'],
      'CorrectionsMade',
    ),
    expected: stored(MERCHANTS, DAYS, ({ calls, users, few }) => [calls, users, few]),
  },
  {
    kind: 'in-house',
    name: 'HAL: _embedded resources with _links',
    source: 'In-house endpoint of a school platform: Spring HATEOAS (HAL)',
    answer: {
      _embedded: {
        usageRecords: byDay(SCHOOLS, SHORT, ({ id, day, users, calls }) => ({
          ...{ day, schoolId: id, lessonsTaught: users, assignmentsSubmitted: calls },
          _links: { self: { href: `https://edu.example.com/usage/${id}/${day}` } },
        })),
      },
      _links: { self: { href: 'https://edu.example.com/usage?page=0&size=20' } },
      page: { size: 20, totalElements: 12, totalPages: 1, number: 0 },
    },
    descriptions: ['Assignments handed in', 'Lessons taught'],
    knownIds: SCHOOLS,
    mapping: mapped(
      '_embedded.usageRecords',
      ['day', 'YYYY_MM_DD'],
      'schoolId',
      'assignmentsSubmitted',
      'lessonsTaught',
    ),
    expected: stored(SCHOOLS, SHORT, ({ calls, users }) => [calls, users]),
  },
  {
    kind: 'in-house',
    name: 'a page of content with sort and pageable',
    source: 'In-house endpoint of a parcel carrier: Spring Data Page, java.time lists switched off',
    answer: {
      content: byDay(MERCHANTS, DAYS, ({ id, day, calls, few, amount }) => ({
        ...{ merchantNumber: Number(id), reportingDate: day, parcelsShipped: calls, parcelsReturned: few },
        ...{ totalWeightKg: amount },
      })),
      pageable: { pageNumber: 0, pageSize: 50, sort: { sorted: true, unsorted: false, empty: false }, offset: 0 },
      ...{ totalPages: 1, totalElements: 15, last: true, numberOfElements: 15, size: 50, number: 0, first: true },
    },
    descriptions: ['Parcels shipped', 'Parcels returned', 'Weight in kg'],
    knownIds: MERCHANTS,
    mapping: mapped(
      'content',
      ['reportingDate', 'YYYY_MM_DD'],
      'to_string(merchantNumber)',
      'parcelsShipped',
      'parcelsReturned',
      'totalWeightKg',
    ),
    expected: stored(MERCHANTS, DAYS, ({ calls, few, amount }) => [calls, few, amount]),
  },
  {
    kind: 'in-house',
    name: 'data, links and meta of a paginator, relations nested',
    source: 'In-house endpoint of a form builder: Laravel API resources, times with microseconds',
    answer: {
      data: byDay(SCHOOLS, SHORT, ({ id, day, users, calls, few }) => ({
        ...{ id: few + users, team: { id: users, slug: id, plan: 'pro' }, created_at: '2026-10-11T00:05:00.000000Z' },
        ...{ date: `${day}T00:00:00.000000Z`, submissions_count: calls, forms_published: users + 2, uploads_mb: few },
      })),
      links: { first: 'https://forms.example.com/api/usage?page=1', last: null, prev: null, next: null },
      meta: {
        current_page: 1,
        from: 1,
        last_page: 1,
        path: 'https://forms.example.com/api/usage',
        per_page: 25,
        to: 12,
      },
    },
    descriptions: ['form submissions', 'published forms', 'uploads in megabytes'],
    knownIds: SCHOOLS,
    mapping: mapped(
      'data',
      ['date', 'ISO_8601'],
      'team.slug',
      'submissions_count',
      ['forms_published', 'LAST'],
      'uploads_mb',
    ),
    expected: stored(SCHOOLS, SHORT, ({ calls, users, few }) => [calls, users + 2, few]),
  },
  {
    kind: 'in-house',
    name: 'a map by push id, times in milliseconds',
    source: 'In-house endpoint of a chat widget: Firebase Realtime Database over REST',
    answer: mapOf(
      byDay(FLEETS, SHORT, ({ id, ms, users, calls }) => [
        `-Nk${cell(id, '2026-10-05').calls}x${ms % 997}Q${users}`,
        { accountId: id, chats: users, messages: calls, ts: ms + 79_200_000 },
      ]),
    ),
    descriptions: ['messages sent', 'chats started'],
    knownIds: [],
    mapping: mapped('values(@)', ['ts', 'UNIX_MILLISECONDS'], 'accountId', 'messages', 'chats'),
    expected: stored(FLEETS, SHORT, ({ calls, users }) => [calls, users]),
  },
];
