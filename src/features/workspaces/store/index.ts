export * from './evaluations.ts';
export * from './workspaces.ts';
export * from './secret-keys.ts';
