type Options = {
  /** A stop that takes longer is given up. */
  readonly withinMs?: number;
  readonly signals?: readonly NodeJS.Signals[];
};

/** Stops gracefully on the first signal; a second one ends the process at once. */
export function stopOnSignal(
  stop: () => Promise<void>,
  { withinMs = 60_000, signals = ['SIGINT', 'SIGTERM'] }: Options = {},
): void {
  let asked = false;
  const onSignal = () => {
    if (asked) process.exit(1);
    asked = true;
    setTimeout(() => failToGoOn(`It could not stop cleanly in ${Math.round(withinMs / 1000)} s.`), withinMs).unref();
    stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  for (const signal of signals) process.on(signal, onSignal);
}

/** What a program says when it cannot start: a sentence for the operator, not a stack. */
export const failToStart = (error: unknown): never =>
  end(`Tributary could not start. ${error instanceof Error ? error.message : String(error)}`);

/** The same when it cannot go on. */
export const failToGoOn = (reason: string): never => end(`Tributary ended. ${reason}`);

function end(sentence: string): never {
  process.stderr.write(`\n${sentence}\n\n`);
  process.exit(1);
}
