import { afterEach, beforeEach, expect, test } from 'vitest';
import type { PubSub } from '../../src/platform/pubsub/pubsub.ts';

/** Two ends of one pub/sub, as two processes would hold them (the same object where there is only one process). */
export type PubSubEnds = { readonly a: PubSub; readonly b: PubSub };

/** What every pub/sub promises. */
export function pubSubContract(make: () => Promise<PubSubEnds>): void {
  let ends: PubSubEnds;
  beforeEach(async () => {
    ends = await make();
  });
  afterEach(async () => {
    await Promise.all([ends.a.close(), ends.b.close()]);
  });
  const take = async (messages: AsyncIterableIterator<unknown>, count: number) => {
    const taken: unknown[] = [];
    while (taken.length < count) taken.push((await messages.next()).value);
    return taken;
  };

  test('carries JSON from one process to every subscriber of the channel, and to no other', async () => {
    const payload = { run: 'run_1', text: "it's\n“quoted” \u0001", list: [1, null, { deep: true }] };
    const channel = `sync:${'ü'.repeat(80)}`;
    const [one, two, own] = [
      await ends.b.subscribe(channel),
      await ends.b.subscribe(channel),
      await ends.a.subscribe(channel),
    ];
    const other = await ends.b.subscribe('other');
    await ends.a.publish(channel, payload);
    await ends.a.publish('other', 1);
    for (const messages of [one, two, own]) expect(await take(messages, 1)).toEqual([payload]);
    expect(await take(other, 1)).toEqual([1]);
  });

  test('keeps the order of a channel, waited for or not', async () => {
    const messages = await ends.b.subscribe('order');
    const numbers = Array.from({ length: 300 }, (_, index) => index);
    await Promise.all(numbers.map((number) => ends.a.publish('order', number)));
    expect(await take(messages, 300)).toEqual(numbers);
  });

  test('what was published before is not seen', async () => {
    await ends.a.publish('late', 'before');
    const messages = await ends.b.subscribe('late');
    await ends.a.publish('late', 'after');
    expect(await take(messages, 1)).toEqual(['after']);
  });

  test('return ends the subscription, even one that is being waited on; others go on', async () => {
    const [leaving, staying] = [await ends.b.subscribe('leave'), await ends.b.subscribe('leave')];
    const waiting = leaving.next();
    await leaving.return?.();
    expect(await waiting).toEqual({ done: true, value: undefined });
    await ends.a.publish('leave', 1);
    expect(await take(staying, 1)).toEqual([1]);
    expect(await leaving.next()).toEqual({ done: true, value: undefined });
  });

  test('leaving a for-await loop ends the subscription', async () => {
    const messages = await ends.b.subscribe('loop');
    await ends.a.publish('loop', 1);
    await ends.a.publish('loop', 2);
    for await (const message of messages) {
      expect(message).toBe(1);
      break;
    }
    expect((await messages.next()).done).toBe(true);
  });

  test('7,000 bytes pass, more is refused at once', async () => {
    const messages = await ends.b.subscribe('size');
    const largest = 'é'.repeat(3_499);
    await ends.a.publish('size', largest);
    expect(await take(messages, 1)).toEqual([largest]);
    await expect(ends.a.publish('size', `${largest}x`)).rejects.toThrow('7001 bytes, at most 7000');
    await expect(ends.a.publish('size', undefined)).rejects.toThrow('must be JSON');
    await expect(ends.a.publish('', 1)).rejects.toThrow('name');
  });

  test('a subscriber too far behind gets the latest 1,000 and then an error', async () => {
    const slow = await ends.b.subscribe('slow');
    const witness = await ends.b.subscribe('slow');
    const seen = take(witness, 1_001);
    await Promise.all(Array.from({ length: 1_001 }, (_, index) => ends.a.publish('slow', index)));
    await seen;
    expect((await take(slow, 1_000)).at(0)).toBe(1);
    await expect(slow.next()).rejects.toThrow('too slow');
    expect((await slow.next()).done).toBe(true);
  });

  test('close ends subscriptions and refuses more', async () => {
    const messages = await ends.b.subscribe('close');
    const waiting = messages.next();
    await ends.b.close();
    expect((await waiting).done).toBe(true);
    await expect(ends.b.publish('close', 1)).rejects.toThrow('closed');
    await expect(ends.b.subscribe('close')).rejects.toThrow('closed');
  });
}
