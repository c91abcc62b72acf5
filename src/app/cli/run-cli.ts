import { parseArgs } from 'node:util';
import { readConfig } from '../../platform/config.ts';
import { COMMANDS, type Command } from './commands.ts';
import { helpFor, overview } from './help.ts';
import { openOperator } from './operator.ts';
import { Refused } from './refused.ts';

export type Print = { readonly out: (text: string) => void; readonly err: (text: string) => void };

/** Done; the command could not do it; the command was not understood. */
export const EXIT = { ok: 0, failed: 1, usage: 2 } as const;

/** Runs one command and returns the exit code. Results go to standard output, everything else to standard error. */
export async function runCli(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
  print: Print,
): Promise<number> {
  const wantsHelp = args.includes('--help') || args.includes('-h');
  const command = COMMANDS.find(({ words }) => words.every((word, index) => args[index] === word));
  if (!command) {
    const asked = wantsHelp || args.length === 0 || args[0] === 'help';
    if (asked) print.out(overview());
    else print.err(`There is no command "${args.join(' ')}".\n\n${overview()}`);
    return asked && args.length > 0 ? EXIT.ok : EXIT.usage;
  }
  if (wantsHelp) {
    print.out(helpFor(command));
    return EXIT.ok;
  }
  const values = readOptions(command, args.slice(command.words.length));
  if (typeof values === 'string') {
    print.err(`${values}\n\n${helpFor(command)}`);
    return EXIT.usage;
  }
  try {
    const operator = await openOperator(readConfig(environment));
    try {
      print.out(await command.run(operator, values));
    } finally {
      await operator.close();
    }
    return EXIT.ok;
  } catch (error) {
    print.err(`${error instanceof Error ? error.message : String(error)}\n`);
    return error instanceof Refused && error.usage ? EXIT.usage : EXIT.failed;
  }
}

/** The options by name, or what is wrong with them. */
function readOptions(command: Command, args: readonly string[]): Record<string, string> | string {
  const names = Object.keys(command.options);
  const options = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]));
  try {
    const { values } = parseArgs({ args: [...args], options, strict: true, allowPositionals: false });
    const given = values as Record<string, string | undefined>;
    const missing = names.filter((name) => !given[name]?.trim());
    if (missing.length > 0) return `${command.words.join(' ')} needs ${missing.map((name) => `--${name}`).join(', ')}.`;
    return Object.fromEntries(names.map((name) => [name, given[name]?.trim() ?? '']));
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
