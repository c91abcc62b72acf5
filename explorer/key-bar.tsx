import { useState } from 'react';
import { type KeyState, tidyKey } from './api-key.ts';

type KeyBarProps = { initialKey: string; state: KeyState; onApply: (key: string) => void };

/** The page's header: its name, the API key field, and what the server says about the key. */
export function KeyBar({ initialKey, state, onApply }: KeyBarProps) {
  const [typed, setTyped] = useState(initialKey);
  const [inUse, setInUse] = useState(initialKey);
  const [shown, setShown] = useState(false);

  // Called when a key is complete, never while it is typed: halves of keys would reach the server as failed attempts.
  const apply = (text: string) => {
    const key = tidyKey(text);
    setTyped(key);
    setInUse(key);
    onApply(key);
  };
  return (
    <header className="key-bar">
      <h1>
        Tributary <span className="subtitle">API explorer</span>
      </h1>
      <div className="key-field">
        <label htmlFor="api-key">API key</label>
        {/* Not in a form, and not named like a password: browsers would offer to store the key. */}
        <input
          id="api-key"
          type={shown ? 'text' : 'password'}
          value={typed}
          placeholder="Paste an API key"
          autoComplete="off"
          spellCheck={false}
          aria-describedby="key-state"
          aria-invalid={state.kind === 'refused'}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={(event) => event.key === 'Enter' && apply(typed)}
          onBlur={(event) => {
            // Going to a button beside the field is not leaving it: the button says what to do.
            const stays = event.currentTarget.parentElement?.contains(event.relatedTarget);
            if (!stays && tidyKey(typed) !== inUse) apply(typed);
          }}
        />
        <button type="button" aria-pressed={shown} onClick={() => setShown(!shown)}>
          {shown ? 'Hide' : 'Show'}
        </button>
        <button type="button" className="use" onClick={() => apply(typed)}>
          Use key
        </button>
        {inUse !== '' && (
          <button type="button" onClick={() => apply('')}>
            Forget
          </button>
        )}
      </div>
      <p id="key-state" className={`key-state ${state.kind}`} aria-live="polite">
        {sentence(state)}
      </p>
    </header>
  );
}

function sentence(state: KeyState): string {
  switch (state.kind) {
    case 'missing':
      return 'No API key: paste one to load the schema and run operations. It is kept until this tab is closed.';
    case 'checking':
      return 'Checking the key…';
    case 'accepted':
      return state.as === null ? 'Key in use.' : `Connected: ${state.as}`;
    case 'refused':
      return `The server refused this API key. ${state.reason}`;
    case 'unreachable':
      return state.reason;
  }
}
