export * from './evaluations.ts';
export * from './model-budgets.ts';
export * from './secret-keys.ts';
export * from './workspaces.ts';
