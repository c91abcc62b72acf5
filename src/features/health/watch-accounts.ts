import { type Day, mustEpochDay } from '../../lib/day.ts';
import type { Ctx } from '../kit/ctx.ts';
import { profilesAsOf, type UsageCoverage } from '../usage/index.ts';
import { type BacktestResult, checkpointsOf, judgeBacktest, type Watched } from './domain/backtest.ts';
import type { BacktestRequest } from './model.ts';
import { scoreEach } from './score-each.ts';
import { selectAllChurns } from './store/backtests.ts';

/** How an account looked at each checkpoint, in a few bytes for each. */
type Track = { readonly scores: Int8Array; readonly poor: Uint8Array; readonly idleDays: Float32Array };

/** Scores the accounts as of each checkpoint, and judges the scores by who left. */
export async function watchAccounts(
  ctx: Ctx,
  { model, days }: BacktestRequest,
  coverage: UsageCoverage,
  { signal, progress }: { readonly signal: AbortSignal; readonly progress: (share: number) => void },
): Promise<BacktestResult> {
  const checkpoints = checkpointsOf(days);
  const churns = await selectAllChurns(ctx.db.orm, ctx.actor.workspaceId);
  const tracks = new Map<string, Track>();
  for (const [index, day] of checkpoints.entries()) {
    // The day is over: what happened on it is known.
    const at = new Date(`${day}T23:59:59.999Z`);
    await profilesAsOf(ctx, day, coverage, async (basis, profiles) => {
      const asOf = coverageAsOf(coverage, basis?.asOf ?? null);
      for await (const batch of scoreEach(ctx, { coverage: asOf, basis, profiles, at, models: [model] })) {
        signal.throwIfAborted();
        for (const { account, profile, scores } of batch) {
          const [score] = scores;
          const left = churns.get(account.id);
          if (!score || score.score === null || (left !== undefined && left <= day)) continue;
          const track = tracks.get(account.id) ?? newTrack(checkpoints.length);
          tracks.set(account.id, track);
          track.scores[index] = score.score;
          track.poor[index] = score.band === 'POOR' ? 1 : 0;
          if (profile?.lastUsedOn) track.idleDays[index] = mustEpochDay(day) - mustEpochDay(profile.lastUsedOn);
        }
      }
    });
    progress((index + 1) / (checkpoints.length + 1));
  }
  const accounts = [...tracks].flatMap(([id, track]): Watched[] => {
    const left = churns.get(id) ?? null;
    if (left !== null && left < days.from) return [];
    return [{ ...track, churnedOn: left !== null && left <= days.to ? left : null }];
  });
  return judgeBacktest(accounts, checkpoints, days);
}

const newTrack = (length: number): Track => ({
  scores: new Int8Array(length).fill(-1),
  poor: new Uint8Array(length),
  idleDays: new Float32Array(length).fill(Infinity),
});

/** What was known by then; whether the source is late now says nothing about then. */
function coverageAsOf({ days, ...rest }: UsageCoverage, through: Day | null): UsageCoverage {
  if (through === null) return { ...rest, state: 'NONE', through, days: [] };
  const known = days.filter(({ from }) => from <= through);
  return {
    ...rest,
    state: 'CURRENT',
    through,
    days: known.map(({ from, to }) => ({ from, to: to < through ? to : through })),
  };
}
