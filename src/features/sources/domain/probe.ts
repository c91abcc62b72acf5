import { cutSample } from './cut-sample.ts';
import { findLists } from './find-lists.ts';
import type { PagingJob, ProbeJob, ProbeResult } from './mapper-job.ts';
import { nextOf } from './next-page.ts';
import { pagingNotices } from './paging-notices.ts';

export const probe = (job: ProbeJob, paging: PagingJob | null, answer: unknown, bytes: number): ProbeResult => ({
  ok: true,
  bytes,
  sample: cutSample(answer, bytes, job.sampleBytes),
  notices: paging ? nextNotices(paging, answer) : pagingNotices(answer, longestList(answer)),
});

/** A path that leads nowhere looks like an answer of one page. */
function nextNotices(paging: PagingJob, answer: unknown): string[] {
  const next = nextOf(paging, answer);
  if (!next.ok) return [`${next.error.message}. ${next.error.hint}`];
  const signs = pagingNotices(answer, longestList(answer));
  if (paging.nextPath === null || next.value !== null || signs.length === 0) return [];
  return [`${paging.nextPath} gives nothing on this answer, so it is read as the only page. ${signs.join(' ')}`];
}

/** Most likely the rows. */
const longestList = (answer: unknown): number | null => findLists(answer)[0]?.length ?? null;
