import { cutSample } from './cut-sample.ts';
import { findLists } from './find-lists.ts';
import type { PagingJob, ProbeJob, ProbeResult } from './mapper-job.ts';
import { nextOf } from './next-page.ts';
import { pagingNotices } from './paging-notices.ts';
import type { FirstPart } from './reader/first-part.ts';

export const probe = (
  job: ProbeJob,
  paging: PagingJob | null,
  { answer, isWhole }: FirstPart,
  bytes: number,
): ProbeResult => {
  const sample = cutSample(answer, bytes, job.sampleBytes);
  return {
    ok: true,
    bytes,
    sample: { ...sample, truncated: sample.truncated || !isWhole },
    notices: paging ? nextNotices(paging, answer, isWhole) : signs(answer, isWhole),
  };
};

/** A path that leads nowhere looks like an answer of one page. */
function nextNotices(paging: PagingJob, answer: unknown, isWhole: boolean): string[] {
  const next = nextOf(paging, answer);
  if (!next.ok) return [`${next.error.message}. ${next.error.hint}`];
  const found = signs(answer, isWhole);
  if (paging.nextPath === null || next.value !== null || found.length === 0) return [];
  return [`${paging.nextPath} gives nothing on this answer, so it is read as the only page. ${found.join(' ')}`];
}

/** The longest list is most likely that of the rows; of a part, nobody knows how long it is. */
const signs = (answer: unknown, isWhole: boolean): string[] =>
  pagingNotices(answer, isWhole ? (findLists(answer)[0]?.length ?? null) : null);
