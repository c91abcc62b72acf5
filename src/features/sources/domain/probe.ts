import { cutSample } from './cut-sample.ts';
import type { ProbeJob, ProbeResult } from './mapper-job.ts';

export const probe = (job: ProbeJob, answer: unknown, bytes: number): ProbeResult => ({
  ok: true,
  bytes,
  sample: cutSample(answer, bytes, job.sampleBytes),
});
