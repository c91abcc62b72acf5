import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

const COLLECT_EVERY = 8 * 1_024 * 1_024;

type Collect = (options: { readonly type: 'minor' }) => void;
let collect: Collect | null = null;

/**
 * To be told how many bytes pass through a process in buffers that nobody keeps. V8 sees little of them, because they lie outside
 * its heap, and lets tens of megabytes pile up before it looks; a look at the youngest objects takes about a millisecond.
 */
export function passingBytes(): (count: number) => void {
  let passed = 0;
  return (count) => {
    passed += count;
    if (passed < COLLECT_EVERY) return;
    passed = 0;
    collect ??= exposed();
    collect({ type: 'minor' });
  };
}

/** The function that `node --expose-gc` gives, without a flag that an operator would have to know. */
function exposed(): Collect {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as Collect;
}
