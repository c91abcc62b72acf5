import type { AccountView, Setting } from '../account-view.ts';
import { type ExpansionEvidence, rounded } from '../evidence.ts';
import type { Finding, Severity } from '../signal.ts';
import { blockOf, wentMissing } from '../usage-change.ts';
import { FRAME_WEEKS } from '../usage-frame.ts';

const BLOCKS = 4;

/**
 * Sustained growth: three times in a row four weeks above the four before, enough over all, and at least as much as the
 * workspace's median account uses. Lasts until the latest four weeks fall a tenth, or half of the growth is lost.
 */
export function expansion({ usage }: AccountView, { frame, rules }: Setting): Finding[] {
  if (!frame || !usage) return [];
  const about = { type: 'EXPANSION', subject: '' } as const;
  const isKnown = frame.coveredDays.slice(0, FRAME_WEEKS).every((days) => days === 7);
  if (frame.isFrozen || !isKnown || frame.metrics.some(wentMissing)) return [{ ...about, standing: 'UNKNOWN' }];
  const sums = new Array<number>(BLOCKS).fill(0);
  let [weights, level] = [0, 0];
  for (const metric of frame.metrics) {
    const blocks = [0, 1, 2, 3].map((block) => blockOf(metric, usage, block) ?? Number.NaN);
    const mean = blocks.reduce((total, value) => total + value, 0) / BLOCKS;
    if (!(mean > 0) || metric.median === null) continue;
    weights += metric.weight;
    level += (metric.weight * (blocks[0] ?? 0)) / metric.median;
    for (const [block, value] of blocks.entries()) sums[block] = (sums[block] ?? 0) + (metric.weight * value) / mean;
  }
  const [latest = 0, second = 0, third = 0, oldest = 0] = sums;
  if (weights === 0 || oldest <= 0) return [];
  const growthRate = rounded(latest / oldest - 1);
  const { growthRate: least } = rules.expansion;
  const holds = latest > second && second > third && third > oldest && growthRate >= least && level / weights >= 1;
  const lingers = growthRate >= least / 2 && latest >= 0.9 * second;
  if (!holds && !lingers) return [];
  const { through } = frame;
  const evidence: ExpansionEvidence = {
    ...{ kind: 'EXPANSION', through, growthRate, level: rounded(level / weights) },
    blocks: [oldest, third, second, latest].map((sum) => Math.round((100 * sum) / weights)),
  };
  return [{ ...about, standing: holds ? 'HOLDS' : 'LINGERS', severity: sizeOf(growthRate), day: through, evidence }];
}

function sizeOf(growthRate: number): Severity {
  if (growthRate >= 1) return 'HIGH';
  return growthRate >= 0.5 ? 'MEDIUM' : 'LOW';
}
