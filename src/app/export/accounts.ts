import type { IncomingMessage, ServerResponse } from 'node:http';
import { askAccounts, type ExportedAccount, exportAccounts, findSavedView } from '../../features/accounts/index.ts';
import type { Ctx } from '../../features/kit/ctx.ts';
import { listMetrics } from '../../features/usage/index.ts';
import { createDeadline } from '../../graphql/deadline.ts';
import { unauthenticated, wasCanceled } from '../../graphql/errors.ts';
import { limitError, rateLimited } from '../../graphql/limits/refusals.ts';
import type { RateLimits } from '../../graphql/rates/rate-limits.ts';
import { BYTE_ORDER_MARK, csvLine } from '../../lib/csv.ts';
import { dayOfInstant } from '../../lib/day.ts';
import { sendError, sendGraphqlError } from '../answer.ts';
import type { Gate } from '../gate.ts';
import type { Serving } from '../serving.ts';
import { type Column, columnsOf } from './columns.ts';
import { readExportRequest } from './request.ts';
import { createSlots } from './slots.ts';
import { drained } from './stream.ts';

export const EXPORT_PATH = '/export/accounts.csv';
export const EXPORT_METHODS = 'GET, HEAD';

export type ExportDoor = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** Each holds a connection to the database while its client reads, of the eight that all who ask share. */
const AT_ONCE = 2;
const RETRY_MS = 5_000;

type Doors = { readonly gate: Gate; readonly rates: RateLimits; readonly serving: Serving };

/** The account table as a file, streamed: as of one moment, and however long in the memory of one batch. */
export function createExportDoor({ gate, rates, serving }: Doors): ExportDoor {
  const slots = createSlots(AT_ONCE);
  return async (request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('allow', `${EXPORT_METHODS}, OPTIONS`);
      const message = `${EXPORT_PATH} is fetched with GET.`;
      return sendError(response, { status: 405, code: 'BAD_REQUEST', message });
    }
    const entering = gate.enter(request.headers.authorization, request.socket.remoteAddress);
    const entry = await createDeadline(serving.patience).race(entering);
    if (entry.kind === 'closed') return sendGraphqlError(response, entry.error);
    const { ctx } = entry;
    if (!ctx) return sendGraphqlError(response, unauthenticated());
    const tooOften = rates.operation(ctx.actor);
    if (tooOften) return sendGraphqlError(response, tooOften);
    const release = slots.take(ctx.actor.workspace);
    if (!release) {
      serving.onRateLimited();
      const what = `One export of a workspace runs at a time, and ${AT_ONCE} in all.`;
      return sendGraphqlError(response, rateLimited(what, RETRY_MS));
    }
    const snapshot = ctx.db.snapshot();
    // Whoever hangs up ends the statement under way, too.
    response.once('close', snapshot.end);
    try {
      await exportTo(response, { ...ctx, db: snapshot }, request);
    } finally {
      snapshot.end();
      release();
    }
  };
}

async function exportTo(response: ServerResponse, ctx: Ctx, request: IncomingMessage): Promise<void> {
  const asked = readExportRequest((request.url ?? '').replace(/^[^?]*/, ''));
  if (!asked.ok) return sendError(response, { status: 400, code: 'BAD_USER_INPUT', message: asked.error });
  const metrics = await listMetrics(ctx);
  const query = await askAccounts(ctx, asked.value.asked, async () => metrics);
  if (!query.ok) {
    const [refusal] = query.error;
    const isMissing = refusal?.code === 'NOT_FOUND';
    const [status, code] = isMissing ? ([404, 'NOT_FOUND'] as const) : ([400, 'BAD_USER_INPUT'] as const);
    return sendError(response, { status, code, message: refusal?.message ?? 'Refused.' });
  }
  const viewId = asked.value.asked.view ?? null;
  const view = viewId === null ? null : await findSavedView(ctx, viewId);
  const head = () =>
    response.writeHead(200, {
      'content-type': 'text/csv; charset=utf-8; header=present',
      'content-disposition': disposition(view?.name ?? null, dayOfInstant(ctx.clock.now().getTime())),
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
  if (request.method === 'HEAD') {
    head().end();
    return;
  }
  const batches = exportAccounts(ctx, query.value);
  // Before anything is sent: what fails from the start is told as an error.
  const first = await batches.next().catch((error: unknown) => {
    if (!wasCanceled(error)) throw error;
    return null;
  });
  if (!first) return sendGraphqlError(response, limitError('DEADLINE_EXCEEDED', 'Reading took too long. Try again.'));
  head();
  const columns = columnsOf(view?.columns ?? [], metrics);
  const titles = csvLine(columns.map(({ title }) => title));
  response.write(`${asked.value.isMarked ? BYTE_ORDER_MARK : ''}${titles}`);
  if (!first.done) response.write(linesOf(first.value, columns));
  for await (const batch of batches) {
    await drained(response);
    response.write(linesOf(batch, columns));
  }
  await drained(response);
  response.end();
}

const linesOf = (batch: readonly ExportedAccount[], columns: readonly Column[]): string =>
  batch.map((row) => csvLine(columns.map(({ read }) => read(row)))).join('');

/** The view's name, where there is one: in ASCII for old clients, and as it is (RFC 6266). */
function disposition(view: string | null, day: string): string {
  const plain = `attachment; filename="accounts-${day}.csv"`;
  if (view === null) return plain;
  const encoded = encodeURIComponent(`${view.replace(/[\\/:*?"<>|\p{Cc}]/gu, '-')} ${day}.csv`);
  return `${plain}; filename*=UTF-8''${encoded.replace(/['()*!]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)}`;
}
