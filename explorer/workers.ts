// The editor checks and completes in workers. They are files of ours beside the bundle: left to itself the editor
// would look for them on a public network, or wrap them in blobs that the content security policy refuses.
Object.assign(globalThis, { MonacoEnvironment: { getWorker } });

function getWorker(_id: string, label: string): Worker {
  const file = label === 'graphql' || label === 'json' ? EXPLORER_WORKERS[label] : EXPLORER_WORKERS.editor;
  return new Worker(new URL(file, import.meta.url), { name: label });
}
