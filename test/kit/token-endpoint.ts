import {
  type Behaviour,
  json,
  type MisbehavingEndpoint,
  startMisbehavingEndpoint,
  status,
} from './misbehaving-endpoint.ts';

/** A customer's token endpoint (RFC 6749). It gives out a new token each time, unless a test tells it otherwise. */
export type TokenEndpoint = MisbehavingEndpoint & {
  /** The address to give as `tokenUrl`; nobody but the token endpoint may ever hear of its path. */
  readonly tokenUrl: string;
  /** Tokens given out so far, oldest first. */
  readonly issued: string[];
  /** Gives out a token; what the answer says besides may be changed. */
  readonly issues: (changes?: object) => Behaviour;
  /** What to connect with. */
  readonly auth: (changes?: object) => { readonly oauth2: object };
};

export const CLIENT_ID = 'client-7';
export const CLIENT_SECRET = 'client5ecret&+/%:ü';
const PATH = '/hidden-path/token';

export async function startTokenEndpoint(): Promise<TokenEndpoint> {
  // Another host than that of the endpoints, so that a test sees whose name is told.
  const endpoint = await startMisbehavingEndpoint({ host: '127.0.0.2' });
  const issued: string[] = [];
  const issues =
    (changes: object = {}): Behaviour =>
    (request, response) => {
      const token = `issued.t0ken.${issued.length + 1}`;
      issued.push(token);
      json({ access_token: token, token_type: 'Bearer', expires_in: 3600, ...changes })(request, response);
    };
  endpoint.respond(issues());
  const tokenUrl = endpoint.url + PATH;
  const auth = (changes: object = {}) => ({
    oauth2: { tokenUrl, clientId: CLIENT_ID, clientSecret: CLIENT_SECRET, ...changes },
  });
  return { ...endpoint, tokenUrl, issued, issues, auth };
}

/** Answers only whoever sends one of the tokens that are good at the moment. */
export const onlyWith =
  (good: () => readonly string[], behaviour: Behaviour): Behaviour =>
  (request, response) => {
    const sent = request.headers.authorization;
    (good().some((token) => sent === `Bearer ${token}`) ? behaviour : status(401))(request, response);
  };
