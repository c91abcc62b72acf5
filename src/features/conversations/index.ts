export { type AskLarryCode, askLarry } from './ask-larry.ts';
export { type DeleteConversationCode, deleteConversation } from './delete-conversation.ts';
export { findConversations, findResults, findTurns } from './find-conversations.ts';
export { sweepConversationsJob, turnJob } from './jobs.ts';
export { listConversations, listTurns } from './list-conversations.ts';
export type { Conversation, Turn, TurnEnd, TurnNews, TurnOutcome, TurnState, TurnTask } from './model.ts';
export { sweepConversations } from './sweep-conversations.ts';
export { type WatchedEvent, watchTurn } from './watch-turn.ts';
export { handOutTurns, type TurnWork, workOnTurn } from './work-on-turn.ts';
