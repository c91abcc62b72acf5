export type Conversation = {
  readonly id: string;
  /** The beginning of its first question. */
  readonly title: string;
  readonly createdAt: Date;
  readonly lastTurnAt: Date;
};

export const TURN_STATES = ['QUEUED', 'RUNNING', 'ANSWERED', 'FAILED'] as const;
export type TurnState = (typeof TURN_STATES)[number];

/** Without what it came to, which may be long: see `findResults`. */
export type Turn = {
  readonly id: string;
  readonly conversationId: string;
  /** Within its conversation, from 1. */
  readonly number: number;
  readonly question: string;
  readonly state: TurnState;
  /** Why it failed; null unless it did. */
  readonly failure: string | null;
  /** The sequence number of the last event that was told. */
  readonly told: number;
  readonly createdAt: Date;
  readonly finishedAt: Date | null;
};

/**
 * Something to tell those who follow a turn. What an answer is made of and what is told on the way is the assistant's to know;
 * here it is JSON, but for two things: pieces of `TEXT` may be joined, and the kinds that end a turn are the states it ends in.
 */
export type TurnNews = { readonly kind: string; readonly text?: string };
export type ToldEvent = { readonly sequence: number; readonly event: TurnNews };

/** What a worker is given to work on. */
export type TurnTask = {
  readonly id: string;
  readonly keyId: string;
  readonly question: string;
  /** Answered before in the same conversation, oldest first; at most some. */
  readonly history: readonly { readonly question: string; readonly result: unknown }[];
  /** Which try this is, from 1. */
  readonly tries: number;
  /** Whether an earlier try has told something. */
  readonly hasTold: boolean;
};

/** What a try comes to. */
export type TurnEnd =
  | { readonly state: 'ANSWERED'; readonly result: unknown }
  | { readonly state: 'FAILED'; readonly failure: string };

/** The same, or nothing, because the worker is about to end: the next one tries as if this one had not. */
export type TurnOutcome = TurnEnd | { readonly state: 'LEFT' };
