import { Webhook } from 'standardwebhooks';
import { describe, expect, test } from 'vitest';
import type { WebhookEvent } from '../../../src/features/webhooks/model.ts';
import { bodyOf, newSecret, signedHeaders, signingNow } from '../../../src/features/webhooks/sign.ts';

test('the vector of the specification’s own libraries', () => {
  const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
  const now = new Date(1_614_265_330_000);
  expect(signedHeaders('msg_p5jXN8AQM9LWM0D4loKWxJek', '{"test": 2432232314}', [secret], now)).toEqual({
    'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    'webhook-timestamp': '1614265330',
    'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
  });
});

const event: WebhookEvent = {
  id: 'whe_1',
  type: 'signal.raised',
  occurredAt: new Date('2026-03-10T12:00:00.123Z'),
  data: { account: 'Ärger & Söhne 🔑', before: 71.5 },
};

test('the body is what the specification recommends', () => {
  expect(JSON.parse(bodyOf(event))).toEqual({
    type: 'signal.raised',
    timestamp: '2026-03-10T12:00:00.123Z',
    data: event.data,
  });
});

describe('the reference implementation', () => {
  const secrets = [newSecret(), newSecret()] as const;
  const headers = signedHeaders(event.id, bodyOf(event), secrets, new Date());

  test.each(secrets)('verifies with %s', (secret) => {
    expect(new Webhook(secret).verify(bodyOf(event), { ...headers })).toEqual(JSON.parse(bodyOf(event)));
  });

  test('refuses another secret, another body and another id', () => {
    const refuse = (secret: string, body: string, changed: object) =>
      expect(() => new Webhook(secret).verify(body, { ...headers, ...changed })).toThrow(/No matching signature/);
    refuse(newSecret(), bodyOf(event), {});
    refuse(secrets[0], `${bodyOf(event)} `, {});
    refuse(secrets[0], bodyOf(event), { 'webhook-id': 'whe_2' });
  });
});

test('secrets are of the size and form that the specification asks for, and never the same', () => {
  const made = Array.from({ length: 100 }, newSecret);
  for (const secret of made) {
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]+={0,2}$/);
    const bytes = Buffer.from(secret.slice(6), 'base64').length;
    expect([bytes >= 24, bytes <= 64], `${bytes} bytes`).toEqual([true, true]);
  }
  expect(new Set(made).size).toBe(made.length);
});

test('a secret that was replaced signs until its day is over', () => {
  const secrets = [
    { secret: 'new', until: null },
    { secret: 'old', until: '2026-03-10T12:00:00.000Z' },
  ];
  const names = (at: string) => signingNow(secrets, new Date(at)).map(({ secret }) => secret);
  expect(names('2026-03-10T11:59:59Z')).toEqual(['new', 'old']);
  expect(names('2026-03-10T12:00:00Z')).toEqual(['new']);
});
