export * from './claims.ts';
export * from './deliveries.ts';
export * from './due.ts';
export * from './emit.ts';
export * from './endpoints.ts';
