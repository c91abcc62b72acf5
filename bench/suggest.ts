import type { Mapping } from '../src/features/sources/domain/mapping.ts';
import { atLeast, atMost, tell } from './goal.ts';
import { median, millis, percentile, times } from './measure.ts';
import { ask, completed } from './suggest/ask.ts';
import { DEV, DEV_MORE, DEV_THIRD } from './suggest/dev/index.ts';
import { HELD_OUT } from './suggest/held-out/index.ts';
import { bytesOf, missOf, previewOf } from './suggest/judge.ts';
import { MAPPING_SHAPES } from './suggest/mapping-shapes.ts';
import { type JudgedShape, KINDS, type SuggestShape } from './suggest/shape.ts';

// How many answers of real products are mapped by suggestion alone, with no model: exactly the rows a sensible person would
// store, or it counts as missed. The engine was built against `dev`; `held-out` it had never seen. `--verbose` shows what was
// missed in `dev` and in its second (harder) and third parts; what was missed in `held-out` is shown only with `--held-out` as well, because who builds should not look.
// `--dev` leaves the held-out ones alone. The shapes of the mapping tests are a third set, harder than what people connect.

const REPEATS = 5;
const PATIENCE_MS = 1_000;
const WARM_UP = 6;
const verbose = process.argv.includes('--verbose');
const showHeldOut = process.argv.includes('--held-out');
const held = process.argv.includes('--dev') ? [] : HELD_OUT;

type Judged = { readonly shape: JudgedShape; readonly miss: string | null; readonly mapping: Mapping | null };
type Tried = Judged & {
  readonly shape: SuggestShape;
  readonly sameTwice: boolean;
  readonly ms: number;
  readonly ratio: number;
};

const GOAL = 'suggest';
const share = (part: number, whole: number) => (whole === 0 ? Number.NaN : part / whole);
const percent = (value: number) => `${(value * 100).toFixed(1)} %`;

for (const shape of DEV.slice(0, WARM_UP)) judgedOnce(shape, shape.knownIds);
const dev = DEV.map((shape) => trySuggestion(shape, shape.knownIds));
const devMore = DEV_MORE.map((shape) => trySuggestion(shape, shape.knownIds));
const devThird = DEV_THIRD.map((shape) => trySuggestion(shape, shape.knownIds));
const heldOut = held.map((shape) => trySuggestion(shape, shape.knownIds));
judged('dev', dev, verbose);
judged('dev, harder', devMore, verbose);
judged('dev, third', devThird, verbose);
if (held.length > 0) judged('held-out', heldOut, verbose && showHeldOut);
const blind = (shapes: readonly JudgedShape[]) => shapes.map((shape) => judgedOnce(shape, []));
accuracy('dev, accounts unknown', blind(DEV), null);
accuracy('dev, harder, accounts unknown', blind(DEV_MORE), null);
accuracy('dev, third, accounts unknown', blind(DEV_THIRD), null);
if (held.length > 0) {
  accuracy('held-out, accounts unknown', blind(held), null);
  const seen = MAPPING_SHAPES.map((shape) => judgedOnce(shape, shape.knownIds));
  accuracy('shapes of the mapping tests', seen, null);
  accuracy('shapes of the mapping tests, accounts unknown', blind(MAPPING_SHAPES), null);
}

const all = [...dev, ...devMore, ...devThird, ...heldOut];
const taken = all.map(({ ms }) => ms);
const longest = Math.max(...taken);
const spread = `p50 ${millis(percentile(taken, 0.5))}, p99 ${millis(percentile(taken, 0.99))}, max ${millis(longest)}`;
tell({ goal: GOAL, what: 'time of a suggestion', value: spread, ...atMost(longest, 200, millis) });
const ratios = all.map(({ ratio }) => ratio);
const largest = `p50 ${times(percentile(ratios, 0.5))}, p99 ${times(percentile(ratios, 0.99))}, max ${times(Math.max(...ratios))}`;
const what = 'the same against JSON.parse and one preview of what it suggests';
tell({ goal: GOAL, what, value: largest, bound: null, isMet: null });
const unstable = all.filter(({ sameTwice }) => !sameTwice);
for (const { shape } of unstable) process.stdout.write(`  not the same twice: ${shape.name}\n`);
const same = `${all.length - unstable.length} of ${all.length}`;
tell({ goal: GOAL, what: 'the same suggestion twice', value: same, bound: 'all', isMet: unstable.length === 0 });

function judgedOnce(shape: JudgedShape, knownIds: readonly string[]): Judged {
  const bytes = bytesOf(shape);
  const { suggestion, why } = ask(shape, knownIds, bytes);
  if (!suggestion) return { shape, miss: why, mapping: null };
  return { shape, miss: missOf(shape, completed(suggestion.mapping), bytes), mapping: suggestion.mapping };
}

function trySuggestion(shape: SuggestShape, knownIds: readonly string[]): Tried {
  const bytes = bytesOf(shape);
  const judgement = judgedOnce(shape, knownIds);
  const said = new Set<string>();
  const ms = repeated(() => said.add(JSON.stringify(ask(shape, knownIds, bytes))));
  const mapping = completed(judgement.mapping ?? shape.mapping);
  const limit = repeated(() => [JSON.parse(Buffer.from(bytes).toString()), previewOf(mapping, bytes)]);
  return { ...judgement, shape, sameTwice: said.size === 1, ms, ratio: ms / limit };
}

/** The median, in milliseconds; of two at least, and of fewer than usual where they take long. */
function repeated(work: () => unknown): number {
  const taken: number[] = [];
  const started = performance.now();
  while (taken.length < 2 || (taken.length < REPEATS && performance.now() - started < PATIENCE_MS)) {
    const before = performance.now();
    work();
    taken.push(performance.now() - before);
  }
  return median(taken);
}

function judged(set: string, tried: readonly Tried[], showMisses: boolean): void {
  accuracy(set, tried, 0.9);
  for (const kind of KINDS) {
    const of = tried.filter(({ shape }) => shape.kind === kind);
    process.stdout.write(`  ${kind.padEnd(10)} ${of.filter(({ miss }) => miss === null).length} of ${of.length}\n`);
  }
  for (const { shape, miss, mapping } of showMisses ? tried : []) {
    if (miss !== null)
      process.stdout.write(`\n  ${shape.kind}: ${shape.name}\n    ${JSON.stringify(mapping)}\n    ${miss}\n`);
  }
}

function accuracy(set: string, tried: readonly Judged[], goal: number | null): void {
  const right = tried.filter(({ miss }) => miss === null).length;
  const reached = share(right, tried.length);
  const bound = goal === null ? { bound: null, isMet: null } : atLeast(reached, goal, percent);
  const value = `${right} of ${tried.length}, ${percent(reached)}`;
  tell({ goal: GOAL, what: `exactly the right rows, ${set}`, value, ...bound });
}
