import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { createSecrets, keyIdOf } from '../../../src/platform/secrets/aes-secrets.ts';

const a = { id: 'a', key: randomBytes(32) };
const b = { id: 'b', key: randomBytes(32) };
const secrets = createSecrets({ keys: [a], current: 'a' });
const place = { workspaceId: 7, integration: 'custom_api', field: 'token' };

const failure = (act: () => unknown): { reason: string; message: string } => {
  try {
    act();
  } catch (error) {
    return error as { reason: string; message: string };
  }
  throw new Error('was expected to fail');
};

test.each(['', 'x', 'töken 🔑', 'x'.repeat(100_000)])('opens what it sealed', (plaintext) => {
  expect(secrets.open(secrets.seal(plaintext, place), place)).toBe(plaintext);
});

test('sealing twice shares nothing but the header', () => {
  const [one, two] = [secrets.seal('same', place), secrets.seal('same', place)];
  expect(one.subarray(3).equals(two.subarray(3))).toBe(false);
  expect(one.includes('same')).toBe(false);
});

test.each([
  { ...place, workspaceId: 8 },
  { ...place, integration: 'other' },
  { ...place, field: 'password' },
  { ...place, integration: 'custom_apit', field: 'oken' },
  { ...place, integration: 'custom_ap', field: 'itoken' },
])('a value moved to %o does not open', (elsewhere) => {
  const sealed = secrets.seal('s3cret', place);
  expect(failure(() => secrets.open(sealed, elsewhere)).reason).toBe('not-genuine');
});

test('no single flipped bit, anywhere, goes unnoticed, and no error tells the secret', () => {
  const sealed = secrets.seal('s3cret', place);
  for (let bit = 0; bit < sealed.length * 8; bit++) {
    const bent = Buffer.from(sealed);
    bent[bit >> 3] = (bent[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    const { reason, message } = failure(() => secrets.open(bent, place));
    expect(['malformed', 'unknown-key', 'not-genuine']).toContain(reason);
    expect(message).not.toContain('s3cret');
  }
});

test('truncated, lengthened, empty and foreign values do not open', () => {
  const sealed = secrets.seal('s3cret', place);
  for (let length = 0; length < sealed.length; length++) {
    expect(() => secrets.open(sealed.subarray(0, length), place)).toThrow();
  }
  expect(() => secrets.open(Buffer.concat([sealed, Buffer.of(0)]), place)).toThrow();
  expect(failure(() => secrets.open(Buffer.from('plain text, never sealed'), place)).reason).toBe('malformed');
});

test('the halves of two secrets of one place do not combine', () => {
  const [one, two] = [secrets.seal('first!', place), secrets.seal('second', place)];
  const mixed = Buffer.concat([one.subarray(0, 63), two.subarray(63)]);
  expect(failure(() => secrets.open(mixed, place)).reason).toBe('not-genuine');
});

test('another key under the same name does not open; an unknown name says so', () => {
  const sealed = secrets.seal('s3cret', place);
  const impostor = createSecrets({ keys: [{ id: 'a', key: b.key }], current: 'a' });
  expect(failure(() => impostor.open(sealed, place)).reason).toBe('not-genuine');
  const other = createSecrets({ keys: [b], current: 'b' });
  expect(failure(() => other.open(sealed, place)).reason).toBe('unknown-key');
});

test('rotation: the new key seals, the old one still opens, and each value names its key', () => {
  const rotated = createSecrets({ keys: [a, b], current: 'b' });
  const old = secrets.seal('s3cret', place);
  expect(rotated.open(old, place)).toBe('s3cret');
  expect([keyIdOf(old), keyIdOf(rotated.seal('s3cret', place)), keyIdOf(Buffer.of(9))]).toEqual(['a', 'b', null]);
});

test('a Uint8Array cut from a larger buffer opens', () => {
  const sealed = secrets.seal('s3cret', place);
  const wide = new Uint8Array(sealed.length + 20);
  wide.set(sealed, 10);
  expect(secrets.open(wide.subarray(10, 10 + sealed.length), place)).toBe('s3cret');
});

test('refuses keys that are none', () => {
  expect(() => createSecrets({ keys: [{ id: 'a', key: randomBytes(16) }], current: 'a' })).toThrow('32 bytes');
  expect(() => createSecrets({ keys: [a], current: 'b' })).toThrow('current');
  expect(() => createSecrets({ keys: [a, a], current: 'a' })).toThrow('same id');
});
