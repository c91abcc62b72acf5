export * from './candidates.ts';
export * from './history.ts';
export * from './links.ts';
export * from './merge.ts';
export * from './metrics.ts';
export * from './read.ts';
export * from './rollup.ts';
export * from './staging.ts';
