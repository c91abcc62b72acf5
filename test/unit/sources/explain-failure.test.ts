import { describe, expect, test } from 'vitest';
import {
  type CallFailure,
  explainFailure,
  type FetchFailureCode,
  isRetryable,
} from '../../../src/features/sources/domain/explain-failure.ts';
import type { OutboundFailure } from '../../../src/platform/http/outbound.ts';

/** The compiler holds the port's failures to what the domain can explain. */
const asReported = (failure: OutboundFailure): CallFailure => failure;

const STATUSES: readonly [number, FetchFailureCode, boolean][] = [
  [400, 'REQUEST_REJECTED', false],
  [401, 'CREDENTIALS_REFUSED', false],
  [402, 'REQUEST_REJECTED', false],
  [403, 'CREDENTIALS_REFUSED', false],
  [404, 'ENDPOINT_NOT_FOUND', false],
  [405, 'REQUEST_REJECTED', false],
  [408, 'ENDPOINT_UNAVAILABLE', true],
  [410, 'ENDPOINT_NOT_FOUND', false],
  [422, 'REQUEST_REJECTED', false],
  [425, 'ENDPOINT_UNAVAILABLE', true],
  [429, 'RATE_LIMITED', true],
  [451, 'REQUEST_REJECTED', false],
  [500, 'ENDPOINT_UNAVAILABLE', true],
  [502, 'ENDPOINT_UNAVAILABLE', true],
  [503, 'ENDPOINT_UNAVAILABLE', true],
  [504, 'ENDPOINT_UNAVAILABLE', true],
  [599, 'ENDPOINT_UNAVAILABLE', true],
  [999, 'REQUEST_REJECTED', false],
];

describe('statuses', () => {
  test.each(STATUSES)('%i is %s, retried: %s', (status, code, retried) => {
    const failure = asReported({ code: 'HTTP_STATUS', detail: `api.example.com answered ${status}.`, status });
    const explained = explainFailure(failure);
    expect(explained.code).toBe(code);
    expect(explained.message).toContain(`api.example.com answered ${status}.`);
    expect(explained.hint).not.toBe('');
    expect(isRetryable(failure)).toBe(retried);
  });
});

const OTHERS: readonly [OutboundFailure['code'], FetchFailureCode, boolean][] = [
  ['INVALID_URL', 'INVALID_URL', false],
  ['INVALID_HEADER', 'INVALID_HEADER', false],
  ['ADDRESS_REFUSED', 'ADDRESS_REFUSED', false],
  ['NAME_NOT_RESOLVED', 'HOST_NOT_FOUND', false],
  ['CONNECTION_FAILED', 'CONNECTION_FAILED', true],
  ['TLS_FAILED', 'TLS_FAILED', false],
  ['TIMEOUT', 'TIMEOUT', true],
  ['ABORTED', 'CANCELLED', false],
  ['REDIRECT', 'REDIRECTED', false],
  ['TOO_LARGE', 'RESPONSE_TOO_LARGE', false],
  ['UNSUPPORTED_ENCODING', 'UNSUPPORTED_ENCODING', false],
];

describe('everything else', () => {
  test.each(OTHERS)('%s is %s, retried: %s', (code, explained, retried) => {
    const failure = asReported({ code, detail: 'api.example.com did something.' });
    expect(explainFailure(failure)).toMatchObject({ code: explained, message: 'api.example.com did something.' });
    expect(explainFailure(failure).hint).not.toBe('');
    expect(isRetryable(failure)).toBe(retried);
  });
});

test('a name server that was away is asked again', () => {
  expect(isRetryable({ code: 'NAME_NOT_RESOLVED', detail: '', transient: true })).toBe(true);
});

test('hints name what to change', () => {
  const hint = (failure: CallFailure) => explainFailure(failure).hint;
  expect(hint({ code: 'TIMEOUT', detail: '' })).toContain('timeoutSeconds');
  expect(hint({ code: 'REDIRECT', detail: '', location: 'https://b.example/v2' })).toContain('https://b.example/v2');
  expect(hint({ code: 'REDIRECT', detail: '' })).toContain('directly');
  const limited = explainFailure({
    code: 'HTTP_STATUS',
    detail: 'x answered 429.',
    status: 429,
    retryAfterSeconds: 30,
  });
  expect(limited.message).toContain('30 s');
});
