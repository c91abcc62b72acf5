import { ahead } from '../../lib/ahead.ts';
import { addDays, type Day, dayOfInstant } from '../../lib/day.ts';
import { publishHealthStandings } from '../accounts/index.ts';
import type { Ctx } from '../kit/ctx.ts';
import { type ProfileBasis, readProfiles, type UsageCoverage } from '../usage/index.ts';
import { emitEvents, type NewEvent } from '../webhooks/index.ts';
import { currentModel } from './current-model.ts';
import type { AccountScore } from './domain/score-account.ts';
import { sameTrail, writeTrail } from './domain/trail.ts';
import { type Candidate, inTurns, type ScoredAccount, scoreEach } from './score-each.ts';
import { changedInputs, commonInputs, inputsOf } from './score-inputs.ts';
import {
  deleteHistoryBefore,
  lockScores,
  type ScorableAccount,
  type ScoreRow,
  selectScores,
  updateScoreInputs,
  upsertScores,
} from './store/scores.ts';

/** What scoring came to. */
export type Scored = { readonly accounts: number; readonly bandsChanged: number };

/** How long scores are kept, as usage can be asked for. */
const HISTORY_DAYS = 400;

type Moment = { readonly day: Day; readonly now: Date; readonly modelVersion: number; readonly asOf: Day | null };
/** What an account is scored from, by its id. */
type Inputs = ReadonlyMap<string, string | null>;

/**
 * Scores every account of the workspace as things stand, writing what changed, and each score once a day. Accounts whose scores
 * of the day are of the very same inputs are passed over.
 */
export async function scoreAccounts(ctx: Ctx, coverage: UsageCoverage, basis: ProfileBasis | null): Promise<Scored> {
  const { version, model } = await currentModel(ctx);
  const now = ctx.clock.now();
  const moment = { now, day: dayOfInstant(now.getTime()), modelVersion: version, asOf: basis?.asOf ?? null };
  const common = await commonInputs(ctx, { coverage, basis, model, version, now });
  let [accounts, bandsChanged] = [0, 0];
  /** Of the batches that were read and are not written yet. */
  const inputs = new Map<string, string | null>();
  const choose = async (batch: readonly Candidate[]) => {
    accounts += batch.length;
    const own = new Map(batch.map((one) => [one.account.id, inputsOf(common, one, now)]));
    const changed = await changedInputs(ctx, own);
    for (const id of changed) inputs.set(id, own.get(id) ?? null);
    return changed;
  };
  const profiles = (after: string) => readProfiles(ctx, after);
  const scoring = { coverage, basis, profiles, at: now, models: [model], choose };
  for await (const batch of ahead(scoreEach(ctx, scoring))) {
    bandsChanged += await writeBatch(ctx, batch, inputs, moment);
    for (const { account } of batch) inputs.delete(account.id);
  }
  const oldest = addDays(moment.day, -HISTORY_DAYS);
  await ctx.db.sql.begin((tx) => deleteHistoryBefore(tx, ctx.actor.workspaceId, oldest));
  return { accounts, bandsChanged };
}

/** How many bands changed. */
async function writeBatch(ctx: Ctx, batch: readonly ScoredAccount[], inputs: Inputs, moment: Moment): Promise<number> {
  if (batch.length === 0) return 0;
  const { workspaceId } = ctx.actor;
  const ids = batch.map(({ account }) => account.id);
  const stored = await selectScores(ctx.db.orm, workspaceId, ids);
  const written: { account: ScorableAccount; before: ScoreRow | null; row: ScoreRow }[] = [];
  for await (const { account, scores } of inTurns(batch)) {
    const before = stored.get(account.id) ?? null;
    const row = scores[0] ? rowOf(account.id, scores[0], before, moment) : null;
    if (row) written.push({ account, before, row });
  }
  const isWritten = new Set(written.map(({ row }) => row.accountId));
  const same = ids.filter((id) => !isWritten.has(id));
  const withInputs = (accountId: string) => ({ accountId, inputs: inputs.get(accountId) ?? null });
  const events = written.flatMap(({ account, before, row }) => bandEvent(account, before, row, moment.day));
  await ctx.db.sql.begin(async (tx) => {
    await lockScores(tx, workspaceId);
    await updateScoreInputs(tx, workspaceId, same.map(withInputs));
    if (written.length === 0) return;
    const rows = written.map(({ row }) => ({ ...row, ...withInputs(row.accountId) }));
    await upsertScores(tx, workspaceId, rows, moment.day);
    const standings = written.map(({ row: { accountId, score, band, previousScore } }) => {
      const change = score === null || previousScore === null ? null : score - previousScore;
      return { accountId, score, band, change };
    });
    await publishHealthStandings(tx, workspaceId, standings);
    await emitEvents(tx, ctx, events);
  });
  return events.length;
}

/** Null when the stored score of the same day says the same. */
function rowOf(accountId: string, scored: AccountScore, before: ScoreRow | null, moment: Moment): ScoreRow | null {
  const { score, band, pillars } = scored;
  const isSameDay = before !== null && dayOfInstant(before.computedAt.getTime()) === moment.day;
  const trail = writeTrail(pillars, before?.trail ?? null, isSameDay);
  const restsOnUsage = pillars.some(
    ({ pillar, score: own }) => own !== null && (pillar === 'ADOPTION' || pillar === 'ENGAGEMENT'),
  );
  const asOf = restsOnUsage ? moment.asOf : null;
  const previousScore = before === null ? null : isSameDay ? before.previousScore : before.score;
  const row = { score, band, previousScore, asOf, modelVersion: moment.modelVersion, trail };
  if (isSameDay && isSame(row, before)) return null;
  return { ...row, accountId, computedAt: moment.now };
}

const isSame = (row: Omit<ScoreRow, 'accountId' | 'computedAt'>, before: ScoreRow): boolean =>
  row.score === before.score &&
  row.band === before.band &&
  row.previousScore === before.previousScore &&
  row.asOf === before.asOf &&
  row.modelVersion === before.modelVersion &&
  sameTrail(row.trail, before.trail);

/** A first band is no change of one, and neither is the loss of it for want of data. */
function bandEvent(account: ScorableAccount, before: ScoreRow | null, row: ScoreRow, day: Day): NewEvent[] {
  const [from, to] = [before?.band ?? null, row.band];
  if (from === null || to === null || from === to) return [];
  const { id, externalCrmId, name } = account;
  const { score, previousScore } = row;
  return [
    {
      type: 'health.band_changed',
      data: { account: { id, externalCrmId, name }, from, to, score, previousScore, day },
    },
  ];
}
