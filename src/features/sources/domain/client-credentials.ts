/** OAuth2 client credentials (RFC 6749, 4.4): a token is asked for in the client's own name, without a person. */
export type ClientCredentials = {
  readonly kind: 'OAUTH2_CLIENT_CREDENTIALS';
  readonly tokenUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Names with blanks between them; null asks for what the client gets anyway. */
  readonly scope: string | null;
  /** Which API the token is for, where the token endpoint wants to know; null when it does not. */
  readonly audience: string | null;
  readonly clientAuthentication: 'BASIC' | 'BODY';
};

export type TokenRequest = { readonly headers: Record<string, string>; readonly body: string };

export function tokenRequest(client: ClientCredentials): TokenRequest {
  const { clientId, clientSecret, scope, audience, clientAuthentication } = client;
  const form = new URLSearchParams({ grant_type: 'client_credentials' });
  if (scope !== null) form.set('scope', scope);
  if (audience !== null) form.set('audience', audience);
  const headers: Record<string, string> = {
    accept: 'application/json',
    'content-type': 'application/x-www-form-urlencoded',
  };
  if (clientAuthentication === 'BASIC') {
    headers['authorization'] = `Basic ${Buffer.from(basicPair(client)).toString('base64')}`;
  } else {
    form.set('client_id', clientId);
    form.set('client_secret', clientSecret);
  }
  return { headers, body: form.toString() };
}

/** RFC 6749, 2.3.1: each is form-encoded first, unlike in the Basic authentication of everybody else. */
export const basicPair = ({ clientId, clientSecret }: ClientCredentials): string =>
  `${formEncoded(clientId)}:${formEncoded(clientSecret)}`;

export const formEncoded = (text: string): string => new URLSearchParams({ '': text }).toString().slice(1);
