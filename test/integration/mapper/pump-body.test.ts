import { Writable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { pumpBody } from '../../../src/platform/mapper-pool/pump-body.ts';

setFlagsFromString('--expose_gc');
const collectGarbage = runInNewContext('gc') as () => void;

it('keeps nothing of what it has sent', async () => {
  const sink = new Writable({ write: (_chunk, _encoding, done) => done() });
  collectGarbage();
  const before = process.memoryUsage().arrayBuffers;
  let most = 0;
  const body = async function* () {
    for (let piece = 1; piece <= 2_000; piece++) {
      yield new Uint8Array(65_536);
      await setImmediate();
      if (piece % 500 !== 0) continue;
      collectGarbage();
      most = Math.max(most, process.memoryUsage().arrayBuffers - before);
    }
  };
  await pumpBody(body(), sink, new Promise(() => {}));
  expect(most / 1e6, `${most / 1e6} MB held of the 131 MB that passed`).toBeLessThan(40);
});
