#!/usr/bin/env node
import { runCli } from './app/cli/run-cli.ts';

/** The operator's commands; `tributary --help` lists them. */
process.exitCode = await runCli(process.argv.slice(2), process.env, {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
});
