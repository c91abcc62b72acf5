/**
 * What a message of pub/sub comes to, found out once for all in this process who hear it: they are given the same object. The
 * message's channel must be what decides: its workspace, and nothing of who listens.
 */
export function oncePerMessage<T>(): (message: unknown, find: () => Promise<T>) => Promise<T> {
  const found = new WeakMap<object, Promise<T>>();
  return (message, find) => {
    if (typeof message !== 'object' || message === null) return find();
    const known = found.get(message);
    if (known) return known;
    const finding = find();
    found.set(message, finding);
    return finding;
  };
}
