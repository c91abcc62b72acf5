import { COMMANDS, type Command } from './commands.ts';

const usage = ({ words, options }: Command): string =>
  ['tributary', ...words, ...Object.entries(options).map(([name, { shape }]) => `--${name} ${shape}`)].join(' ');

export const overview = (): string => `Tributary's commands for its operator.

${COMMANDS.map((command) => `  ${usage(command)}\n      ${command.summary}\n`).join('')}
They read the server's environment: DATABASE_URL, or TRIBUTARY_DATA_DIR for the embedded database, and TRIBUTARY_SECRET_KEY.
They work beside a running server and without one. In a checkout: npm run tributary -- <command>, after npm run build.
`;

export const helpFor = (command: Command): string =>
  `Usage: ${usage(command)}\n\n${command.summary}\n${Object.entries(command.options)
    .map(([name, { meaning }]) => `\n  --${name.padEnd(10)} ${meaning}`)
    .join('')}${Object.keys(command.options).length > 0 ? '\n' : ''}`;
