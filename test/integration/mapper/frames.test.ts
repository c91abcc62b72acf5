import { describe, expect, it } from 'vitest';
import {
  FRAME,
  frameHeader,
  frameJson,
  framePayloads,
  frameReader,
  jsonFrame,
  MAX_FRAME_BYTES,
} from '../../../src/platform/mapper-pool/frames.ts';

const stream = Buffer.concat([
  frameHeader(FRAME.ready, 0),
  jsonFrame(FRAME.job, { text: 'é'.repeat(50) }),
  frameHeader(FRAME.data, 5, 7),
  new TextEncoder().encode('bytes'),
  frameHeader(FRAME.body, 0),
  jsonFrame(FRAME.result, null),
]);

describe('frames', () => {
  it.each([1, 2, 3, 7, 64, 1_000])('survive being cut into pieces of %i bytes', (size) => {
    const read = frameReader();
    const json: unknown[] = [];
    let data = '';
    const types = new Set<number>();
    for (let at = 0; at < stream.length; at += size) {
      for (const frame of read(stream.subarray(at, at + size))) {
        types.add(frame.type);
        if (frame.type === FRAME.data) {
          expect(frame.channel).toBe(7);
          data += new TextDecoder().decode(frame.bytes);
        } else if (frame.type !== FRAME.ready) json.push(frameJson(frame));
      }
    }
    expect([...types]).toEqual([FRAME.ready, FRAME.job, FRAME.data, FRAME.result]);
    expect(json).toEqual([{ text: 'é'.repeat(50) }, null]);
    expect(data).toBe('bytes');
  });

  it('of an unknown type or an absurd length end the conversation', () => {
    const noise = new TextEncoder().encode('console.log of some library');
    expect(() => [...frameReader()(noise)]).toThrow(/unknown type/);
    const long = frameHeader(FRAME.result, 5);
    new DataView(long.buffer).setUint32(0, MAX_FRAME_BYTES + 1);
    expect(() => [...frameReader()(long)]).toThrow(/bytes/);
    expect(() => frameHeader(FRAME.data, MAX_FRAME_BYTES + 1)).toThrow(/bytes/);
  });

  it('divide what is too long for one', () => {
    const sizes = [...framePayloads(new Uint8Array(MAX_FRAME_BYTES + 5))].map((bytes) => bytes.length);
    expect(sizes).toEqual([MAX_FRAME_BYTES, 5]);
  });
});
