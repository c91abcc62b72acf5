export { mayPass } from '../../../db/passing-errors.ts';
export * from './claims.ts';
export * from './custom-api.ts';
export * from './due.ts';
export * from './finish-run.ts';
export * from './last-answer.ts';
export * from './sync-run.ts';
