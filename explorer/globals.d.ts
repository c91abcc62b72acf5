// Filled in by build.ts: constants in the bundle.

/** Every file of `examples/`, in order of name. */
declare const EXPLORER_EXAMPLES: readonly import('./example.ts').Example[];
/** File names of the editor's workers, beside the bundle. */
declare const EXPLORER_WORKERS: Readonly<Record<'editor' | 'graphql' | 'json', string>>;

declare module '*.css';
