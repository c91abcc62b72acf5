import { cutSample } from './cut-sample.ts';
import { findLists } from './find-lists.ts';
import type { ProbeJob, ProbeResult } from './mapper-job.ts';
import { pagingNotices } from './paging-notices.ts';

export const probe = (job: ProbeJob, answer: unknown, bytes: number): ProbeResult => ({
  ok: true,
  bytes,
  sample: cutSample(answer, bytes, job.sampleBytes),
  notices: pagingNotices(answer, longestList(answer)),
});

/** Most likely the rows. */
const longestList = (answer: unknown): number | null => findLists(answer)[0]?.length ?? null;
