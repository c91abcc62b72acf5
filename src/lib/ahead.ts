/**
 * The same, each asked for while the one before it is used: what makes them and what uses them work side by side. Whoever stops
 * early waits for the one that is being made, and it is never heard of: nothing goes on behind his back.
 */
export async function* ahead<T>(source: AsyncIterable<T>): AsyncGenerator<T, void, undefined> {
  const stream = source[Symbol.asyncIterator]();
  const ask = () => {
    const asked = stream.next();
    // Told of when it is its turn.
    asked.catch(() => {});
    return asked;
  };
  let next = ask();
  try {
    while (true) {
      const { done, value } = await next;
      if (done) return;
      next = ask();
      yield value;
    }
  } finally {
    await next.catch(() => {});
    await stream.return?.();
  }
}
