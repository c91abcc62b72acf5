import { createAllowList } from '../http/allow-list.ts';

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** Where the model's service may be: the key goes there, so that unencrypted only to this machine and where the operator said. */
export function isModelUrl(text: string, allowedCidrs: readonly string[]): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, password, search, hash } = new URL(text);
  if (username || password || search || hash) return false;
  if (protocol === 'https:') return true;
  if (protocol !== 'http:') return false;
  return LOOPBACK.test(hostname) || createAllowList(allowedCidrs).has(hostname.replace(/^\[(.*)\]$/, '$1'));
}
