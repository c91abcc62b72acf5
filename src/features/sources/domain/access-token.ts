import { err, ok, type Result } from '../../../lib/result.ts';
import { parseJson } from './parse-json.ts';

export type AccessToken = {
  readonly token: string;
  /** From when it was asked for; null when the token endpoint does not say. */
  readonly lifetimeMs: number | null;
};

/** All headers of a request together may have 16 KB. */
export const MAX_TOKEN_LENGTH = 15 * 1024;
/** What the Authorization header can carry (RFC 9110), without blanks at the ends, which it would lose. */
const CARRIED = /^[\x21-\x7e\x80-\xff](?:[\x20-\x7e\x80-\xff]*[\x21-\x7e\x80-\xff])?$/;

/** A token endpoint's answer of status 2xx (RFC 6749, 5.1); or what is wrong with it, in words that quote nothing of it. */
export function judgeTokenAnswer(text: string): Result<AccessToken, string> {
  const answer = parseObject(text);
  if (!answer) return err('The answer is not a JSON object.');
  const { access_token: token, token_type: type, expires_in: life } = answer;
  if (typeof token !== 'string' || token === '') {
    const said = standardError(answer);
    return err(`The answer holds no access_token${said === null ? '' : `; it says ${said}`}.`);
  }
  if (type !== undefined && type !== null && !(typeof type === 'string' && type.toLowerCase() === 'bearer')) {
    return err('The token_type is not bearer.');
  }
  if (token.length > MAX_TOKEN_LENGTH) return err(`The access_token is longer than ${MAX_TOKEN_LENGTH} characters.`);
  if (!CARRIED.test(token)) return err('The access_token holds a character that no header can carry.');
  return ok({ token, lifetimeMs: lifetimeOf(life) });
}

/** RFC 6749, 5.2. Nothing else out of a refusal is told: it may repeat what was sent. */
const STANDARD_ERRORS = [
  'invalid_request',
  'invalid_client',
  'invalid_grant',
  'unauthorized_client',
  'unsupported_grant_type',
  'invalid_scope',
] as const;
export type TokenErrorCode = (typeof STANDARD_ERRORS)[number];

/** The standard code in a refusal of the token endpoint; null when there is none. */
export const readTokenError = (text: string): TokenErrorCode | null => standardError(parseObject(text) ?? {});

const standardError = ({ error }: Readonly<Record<string, unknown>>): TokenErrorCode | null =>
  STANDARD_ERRORS.find((code) => code === error) ?? null;

const LONGEST_MARGIN_MS = 60_000;

/** Until when a token is used again, as milliseconds since 1970: what is asked for just before it expires may arrive after. */
export const reusableUntil = ({ lifetimeMs }: AccessToken, askedAtMs: number): number =>
  lifetimeMs === null
    ? Number.POSITIVE_INFINITY
    : askedAtMs + lifetimeMs - Math.min(LONGEST_MARGIN_MS, lifetimeMs / 10);

/** Some send the number as text. What is no lifetime at all counts as unsaid: the endpoint refuses the token in time. */
function lifetimeOf(life: unknown): number | null {
  const seconds = typeof life === 'string' && /^\d{1,12}$/.test(life) ? Number(life) : life;
  return typeof seconds === 'number' && Number.isFinite(seconds) ? Math.max(0, seconds) * 1000 : null;
}

function parseObject(text: string): Readonly<Record<string, unknown>> | null {
  const parsed = parseJson(text);
  if (!parsed.ok) return null;
  const { value } = parsed;
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null;
}
