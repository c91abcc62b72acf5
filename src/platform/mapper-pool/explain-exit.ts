import type { Readable } from 'node:stream';
import { EXIT_OUT_OF_MEMORY } from './frames.ts';
import { MapperError } from './mapper-pool.ts';

const OUT_OF_MEMORY = /out of memory|heap limit|allocation failed/i;
const KEPT = 4_096;

/** The last of what a child wrote to stderr; V8 tells there that its heap is full. */
export function stderrTail(stderr: Readable): { readonly text: () => Promise<string> } {
  let tail = '';
  const ended = new Promise<void>((resolve) => stderr.once('close', resolve));
  stderr.setEncoding('utf8').on('data', (text: string) => {
    tail = (tail + text).slice(-KEPT);
  });
  return { text: () => ended.then(() => tail) };
}

export function explainExit(code: number | null, signal: string | null, stderr: string): MapperError {
  if (code === EXIT_OUT_OF_MEMORY || OUT_OF_MEMORY.test(stderr))
    return new MapperError('OUT_OF_MEMORY', 'the mapper ran out of memory');
  const how = signal ? `by ${signal}` : `with code ${code}`;
  return new MapperError('CRASHED', `the mapper ended ${how}${stderr && `: ${firstError(stderr)}`}`);
}

/** Of a stack trace, the line that says what happened. */
const firstError = (stderr: string) =>
  (/^\w*Error\b.*$/m.exec(stderr)?.[0] ?? stderr.trim().split('\n').at(-1) ?? '').slice(0, 300);
