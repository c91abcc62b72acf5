import type { Shape } from './shape.ts';

/** Rows in the envelopes of a convention: GraphQL connections, JSON:API, HAL, OData, batches. */
export const ENVELOPE_SHAPES: readonly Shape[] = [
  {
    // Shopify GraphQL Admin API, query "orders": edges of nodes, the customer a global id, money as text.
    name: 'edges of nodes, an id at the end of a path (Shopify orders)',
    request: {
      method: 'POST',
      body: '{"query":"{ orders(first: 250, query: \\"created_at:>={start_date} created_at:<={end_date}\\") { edges { node { createdAt customer { id } } } } }"}',
    },
    answer: {
      data: {
        orders: {
          edges: [
            {
              node: {
                createdAt: '2026-03-08T10:15:00Z',
                customer: { id: 'gid://shopify/Customer/101' },
                currentSubtotalLineItemsQuantity: 3,
                totalPriceSet: { shopMoney: { amount: '30.50', currencyCode: 'EUR' } },
              },
            },
            {
              node: {
                createdAt: '2026-03-08T23:59:59Z',
                customer: { id: 'gid://shopify/Customer/101' },
                currentSubtotalLineItemsQuantity: 1,
                totalPriceSet: { shopMoney: { amount: '9.5', currencyCode: 'EUR' } },
              },
            },
            {
              node: {
                createdAt: '2026-03-09T00:00:00Z',
                customer: null,
                currentSubtotalLineItemsQuantity: 2,
                totalPriceSet: { shopMoney: { amount: '8.0', currencyCode: 'EUR' } },
              },
            },
          ],
          pageInfo: { hasNextPage: false },
        },
      },
      extensions: { cost: { requestedQueryCost: 12 } },
    },
    mapping: {
      rowsPath: 'data.orders.edges[?node.customer].node',
      datePath: 'createdAt',
      dateFormat: 'ISO_8601',
      accountIdPath: "split(customer.id, '/')[-1]",
      metrics: [
        { name: 'orders', path: '`1`' },
        { name: 'items', path: 'currentSubtotalLineItemsQuantity' },
        { name: 'revenue', path: 'to_number(totalPriceSet.shopMoney.amount)' },
      ],
    },
    expected: { '101': { orders: { '2026-03-08': 2 }, items: { '2026-03-08': 4 }, revenue: { '2026-03-08': 40 } } },
  },
  {
    // GitHub GraphQL API, objects Organization, Repository, Commit: nodes in nodes, three connections deep.
    name: 'nodes within nodes (GitHub GraphQL commit history)',
    request: {
      method: 'POST',
      body: '{"query":"{ organization(login: \\"acme\\") { repositories { nodes { name } } } }"}',
    },
    answer: {
      data: {
        organization: {
          repositories: {
            nodes: [
              {
                name: 'web',
                defaultBranchRef: {
                  target: {
                    history: {
                      nodes: [
                        { committedDate: '2026-03-08T09:00:00Z', additions: 10, deletions: 2 },
                        { committedDate: '2026-03-08T11:00:00Z', additions: 1, deletions: 1 },
                      ],
                    },
                  },
                },
              },
              { name: 'empty', defaultBranchRef: null },
              {
                name: 'api',
                defaultBranchRef: {
                  target: {
                    history: { nodes: [{ committedDate: '2026-03-09T09:00:00Z', additions: 0, deletions: 7 }] },
                  },
                },
              },
            ],
          },
        },
      },
    },
    mapping: {
      rowsPath:
        'data.organization.repositories.nodes[*].[let $repo = name in defaultBranchRef.target.history.nodes[*].{repo: $repo, c: @}][][]',
      datePath: 'c.committedDate',
      dateFormat: 'ISO_8601',
      accountIdPath: 'repo',
      metrics: [
        { name: 'commits', path: '`1`' },
        { name: 'lines_changed', path: 'c.additions + c.deletions' },
      ],
    },
    expected: {
      web: { commits: { '2026-03-08': 2 }, lines_changed: { '2026-03-08': 14 } },
      api: { commits: { '2026-03-09': 1 }, lines_changed: { '2026-03-09': 7 } },
    },
  },
  {
    // Klaviyo API (JSON:API), "Get Events" with include=profile: what an event is about stands beside it and is looked up by id.
    name: 'a related resource looked up by id (Klaviyo events, JSON:API)',
    answer: {
      data: [
        {
          type: 'event',
          id: 'e1',
          attributes: { datetime: '2026-03-08T10:00:00+00:00', event_properties: { $value: 2, 'Items Exported': 7 } },
          relationships: { profile: { data: { type: 'profile', id: '01A' } } },
        },
        {
          type: 'event',
          id: 'e2',
          attributes: { datetime: '2026-03-09T10:00:00+00:00', event_properties: { $value: 1 } },
          relationships: { profile: { data: { type: 'profile', id: '01B' } } },
        },
      ],
      included: [
        { type: 'profile', id: '01A', attributes: { email: 'ann@example.com', organization: 'Acme' } },
        { type: 'profile', id: '01B', attributes: { email: 'ben@example.com', organization: 'Birch' } },
      ],
      links: { next: null },
    },
    mapping: {
      rowsPath:
        'let $profiles = included in data[*].{event: attributes, org: let $id = relationships.profile.data.id in $profiles[?id == $id] | [0].attributes.organization}',
      datePath: 'event.datetime',
      dateFormat: 'ISO_8601',
      accountIdPath: 'org',
      metrics: [
        { name: 'value', path: 'event.event_properties."$value"' },
        { name: 'items_exported', path: 'event.event_properties."Items Exported"' },
      ],
    },
    expected: {
      Acme: { value: { '2026-03-08': 2 }, items_exported: { '2026-03-08': 7 } },
      Birch: { value: { '2026-03-09': 1 } },
    },
  },
  {
    // Mollie API v2 (HAL), "List payments": rows under _embedded, money as text, only some of them count.
    name: 'embedded rows, some of them (Mollie payments, HAL)',
    answer: {
      count: 3,
      _embedded: {
        payments: [
          {
            resource: 'payment',
            id: 'tr_1',
            createdAt: '2026-03-08T08:45:30+00:00',
            amount: { value: '10.00', currency: 'EUR' },
            status: 'paid',
            customerId: 'cst_8wmqcHMN4U',
          },
          {
            resource: 'payment',
            id: 'tr_2',
            createdAt: '2026-03-08T09:00:00+00:00',
            amount: { value: '99.99', currency: 'EUR' },
            status: 'expired',
            customerId: 'cst_8wmqcHMN4U',
          },
          {
            resource: 'payment',
            id: 'tr_3',
            createdAt: '2026-03-09T01:30:00+02:00',
            amount: { value: '2.25', currency: 'EUR' },
            status: 'paid',
            customerId: 'cst_8wmqcHMN4U',
          },
        ],
      },
      _links: { self: { href: '...', type: 'application/hal+json' }, previous: null, next: null },
    },
    mapping: {
      rowsPath: "_embedded.payments[?status == 'paid' && customerId]",
      datePath: 'createdAt',
      dateFormat: 'ISO_8601',
      accountIdPath: 'customerId',
      metrics: [
        { name: 'payments', path: '`1`' },
        { name: 'volume', path: 'to_number(amount.value)' },
        { name: 'largest', path: 'to_number(amount.value)', aggregation: 'MAX' },
      ],
    },
    expected: {
      cst_8wmqcHMN4U: {
        payments: { '2026-03-08': 2 },
        volume: { '2026-03-08': 12.25 },
        largest: { '2026-03-08': 10 },
      },
    },
  },
];
