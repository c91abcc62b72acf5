import { expect, test } from 'vitest';
import { mayPass } from '../../../src/db/passing-errors.ts';

const failed = (code: string) => Object.assign(new Error('failed'), { code });
const wrapped = (cause: unknown) => new Error('Failed query', { cause });

test.each(['57P01', '57P02', '57P03', '57P05', '25P03', '08006', '53100', '53300', '40001', '40P01'])(
  'SQLSTATE %s may pass',
  (code) => expect([mayPass(failed(code)), mayPass(wrapped(failed(code)))]).toEqual([true, true]),
);

test.each(['CONNECTION_CLOSED', 'CONNECTION_ENDED', 'CONNECT_TIMEOUT', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE'])(
  '%s may pass',
  (code) => expect(mayPass(wrapped(failed(code)))).toBe(true),
);

// What was asked for is wrong, too large, or forbidden: it would be so again.
test.each(['22003', '23505', '25P02', '42P01', '42501', '54000', '57014', 'XX000', 'ENOENT'])('%s will not', (code) =>
  expect(mayPass(wrapped(failed(code)))).toBe(false),
);

test('an error without a code, and what is no error, will not', () => {
  expect([new Error('x'), wrapped('08006'), 'ECONNRESET', null, { code: '08006' }].map(mayPass)).toEqual(
    Array(5).fill(false),
  );
});
