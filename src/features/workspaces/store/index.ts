export * from './evaluations.ts';
export * from './secret-keys.ts';
export * from './workspaces.ts';
