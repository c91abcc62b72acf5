/** In JSON text, where a backslash that is meant is written twice: NUL, or half a surrogate pair. */
const ESCAPE = /\\(?:u(?:0000|d[89a-f][0-9a-f]{2})|.)/g;

/** The value as JSON that PostgreSQL stores: what jsonb refuses, and so would fail everything told with it, is replaced. */
export const storableJson = (value: unknown): string =>
  JSON.stringify(value).replace(ESCAPE, (written) => (written.length > 2 ? '\\ufffd' : written));
