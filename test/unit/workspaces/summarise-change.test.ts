import { expect, test } from 'vitest';
import { summariseChange } from '../../../src/features/workspaces/domain/summarise-change.ts';
import { AUDIT_ACTIONS, type AuditAction } from '../../../src/features/workspaces/model.ts';

const CASES: readonly (readonly [AuditAction, Record<string, unknown>, string])[] = [
  ['API_KEY_CREATED', { label: 'export', role: 'MEMBER' }, 'Created the API key “export” (MEMBER).'],
  ['API_KEY_REVOKED', {}, 'Revoked the API key.'],
  [
    'CUSTOM_API_CONNECTED',
    { url: 'https://api.example:8443/v1?key=***' },
    'Connected the custom API at api.example:8443.',
  ],
  ['CUSTOM_API_CONNECTED', { url: 'none' }, 'Connected the custom API.'],
  ['CUSTOM_API_RECONNECTED', { url: 'https://a.example/{start_date}' }, 'Connected the custom API at a.example again.'],
  ['CUSTOM_API_DISCONNECTED', {}, 'Disconnected the custom API.'],
  ['MAPPING_SAVED', { before: null, after: {} }, 'Saved the mapping.'],
  ['BACKFILL_REQUESTED', { from: '2026-01-01', to: '2026-01-31' }, 'Asked for usage from 2026-01-01 to 2026-01-31.'],
  ['EXTERNAL_ACCOUNT_LINKED', { accountId: 'acc_1' }, 'Linked usage of “subject” to account acc_1.'],
  ['EXTERNAL_ACCOUNT_UNLINKED', { accountId: 'acc_1' }, 'Unlinked usage of “subject” from account acc_1.'],
];

test.each(CASES)('%s with %o', (action, details, sentence) => {
  expect(summariseChange({ action, subject: 'subject', details })).toBe(sentence);
});

test('every action has a sentence, whatever its details have become', () => {
  for (const action of AUDIT_ACTIONS) {
    for (const details of [
      {},
      { label: { a: 1 }, url: [], from: null, accountId: true },
      JSON.parse('{"__proto__": {"url": 1}}'),
    ]) {
      expect(summariseChange({ action, subject: 'x', details }), action).toMatch(/^[A-Z][^{}[\]]*[a-zI”]\.$/);
    }
  }
});
