import type { DayWindow } from '../../lib/day.ts';
import { accepted, type UserError } from '../client.ts';
import { bar, count, kilobytes, seconds } from '../figures.ts';
import type { Scene } from '../scene.ts';
import type { DemoMapping } from './suggest.ts';

/** A run that has not ended by then means that no worker takes jobs. */
const PATIENCE_MS = 120_000;

const SAVE = `mutation ($mapping: MappingInput!) {
  saveMappingAndBackfill(input: { mapping: $mapping, days: 30 }) {
    syncRun { id from to }
    userErrors { code message }
  }
}`;

const SYNC = 'mutation { syncNow { syncRun { id from to } userErrors { code message } } }';

const WATCH = `subscription ($customApiId: ID!) {
  syncRunProgressed(customApiId: $customApiId) {
    id status from to progress rowsFetched rowsStored rowErrorCount unmatchedAccountCount responseBytes durationMs
    warning error { code message hint }
  }
}`;

type Started = { syncRun: (DayWindow & { id: string }) | null; userErrors: UserError[] };
type Run = DayWindow & {
  readonly id: string;
  readonly status: string;
  readonly progress: number;
  readonly rowsFetched: number;
  readonly rowsStored: number;
  readonly rowErrorCount: number;
  readonly unmatchedAccountCount: number;
  readonly responseBytes: number | null;
  readonly durationMs: number | null;
  readonly warning: string | null;
  readonly error: { readonly code: string; readonly message: string; readonly hint: string } | null;
};

type Progressed = { syncRunProgressed: Run };

/** Saves the mapping, watches the history arrive, and gives the window that is now stored. */
export async function backfill(scene: Scene, customApiId: string, mapping: DemoMapping): Promise<DayWindow> {
  const { client, paper } = scene;
  paper.chapter('Save and backfill');
  const saved = await client.ask<{ saveMappingAndBackfill: Started }>(SAVE, { mapping });
  const { syncRun } = accepted(saved.saveMappingAndBackfill);
  if (!syncRun) throw new Error('saveMappingAndBackfill answered without a run.');
  paper.say(`saveMappingAndBackfill fetches 30 days in one call, ${syncRun.from} to ${syncRun.to}:`);
  tellRun(scene, await follow(scene, customApiId, syncRun.id));
  return { from: syncRun.from, to: syncRun.to };
}

/** Asks for what is new since the last run: right after a backfill that is yesterday, once more. */
export async function syncNow(scene: Scene, customApiId: string): Promise<void> {
  const { client, paper } = scene;
  paper.chapter('Sync now');
  const { syncRun } = accepted((await client.ask<{ syncNow: Started }>(SYNC)).syncNow);
  if (!syncRun) throw new Error('syncNow answered without a run.');
  const { from, to } = syncRun;
  paper.say(
    `syncNow fetches what is new, at least yesterday: ${from === to ? to : `${from} to ${to}`}. ` +
      'Days that are stored already are overwritten, not counted twice.',
  );
  tellRun(scene, await follow(scene, customApiId, syncRun.id));
}

export function tellRun({ paper, timeline, checks }: Scene, run: Run): void {
  const rows = timeline.rowsOf(run).length;
  const [fetched, stored] = [
    checks.equal('rows fetched', run.rowsFetched, rows),
    checks.equal('rows stored', run.rowsStored, rows),
  ];
  const word = fetched === stored ? fetched : 'DIFFERENT';
  paper.facts([
    ['rows', `${count(run.rowsFetched)} fetched, ${count(run.rowsStored)} stored (CSV: ${count(rows)}, ${word})`],
    ['unmatched', `${count(run.unmatchedAccountCount)} account ids of this run match no account`],
    ['took', `${seconds(run.durationMs ?? 0)} for ${kilobytes(run.responseBytes ?? 0)} of JSON`],
  ]);
}

export async function follow({ client, paper, signal }: Scene, customApiId: string, runId: string): Promise<Run> {
  const late = AbortSignal.timeout(PATIENCE_MS);
  const either = AbortSignal.any([signal, late]);
  try {
    for await (const { syncRunProgressed: run } of client.watch<Progressed>(WATCH, { customApiId }, either)) {
      if (run.id !== runId) continue;
      paper.progress(progressLine(run));
      if (run.status === 'SUCCEEDED') return run;
      if (ENDED_BADLY.includes(run.status)) throw new Error(`The run ended as ${run.status}. ${why(run)}`);
    }
  } catch (error) {
    if (!late.aborted || signal.aborted) throw error;
    throw new Error('The run did not end within two minutes. Is the machine very busy? Try again with LOG_LEVEL=info.');
  }
  throw new Error('The subscription ended before the run did.');
}

const ENDED_BADLY = ['SUCCEEDED_WITH_WARNING', 'FAILED', 'CANCELLED'];

const why = ({ warning, error }: Run): string =>
  warning ?? (error ? `${error.message} ${error.hint}` : 'Somebody else disconnected the endpoint or saved a mapping.');

function progressLine({ status, progress, rowsFetched }: Run): string {
  const share = String(Math.round(progress * 100)).padStart(3);
  const rows = rowsFetched > 0 ? `${count(rowsFetched)} rows` : '';
  return `${status.padEnd(10)} ${bar(progress, 30)} ${share} %  ${rows}`;
}
