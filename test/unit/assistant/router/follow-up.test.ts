import { expect, test } from 'vitest';
import { type Asked, understand } from '../../../../src/assistant/router/follow-up.ts';
import type { ToolUse } from '../../../../src/assistant/turn.ts';
import { METRICS, TODAY } from './question.ts';

const VOCABULARY = { metrics: METRICS, today: TODAY };

/** A question whose answer was about these accounts. */
const asked = (question: string, ...accounts: readonly string[]): Asked => {
  const about = accounts.map((id) => ({ id, label: id }));
  const outcome = { ok: true, data: {}, days: null, about, truncated: false, freshness: null } as const;
  const use: ToolUse = { id: 't1', tool: 'any', input: {}, outcome };
  return { question, restsOn: accounts.length > 0 ? [use] : [] };
};

function understood(question: string, ...history: readonly Asked[]) {
  const { kind, slots } = understand(question, history, VOCABULARY);
  const periods = slots.periods.map(({ label }) => label);
  return [kind, slots.accounts, slots.metrics, periods];
}

const USAGE = asked('how is Acme using the product?', 'acc_acme');

test('another account is asked the same', () => {
  expect(understood('and Birch?', USAGE)).toEqual(['ACCOUNT_USAGE', ['Birch'], [], []]);
  expect(understood('what about birch', asked('health of Acme', 'acc_acme'))).toEqual(['HEALTH', ['birch'], [], []]);
  const logins = asked('how many logins did Acme have last month?', 'acc_acme');
  expect(understood('and Birch?', logins)).toEqual(['ACCOUNT_USAGE', ['Birch'], ['logins'], ['last month']]);
});

test('another metric or period is asked of the same account', () => {
  expect(understood('what about logins?', USAGE)).toEqual(['ACCOUNT_USAGE', ['acc_acme'], ['logins'], []]);
  expect(understood('and last week?', USAGE)).toEqual(['ACCOUNT_USAGE', ['acc_acme'], [], ['last week']]);
  const both = [USAGE, asked('what about logins?', 'acc_acme')];
  expect(understood('and in October?', ...both)).toEqual(['ACCOUNT_USAGE', ['acc_acme'], ['logins'], ['October 2025']]);
});

test('a question that says "it" is about the account before', () => {
  expect(understood('its health', USAGE)).toEqual(['HEALTH', ['acc_acme'], [], []]);
  expect(understood('why?', USAGE)).toEqual(['HEALTH', ['acc_acme'], [], []]);
  expect(understood('when was it last active', USAGE)).toEqual(['LAST_ACTIVE', ['acc_acme'], [], []]);
  expect(understood('what are its signals', USAGE)).toEqual(['SIGNALS', ['acc_acme'], [], []]);
  expect(understood('how many logins did they have last week', USAGE)).toEqual([
    'ACCOUNT_USAGE',
    ['acc_acme'],
    ['logins'],
    ['last week'],
  ]);
});

test('a list is taken up with other measures, and left for one of its accounts', () => {
  const movers = asked('which five accounts dropped most', 'acc_1', 'acc_2');
  expect(understood('what about logins?', movers)).toEqual(['MOVERS', [], ['logins'], []]);
  expect(understood('and Birch?', movers)).toEqual(['ACCOUNT_USAGE', ['Birch'], [], []]);
  expect(understood('and Birch?', asked('which accounts are at risk', 'acc_1', 'acc_2'))[0]).toBe('HEALTH');
});

test('what stands by itself is not about the account before', () => {
  expect(understood('is the data fresh?', USAGE)).toEqual(['FRESHNESS', [], [], []]);
  expect(understood('which accounts dropped most', USAGE)).toEqual(['MOVERS', [], [], []]);
  expect(understood('how is Birch doing', USAGE)).toEqual(['ACCOUNT_USAGE', ['Birch'], [], []]);
  expect(understood('open critical signals', USAGE)).toEqual(['SIGNALS', [], [], []]);
  expect(understood('how many logins in total last month', USAGE)[0]).toBe('WORKSPACE_USAGE');
});

test('without anything before, nothing is made up', () => {
  expect(understood('why?')).toEqual(['UNKNOWN', [], [], []]);
  expect(understood('and Birch?')).toEqual(['ACCOUNT_USAGE', ['Birch'], [], []]);
  expect(understood('its health')).toEqual(['HEALTH', [], [], []]);
  expect(understood('what about logins?')).toEqual(['WORKSPACE_USAGE', [], ['logins'], []]);
});
