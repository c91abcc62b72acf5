export * from './accounts.ts';
export * from './standings.ts';
