import { type AuditResult, serverAudits } from 'graphql-http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../kit/app.ts';

/** Recommendations we do not follow, and why. Whatever is not here has to pass. */
const NOT_FOLLOWED: Record<string, string> = {
  '572B': 'Apollo answers 400 when a document cannot be parsed, whatever type is accepted.',
  FDE2: 'Apollo answers 400 when a document is not valid, whatever type is accepted.',
  '7B9B': 'Apollo answers 400 when variables do not fit, whatever type is accepted.',
};

let app: TestApp;
let key: string;
beforeAll(async () => {
  app = await startTestApp();
  key = (await app.workspace()).keys.MEMBER;
});
afterAll(() => app.close());

test('GraphQL over HTTP is spoken as the specification says', async () => {
  const fetchFn = (url: string, init: RequestInit = {}) => {
    const headers = new Headers(init.headers);
    headers.set('authorization', `Bearer ${key}`);
    return fetch(url, { ...init, headers });
  };
  const audits = serverAudits({ url: `${app.url}/graphql`, fetchFn });
  expect(audits.length).toBeGreaterThan(50);
  const results: AuditResult[] = [];
  for (const audit of audits) results.push(await audit.fn());
  const failed = await Promise.all(results.map(describeFailure));
  const unexpected = failed.filter((one) => one !== null && !(one.id in NOT_FOLLOWED)).map((one) => one?.text);
  expect(unexpected, unexpected.join('\n')).toEqual([]);
  const passing = Object.keys(NOT_FOLLOWED).filter((id) => !failed.some((one) => one?.id === id));
  expect(passing, 'audits in NOT_FOLLOWED that pass').toEqual([]);
});

async function describeFailure(result: AuditResult): Promise<{ id: string; text: string } | null> {
  if (result.status === 'ok') return null;
  const { id, name, reason, response } = result;
  const body = response.bodyUsed ? '(body read)' : (await response.text()).slice(0, 300);
  const type = response.headers.get('content-type');
  return { id, text: `${id} ${name}\n    ${reason}\n    answered ${response.status} ${type}: ${body}` };
}
