export * from './feed.ts';
export * from './live.ts';
export * from './rules.ts';
export * from './signals.ts';
export * from './summary.ts';
