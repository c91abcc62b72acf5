export * from './custom-api.ts';
export * from './finish-run.ts';
export * from './sync-run.ts';
