import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

const COLLECT_EVERY = 8 * 1_024 * 1_024;
/** Of the small ones, after how many the old objects are looked at, too. */
const ALL_AFTER = 8;

type Collect = (options: { readonly type: 'minor' | 'major' }) => void;
let collect: Collect | null = null;

/**
 * To be told how many bytes pass through a process in buffers that nobody keeps. V8 sees little of them, because they lie outside
 * its heap, and lets tens of megabytes pile up before it looks; a look at the youngest objects takes about a millisecond. A look
 * at all takes longer the more there is to keep: it is for those who keep little.
 */
export function passingBytes(looks: 'AT_THE_YOUNGEST' | 'AT_ALL'): (count: number) => void {
  let passed = 0;
  let collected = 0;
  return (count) => {
    passed += count;
    if (passed < COLLECT_EVERY) return;
    passed = 0;
    collect ??= exposed();
    const isMajor = looks === 'AT_ALL' && ++collected % ALL_AFTER === 0;
    collect({ type: isMajor ? 'major' : 'minor' });
  };
}

/** The function that `node --expose-gc` gives, without a flag that an operator would have to know. */
function exposed(): Collect {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as Collect;
}
