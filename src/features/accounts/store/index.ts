export * from './accounts.ts';
export * from './movers.ts';
export * from './names.ts';
export * from './outlines.ts';
export * from './saved-views.ts';
export * from './standings.ts';
export * from './summary.ts';
export * from './table.ts';
