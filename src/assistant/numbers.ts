import { type KnownNumbers, knownNumbers } from './numbers-known.ts';
import { figuresOf, type WrittenNumber } from './numbers-written.ts';
import type { ToolUse } from './turn.ts';

const MOST_TOLD = 50;

/**
 * Figures of an answer that stand in no result of a tool and in nothing that was asked: not as they are, rounded, as a percentage,
 * or as the sum or difference of two that belong together. A figure that is found may still be said of the wrong thing.
 */
export function unsupportedNumbers(answer: string, uses: readonly ToolUse[], asked: readonly string[]): string[] {
  const told = uses.flatMap(({ outcome }) => (outcome.ok ? [outcome.data, { days: outcome.days }] : [outcome.message]));
  const known = knownNumbers(told, asked);
  let rest = answer.normalize('NFKC');
  for (const text of known.texts) rest = rest.replaceAll(text, ' ');
  const doubtful = figuresOf(rest).filter((figure) => !isSupported(figure, known));
  return [...new Set(doubtful.map(({ text }) => text))].slice(0, MOST_TOLD);
}

const isSupported = ({ readings, isPercent }: WrittenNumber, { values, groups }: KnownNumbers): boolean =>
  readings.some(({ value, unit }) => {
    // Half a step either way is what rounding does; the rest is what floating point does.
    const isNear = (known: number) => Math.abs(known - value) <= unit / 2 + 1e-9 * Math.max(known, value);
    const fits = (known: number) => isNear(known) || (isPercent && isNear(known * 100));
    for (const one of values) if (fits(one)) return true;
    return groups.some((group) =>
      group.some((a, index) => group.slice(index + 1).some((b) => fits(a + b) || fits(Math.abs(a - b)))),
    );
  });
