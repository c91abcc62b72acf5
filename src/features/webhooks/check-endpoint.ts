import { isLongerThan, isStorable } from '../../lib/text.ts';
import type { Ctx } from '../kit/ctx.ts';
import type { Refusal } from '../kit/refusal.ts';

export type EndpointInputCode = 'INVALID_INPUT' | 'INVALID_URL' | 'ADDRESS_REFUSED';

const MAX_URL = 4_000;
const MAX_DESCRIPTION = 200;

/** Everything about an endpoint that can be refused without calling it; by the same rules as a custom API's address. */
export function checkEndpoint(
  ctx: Pick<Ctx, 'outbound'>,
  { url, description }: { readonly url?: string; readonly description?: string | null },
): Refusal<EndpointInputCode>[] {
  const refusals: Refusal<EndpointInputCode>[] = [];
  const add = (code: EndpointInputCode, field: string, message: string) =>
    refusals.push({ code, message, field: ['input', field] });
  if (url !== undefined) {
    const failure = url.length > MAX_URL ? null : ctx.outbound.check(url);
    if (url.length > MAX_URL) add('INVALID_URL', 'url', 'The URL has at most 4,000 characters.');
    if (failure) add(failure.code === 'ADDRESS_REFUSED' ? 'ADDRESS_REFUSED' : 'INVALID_URL', 'url', failure.detail);
  }
  if (description && isLongerThan(description, MAX_DESCRIPTION)) {
    add('INVALID_INPUT', 'description', `A description has at most ${MAX_DESCRIPTION} characters.`);
  }
  if (description && !isStorable(description)) {
    add('INVALID_INPUT', 'description', 'The description contains a character that cannot be stored.');
  }
  return refusals;
}

/** Host and port: as much of a URL as may be shown. */
export const hostOf = (url: string): string => new URL(url).host;
