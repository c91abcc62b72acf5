import { err, ok, type Result } from '../../../lib/result.ts';

/** What a text is as JSON, or what the parser says against it. Other errors, such as too little memory, are thrown on. */
export function parseJson(text: string): Result<unknown, string> {
  try {
    return ok(JSON.parse(text));
  } catch (error) {
    if (error instanceof SyntaxError) return err(error.message);
    throw error;
  }
}

/** The parser's words against a text; empty when it is JSON. */
export function whatIsWrong(text: string): string {
  const parsed = parseJson(text);
  return parsed.ok ? '' : parsed.error;
}
