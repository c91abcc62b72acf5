import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

/** One of our programs, from the same kind of file as this one: TypeScript in development and tests, JavaScript once built. */
export const programEntry = (name: 'worker' | 'mapper'): URL =>
  new URL(`../${name}.${import.meta.url.endsWith('.ts') ? 'ts' : 'js'}`, import.meta.url);

/** What Node needs to be told to run it: from source a loader, found from here whatever the working directory is. */
export const loaderFlags = (entry: URL): string[] =>
  entry.pathname.endsWith('.ts') ? ['--import', pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href] : [];
