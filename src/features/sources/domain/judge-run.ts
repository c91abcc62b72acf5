import type { Problem, RowCounts } from './mapper-job.ts';
import { NO_ACCOUNT } from './read-row.ts';
import type { RunError } from './sync-run.ts';

/** Rows came and none can be stored: the mapping no longer reaches them, and a person has to look. Null when some can. */
export function nothingMapped(counts: RowCounts, problems: readonly Problem[]): RunError | null {
  if (counts.rows === 0 || counts.mapped > 0) return null;
  if (counts.outsideWindow === counts.rows) {
    return {
      code: 'NO_ROWS_IN_WINDOW',
      message: `All ${counts.rows} rows have a day outside the window that was asked for.`,
      hint: 'Check that the endpoint uses {start_date} and {end_date}, and that date_path is the day of the usage.',
    };
  }
  const [worst] = problems;
  return {
    code: 'NO_ROWS_MAPPED',
    message: `None of ${counts.rows} rows can be stored${worst ? `: ${worst.message} (${worst.count} rows)` : ''}.`,
    hint: worst?.hint ?? 'Preview the mapping against a fresh answer.',
  };
}

/** What to look at although the run succeeded; null when nothing. */
export function runWarning(counts: RowCounts, problems: readonly Problem[]): string | null {
  if (counts.rows === 0) return 'The endpoint answered with zero rows: stored data stays as it was.';
  const parts: string[] = [];
  if (counts.errors > 0) {
    const worst = problems.find((problem) => problem.message !== NO_ACCOUNT.message);
    parts.push(`${counts.errors} of ${counts.rows} rows have errors${worst ? ` (most often: ${worst.message})` : ''}`);
  }
  if (counts.skipped > 0) parts.push(`${counts.skipped} of ${counts.rows} rows name no account`);
  if (counts.outsideWindow > 0) parts.push(`${counts.outsideWindow} of ${counts.rows} rows are outside the window`);
  return parts.length === 0 ? null : `${parts.join('; ')}: they were left out.`;
}
