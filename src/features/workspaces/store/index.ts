export * from './evaluations.ts';
export * from './workspaces.ts';
