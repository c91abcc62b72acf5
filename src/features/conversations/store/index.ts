export * from './claims.ts';
export * from './conversations.ts';
export * from './events.ts';
export * from './turns.ts';
