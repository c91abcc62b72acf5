import { GraphiQL, HISTORY_PLUGIN } from 'graphiql';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { checkKey, type KeyState, loadKey, storeKey } from './api-key.ts';
import { EXAMPLES_PLUGIN, ExampleKey } from './examples-panel.tsx';
import { createKeyedFetcher } from './fetcher.ts';
import { KeyBar } from './key-bar.tsx';

const PLUGINS = [EXAMPLES_PLUGIN, HISTORY_PLUGIN];
const FIRST_TAB = EXPLORER_EXAMPLES.slice(0, 1).map(({ text }) => ({ query: text }));

export function Explorer() {
  const [key, setKey] = useState(loadKey);
  const [state, setState] = useState<KeyState>({ kind: key === '' ? 'missing' : 'checking' });
  // Counts uses, so that giving the same key again asks the server again.
  const [attempt, setAttempt] = useState(0);

  const onRefused = useCallback(
    (reason: string) => setState((now) => (now.kind === 'missing' ? now : { kind: 'refused', reason })),
    [],
  );
  // A new fetcher makes GraphiQL fetch the schema again.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt needs a new fetcher
  const keyed = useMemo(() => createKeyedFetcher(key, onRefused), [key, attempt, onRefused]);
  useEffect(() => () => keyed.dispose(), [keyed]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt is a new check
  useEffect(() => {
    const abort = new AbortController();
    setState({ kind: key === '' ? 'missing' : 'checking' });
    checkKey(key, abort.signal).then((found) => abort.signal.aborted || setState(found));
    return () => abort.abort();
  }, [key, attempt]);

  const applyKey = useCallback((next: string) => {
    storeKey(next);
    setKey(next);
    setAttempt((count) => count + 1);
  }, []);

  return (
    <>
      <KeyBar initialKey={key} state={state} onApply={applyKey} />
      <main>
        <ExampleKey value={key}>
          {/* Operations may carry a customer's credentials: tabs and history end with the browser tab, like the key. */}
          <GraphiQL
            fetcher={keyed.fetcher}
            storage={window.sessionStorage}
            plugins={PLUGINS}
            visiblePlugin={EXAMPLES_PLUGIN}
            defaultTabs={FIRST_TAB}
            defaultQuery=""
            isHeadersEditorEnabled={false}
            showPersistHeadersSettings={false}
            inputValueDeprecation
            schemaDescription
          >
            <GraphiQL.Logo> </GraphiQL.Logo>
          </GraphiQL>
        </ExampleKey>
      </main>
    </>
  );
}
