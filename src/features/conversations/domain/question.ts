import { isLongerThan, isStorable, trimAsciiBlanks, visible } from '../../../lib/text.ts';

export const LONGEST_QUESTION = 2_000;
const LONGEST_TITLE = 80;

/** What is wrong with a question; null when it can be asked. */
export function problemWithQuestion(question: string): string | null {
  if (isLongerThan(question, LONGEST_QUESTION)) return `A question has at most ${LONGEST_QUESTION} characters.`;
  if (!isStorable(question)) return 'The question holds NUL, or half a surrogate pair.';
  return visible(question, LONGEST_QUESTION).replace(/[\p{Z}\s\ufffd]/gu, '') === '' ? 'Ask something.' : null;
}

/** A line that is short enough for a list. */
export const titleOf = (question: string): string =>
  visible(trimAsciiBlanks(question).replace(/\s+/g, ' '), LONGEST_TITLE);
