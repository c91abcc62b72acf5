import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** A program beside `server`, from the same kind of file: TypeScript in development and tests, JavaScript once built. */
export function forkEntry(name: 'worker', environment: NodeJS.ProcessEnv): ChildProcess {
  const typescript = import.meta.url.endsWith('.ts');
  const path = fileURLToPath(new URL(`../${name}.${typescript ? 'ts' : 'js'}`, import.meta.url));
  return fork(path, [], { env: environment, execArgv: typescript ? ['--import', 'tsx'] : [], stdio: 'inherit' });
}
