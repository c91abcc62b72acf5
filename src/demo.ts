import { stopOnSignal } from './app/until-signal.ts';
import { startDemo } from './demo/run.ts';

/** The demo: stays up until Ctrl-C; with --once or DEMO_EXIT=1 it ends when the story is told. */
const demo = startDemo(process.env, process.argv.slice(2), process.stdout);
stopOnSignal(demo.stop);
try {
  const told = await demo.told;
  if (demo.once && told) {
    await demo.stop();
    process.stdout.write('\n  Everything is stopped again.\n\n');
    process.exit(0);
  }
  if (told) process.stdout.write('\n  Open the explorer and paste the owner key. Ctrl-C stops everything.\n\n');
} catch (error) {
  await demo.stop();
  process.stderr.write(`\nThe demo stopped. ${error instanceof Error ? error.message : String(error)}\n\n`);
  process.exit(1);
}
