export * from './accounts.ts';
export * from './outlines.ts';
export * from './saved-views.ts';
export * from './standings.ts';
export * from './table.ts';
