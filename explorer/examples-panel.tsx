import { type GraphiQLPlugin, useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { createContext, useContext, useEffect } from 'react';
import { CUSTOM_API_ID_PLACEHOLDER, type Example } from './example.ts';
import { post } from './http.ts';

const KeyContext = createContext('');

/** Gives the panel the key in use; GraphiQL renders plugins without props. */
export const ExampleKey = KeyContext.Provider;

function ExamplesPanel() {
  const key = useContext(KeyContext);
  const { addTab, changeTab } = useGraphiQLActions();
  const { tabs, activeTabIndex, queryEditor, responseEditor, schema } = useGraphiQL(
    ({ tabs, activeTabIndex, queryEditor, responseEditor, schema }) => ({
      tabs,
      activeTabIndex,
      queryEditor,
      responseEditor,
      schema,
    }),
  );

  // The comments of an example are its manual: none of it should be beyond the edge.
  useEffect(() => queryEditor?.updateOptions({ wordWrap: 'on' }), [queryEditor]);

  // Before there was a key, the schema was refused and the response says so; with a schema that is no longer true.
  useEffect(() => {
    if (schema && responseEditor?.getValue().includes('UNAUTHENTICATED')) responseEditor.setValue('');
  }, [schema, responseEditor]);

  async function open(example: Example) {
    const text = await fillIn(example.text, key);
    const already = tabs.findIndex((tab) => tab.query === text);
    if (already === activeTabIndex) return;
    if (already >= 0) return changeTab(already);
    if (queryEditor?.getValue().trim() !== '') addTab();
    queryEditor?.setValue(text);
  }
  return (
    <section className="examples" aria-label="Examples">
      <h2>Examples</h2>
      <p>Each opens in a tab of its own. Change what you like, then run it with Ctrl-Enter.</p>
      <ul>
        {EXPLORER_EXAMPLES.map((example) => (
          <li key={example.name}>
            <button type="button" onClick={() => void open(example)}>
              <strong>{example.title}</strong>
              <span className="description">{example.description}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Puts the id of the workspace's custom API where an example needs it; leaves the placeholder when there is none. */
async function fillIn(text: string, key: string): Promise<string> {
  if (!text.includes(CUSTOM_API_ID_PLACEHOLDER)) return text;
  try {
    const { body } = await post(key, { query: 'query ExplorerCustomApi { customApi { id } }' });
    const id = (body as { data?: { customApi?: { id: string } | null } }).data?.customApi?.id;
    return id === undefined ? text : text.replaceAll(CUSTOM_API_ID_PLACEHOLDER, id);
  } catch {
    return text;
  }
}

const ExamplesIcon = () => (
  <svg
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    strokeWidth="1.5"
    strokeLinejoin="round"
    aria-hidden="true"
  >
    <path d="M5 3.5h14v17H5zM9 8l6 4-6 4z" />
  </svg>
);

export const EXAMPLES_PLUGIN: GraphiQLPlugin = { title: 'Examples', icon: ExamplesIcon, content: ExamplesPanel };
