import { isSendable, post, refusalOf, UNSENDABLE } from './http.ts';

const STORAGE_KEY = 'tributary:apiKey';

/** What is known about the key in use. */
export type KeyState =
  | { readonly kind: 'missing' }
  | { readonly kind: 'checking' }
  | { readonly kind: 'accepted'; readonly as: string | null }
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'unreachable'; readonly reason: string };

// Session storage ends with the browser tab and is not shared with others: a key should not outlive the sitting.
export const loadKey = (): string => window.sessionStorage.getItem(STORAGE_KEY) ?? '';

export function storeKey(key: string): void {
  if (key === '') window.sessionStorage.removeItem(STORAGE_KEY);
  else window.sessionStorage.setItem(STORAGE_KEY, key);
}

/** What people paste: blanks around it, or the whole header value. */
export const tidyKey = (typed: string): string =>
  typed
    .trim()
    .replace(/^Bearer\s+/i, '')
    .trim();

type ViewerAnswer = { data?: { viewer?: { role: string; workspace: { name: string } } | null } | null };

/** Asks the server whose key it is: an open introspection would say nothing about the key. */
export async function checkKey(key: string, signal: AbortSignal): Promise<KeyState> {
  if (key === '') return { kind: 'missing' };
  if (!isSendable(key)) return { kind: 'refused', reason: UNSENDABLE };
  const query = 'query ExplorerKeyCheck { viewer { role workspace { name } } }';
  try {
    const answer = await post(key, { query }, signal);
    const refusal = refusalOf(answer);
    if (refusal !== null) return { kind: 'refused', reason: refusal };
    const viewer = (answer.body as ViewerAnswer).data?.viewer;
    if (viewer === null) return { kind: 'refused', reason: 'It belongs to no workspace.' };
    return { kind: 'accepted', as: viewer ? `${viewer.workspace.name}, ${viewer.role}` : null };
  } catch (error) {
    return { kind: 'unreachable', reason: error instanceof Error ? error.message : String(error) };
  }
}
