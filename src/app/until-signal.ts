/** Stops gracefully on the first signal; a second one ends the process at once. */
export function stopOnSignal(
  stop: () => Promise<void>,
  signals: readonly NodeJS.Signals[] = ['SIGINT', 'SIGTERM'],
): void {
  let asked = false;
  const onSignal = () => {
    if (asked) process.exit(1);
    asked = true;
    stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  for (const signal of signals) process.on(signal, onSignal);
}

/** What a program says when it cannot start: a sentence for the operator, not a stack. */
export function failToStart(error: unknown): never {
  process.stderr.write(`\nTributary could not start. ${error instanceof Error ? error.message : String(error)}\n\n`);
  process.exit(1);
}
