import type { TurnNews } from './model.ts';

/** Pieces of text come many a second; those who read along see no difference. */
const EVERY_MS = 100;

export type Teller = {
  readonly tell: (news: TurnNews) => void;
  /** Tells no more, and gives back what was not told yet. */
  readonly stop: () => Promise<TurnNews[]>;
};

/**
 * Gathers what is to be told and writes it a little later, in its order. What could not be written is written with what comes
 * next; `append` says false when nothing more may be told.
 */
export function createTeller(append: (news: readonly TurnNews[]) => Promise<boolean>, onLost: () => void): Teller {
  let pending: TurnNews[] = [];
  let timer: NodeJS.Timeout | null = null;
  let writing = Promise.resolve();
  let isOver = false;

  const write = async () => {
    const batch = pending;
    // Half a character waits for its other half.
    const rest = splitLast(batch);
    pending = rest ? [rest] : [];
    if (batch.length === 0) return;
    try {
      if (!(await append(batch))) {
        isOver = true;
        onLost();
      }
    } catch {
      // The database is away: the end of the turn fails with it, or finds it back.
      pending = [...joined(batch, pending[0]), ...pending.slice(1)];
    }
  };
  const later = () => {
    timer ??= setTimeout(() => {
      timer = null;
      writing = writing.then(write);
    }, EVERY_MS);
  };
  return {
    tell: (news) => {
      if (isOver) return;
      const last = pending.at(-1);
      pending = [...pending.slice(0, -1), ...joined(last ? [last] : [], news)];
      later();
    },
    stop: async () => {
      isOver = true;
      if (timer) clearTimeout(timer);
      await writing;
      return pending;
    },
  };
}

/** With one more; text is added to text. */
function joined(news: readonly TurnNews[], next: TurnNews | undefined): TurnNews[] {
  const last = news.at(-1);
  if (!next) return [...news];
  if (last?.kind !== 'TEXT' || next.kind !== 'TEXT') return [...news, next];
  return [...news.slice(0, -1), { ...next, text: `${last.text ?? ''}${next.text ?? ''}` }];
}

/** Takes from the end of the last text what is half a character; null when all of it is whole. */
function splitLast(batch: TurnNews[]): TurnNews | null {
  const last = batch.at(-1);
  const text = last?.kind === 'TEXT' ? (last.text ?? '') : '';
  if (!last || !/[\ud800-\udbff]$/.test(text)) return null;
  batch.pop();
  if (text.length > 1) batch.push({ ...last, text: text.slice(0, -1) });
  return { ...last, text: text.slice(-1) };
}
