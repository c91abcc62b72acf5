import { isStorable } from '../../../lib/text.ts';
import { checkPaging } from './check-paging.ts';
import type { Endpoint, EndpointProblem, RequestSecrets } from './endpoint.ts';
import { PLACEHOLDER_OF } from './paging.ts';
import { type PageName, PLACEHOLDER_HELP, type PlaceholderContext, placeholdersOf } from './placeholders.ts';
import { visible } from './shorten.ts';

const MAX_URL = 4_000;
const MAX_HEADERS = 20;
const MAX_BODY_BYTES = 16 * 1024;
const MAX_SECRET = 4_096;
/** What a header can carry (RFC 9110). The outbound guard holds to the same; here the field at fault can be named. */
const HEADER_VALUE = /^[\t\x20-\x7e\x80-\xff]*$/;
/** RFC 6749, 3.3. */
const SCOPE = /^[\x21\x23-\x5b\x5d-\x7e]+(?: [\x21\x23-\x5b\x5d-\x7e]+)*$/;
const HEADER_NAME = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;

/** Everything about an endpoint that can be refused without calling it. Addresses are checked by the outbound guard. */
export function checkEndpoint(endpoint: Endpoint, secrets: RequestSecrets): EndpointProblem[] {
  const filledName = endpoint.paging && PLACEHOLDER_OF[endpoint.paging.kind];
  const filledByPaging = filledName ? [filledName] : [];
  const problems: EndpointProblem[] = [];
  const add = (field: readonly string[], message: string) => problems.push({ field, message });
  if (endpoint.url.length > MAX_URL) add(['url'], 'The URL has at most 4,000 characters.');
  if (!isStorable(endpoint.url)) add(['url'], 'The URL contains a character that cannot be sent.');
  const placeholders = (text: string, context: PlaceholderContext, field: readonly string[]) => {
    const message = placeholderProblem(text, context, filledByPaging);
    if (message) add(field, message);
  };
  placeholders(endpoint.url, 'URL', ['url']);
  for (const [index, { name, value }] of secrets.headers.entries()) {
    // A secret is looked for in every writing it may have, which takes a second for a few thousand characters.
    if (Math.max(name.length, value.length) > MAX_SECRET)
      add(['headers', `${index}`, 'value'], 'A header has at most 4,096 characters.');
    placeholders(value, 'TEXT', ['headers', `${index}`, 'value']);
  }
  placeholders(secrets.body ?? '', 'TEXT', ['body']);
  if (endpoint.timeoutSeconds < 1 || endpoint.timeoutSeconds > 60) {
    add(['timeoutSeconds'], `timeoutSeconds is 1 to 60, not ${endpoint.timeoutSeconds}.`);
  }
  if (secrets.headers.length > MAX_HEADERS) add(['headers'], `At most ${MAX_HEADERS} headers.`);
  if (secrets.body !== null && endpoint.method === 'GET')
    add(['body'], 'A GET has no body: use POST, or leave it out.');
  if (Buffer.byteLength(secrets.body ?? '') > MAX_BODY_BYTES) add(['body'], 'The body has at most 16 KB.');
  if (!isStorable(secrets.body ?? '')) add(['body'], 'The body contains a character that cannot be sent.');
  return [...problems, ...checkPaging(endpoint, secrets), ...checkAuth(secrets)];
}

/** A page's name that nothing fills is a mistake in a URL; in a body it may be a field of GraphQL. */
function placeholderProblem(text: string, context: PlaceholderContext, filled: readonly PageName[]): string | null {
  const found = placeholdersOf(text, context);
  const malformed = found.flatMap((one) => (one.kind === 'MALFORMED' && one.why ? [one] : []));
  const unknown = found.filter((one) => one.kind === 'MALFORMED' && !one.why);
  const unfilled = found.filter((one) => context === 'URL' && one.kind === 'PAGE' && !filled.includes(one.name));
  const listed = (ones: typeof found) => visible(ones.map((one) => one.text).join(', '), 100);
  const said = [
    unknown.length > 0 ? `Unknown placeholder ${listed(unknown)}.` : '',
    unfilled.length > 0 ? `Nothing fills ${listed(unfilled)}: give paging of that kind.` : '',
    malformed.length > 0 ? `Malformed placeholder ${listed(malformed)}. ${malformed[0]?.why}` : '',
  ].filter((sentence) => sentence !== '');
  return said.length > 0 ? `${said.join(' ')} ${PLACEHOLDER_HELP}` : null;
}

function checkAuth({ auth }: RequestSecrets): EndpointProblem[] {
  const problems: EndpointProblem[] = [];
  const need = (field: readonly string[], value: string, what: string, inHeader = false) => {
    const path = ['auth', ...field];
    if (value === '') problems.push({ field: path, message: `The ${what} may not be empty.` });
    if (value.length > MAX_SECRET) problems.push({ field: path, message: `The ${what} has at most 4,096 characters.` });
    if (/[\0\r\n]/.test(value) || !isStorable(value) || (inHeader && !HEADER_VALUE.test(value))) {
      const message = `The ${what} contains a line break or another character that cannot be sent: paste it again.`;
      problems.push({ field: path, message });
    }
  };
  switch (auth.kind) {
    case 'NONE':
      break;
    case 'BEARER':
      need(['bearer', 'token'], auth.token, 'token', true);
      break;
    case 'BASIC':
      need(['basic', 'username'], auth.username, 'user name');
      need(['basic', 'password'], auth.password, 'password');
      if (auth.username.includes(':')) {
        problems.push({
          field: ['auth', 'basic', 'username'],
          message: 'A user name may not contain a colon (RFC 7617).',
        });
      }
      break;
    case 'HEADER_KEY':
      need(['headerKey', 'name'], auth.name, 'header name');
      if (auth.name !== '' && !HEADER_NAME.test(auth.name)) {
        // Not quoted: a name that is no name is often the key itself, pasted into the wrong field.
        const message = 'A header name may hold letters, digits and hyphens only.';
        problems.push({ field: ['auth', 'headerKey', 'name'], message });
      }
      need(['headerKey', 'value'], auth.value, 'key', true);
      break;
    case 'QUERY_KEY':
      need(['queryKey', 'name'], auth.name, 'parameter name');
      need(['queryKey', 'value'], auth.value, 'key');
      break;
    case 'OAUTH2_CLIENT_CREDENTIALS':
      need(['oauth2', 'tokenUrl'], auth.tokenUrl, 'token URL');
      if (/[{}]/.test(auth.tokenUrl)) {
        problems.push({ field: ['auth', 'oauth2', 'tokenUrl'], message: 'The token URL takes no placeholders.' });
      }
      need(['oauth2', 'clientId'], auth.clientId, 'client id');
      need(['oauth2', 'clientSecret'], auth.clientSecret, 'client secret');
      if (auth.scope !== null && (!SCOPE.test(auth.scope) || auth.scope.length > MAX_SECRET)) {
        const message = 'The scope is one or more names with single blanks between them, at most 4,096 characters.';
        problems.push({ field: ['auth', 'oauth2', 'scope'], message });
      }
      if (auth.audience !== null) need(['oauth2', 'audience'], auth.audience, 'audience');
      break;
  }
  return problems;
}
