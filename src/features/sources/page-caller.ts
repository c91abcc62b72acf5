import { setTimeout as sleep } from 'node:timers/promises';
import type { DayWindow } from '../../lib/day.ts';
import { OutboundBodyError, type OutboundResponse } from '../../platform/http/outbound.ts';
import type { MapperBody } from '../../platform/mapper-pool/mapper-pool.ts';
import { AccessTokenError } from './access-tokens.ts';
import { checkMapping } from './domain/check-mapping.ts';
import { type BuiltRequest, buildRequest, type Endpoint, isInLines, type RequestSecrets } from './domain/endpoint.ts';
import type { CompareJob, MapperJob, MapperWork, PageRead } from './domain/mapper-job.ts';
import { firstPosition, nextOfLinkHeader, nextPosition, type Paging, pagingJob } from './domain/paging.ts';
import { MAX_DOCUMENT_BYTES } from './domain/reader/body-reader.ts';
import { type AskFailure, explainThrown, PagingError } from './explain-thrown.ts';

/** Of what is read as it comes: no answer that takes a minute at most is larger. */
const MAX_STREAMED_BYTES = 4 * 1024 ** 3;
/** A preview shows the first rows only. */
const PREVIEW_PAGES = 5;
/** For a page behind the first: what was read of the ones before would be lost with it. */
const PAGE_TRIES = 4;
const MAX_WAIT_SECONDS = 60;

/** What is asked, and what is to be done with the answer. */
export type PageQuestion = {
  readonly endpoint: Endpoint;
  readonly secrets: RequestSecrets;
  readonly window: DayWindow;
  readonly job: MapperWork;
  readonly signal?: AbortSignal;
};

/** The bodies of an answer, and what the mapper child is asked to do with them. */
export type PageCaller = {
  readonly first: () => Promise<MapperBody>;
  /** Null when the answer comes as one. */
  readonly next: ((page: unknown) => Promise<MapperBody | null>) | null;
  readonly job: () => MapperJob;
  readonly notices: () => readonly string[];
  /** Address of the first page, as it may be shown. */
  readonly shownUrl: string;
};

/** How much of an answer may come, in bytes after decompression: the more where none of it has to be held. */
export function mostBytes(job: MapperWork): number {
  if (job.kind === 'probe' || job.kind === 'compare') return MAX_STREAMED_BYTES;
  const mapping = checkMapping(job.mapping);
  return mapping.ok && mapping.value.rows.stream ? MAX_STREAMED_BYTES : MAX_DOCUMENT_BYTES;
}

/** Calls one page after the other, as each says where the next is. */
export function pageCaller(
  { endpoint, secrets, window, job, signal }: PageQuestion,
  call: (request: BuiltRequest) => Promise<OutboundResponse>,
): PageCaller {
  const { paging, answerFormat } = endpoint;
  const limit = job.kind === 'preview' ? PREVIEW_PAGES : (paging?.maxPages ?? 1);
  let position = firstPosition(paging);
  let request = buildRequest(endpoint, secrets, window, position);
  let answer: OutboundResponse | null = null;
  let elements = 0;
  let cutShort = false;
  const asked = new Set<string>([identityOf(request)]);
  const pages = new Set<string>();

  const callPatiently = async (): Promise<OutboundResponse> => {
    for (let tries = 1; ; tries++) {
      try {
        return await call(request);
      } catch (error) {
        const retry = retryOf(error);
        if (!retry || job.kind !== 'extract' || tries >= PAGE_TRIES) throw error;
        const seconds = retry.afterSeconds ?? 2 ** tries;
        if (seconds > MAX_WAIT_SECONDS) throw error;
        await sleep(seconds * 1000, null, signal ? { signal } : {}).catch(() => {
          throw new OutboundBodyError({ code: 'ABORTED', detail: 'The call was cancelled.' });
        });
      }
    }
  };

  const goOn = async (style: Paging, page: PageRead): Promise<MapperBody | null> => {
    if (page.elements > 0 && pages.has(page.digest)) throw looped(asked.size, 'brought the same rows as a page before');
    pages.add(page.digest);
    const seen = { ...page, linkHeader: answer?.link ?? null, rowsBefore: elements };
    const next = nextPosition(style, position, seen, request.url);
    elements += page.elements;
    if (!next.ok) throw pagingFailed(next.error);
    if (next.value === null) return null;
    if (asked.size >= limit) {
      if (job.kind !== 'preview') throw tooManyPages(limit);
      cutShort = true;
      return null;
    }
    position = next.value;
    request = buildRequest(endpoint, secrets, window, position);
    if (asked.has(identityOf(request))) throw looped(asked.size, 'names itself, or a page before, as the next');
    asked.add(identityOf(request));
    answer = await callPatiently();
    return answer.body;
  };

  return {
    shownUrl: request.shownUrl,
    first: async () => {
      answer = await call(request);
      return answer.body;
    },
    next: paging && job.kind !== 'probe' ? (page) => goOn(paging, page as PageRead) : null,
    job: () => ({
      ...(job.kind === 'compare' ? orHopeless(job, answer) : job),
      lines: isInLines(answerFormat, answer?.contentType ?? null),
      paging: pagingJob(paging),
    }),
    notices: () => [
      ...(cutShort ? [`Only the first ${PREVIEW_PAGES} pages were read.`] : []),
      ...(!paging && nextOfLinkHeader(answer?.link ?? '') !== null ? [LINK_NOTICE] : []),
    ],
  };
}

/** An answer of another length is another answer: no more than its first block is worth reading. */
const orHopeless = (job: CompareJob, answer: OutboundResponse | null): CompareJob =>
  (answer?.contentLength ?? job.bytes) === job.bytes ? job : { ...job, blocks: [] };

/** Of the call, or of the one for its token. */
function retryOf(error: unknown): AskFailure['retry'] {
  const isKnown = error instanceof OutboundBodyError || error instanceof AccessTokenError;
  return isKnown ? explainThrown(error).retry : null;
}

const identityOf = ({ url, headers, body }: BuiltRequest): string => JSON.stringify([url, headers, body]);

const LINK_NOTICE =
  'The answer has a Link header that names a next page: set paging to linkHeader, or the rows of further pages are missing.';

const failure = (code: AskFailure['code'], message: string, hint: string): PagingError =>
  new PagingError({ code, message, hint, retry: null });

const looped = (page: number, how: string): PagingError =>
  failure(
    'PAGING_LOOP',
    `Page ${page} ${how}: the pages would never end.`,
    'Check the placeholder or the path of the next page. Where an endpoint repeats its last page, give pageSize.',
  );

const pagingFailed = (why: string): PagingError =>
  failure(
    'PAGING_FAILED',
    `The next page cannot be called: ${why}.`,
    'Check the path of the next page. It has to lead to the same host, because the credentials go with it.',
  );

const tooManyPages = (limit: number): PagingError =>
  failure(
    'TOO_MANY_PAGES',
    `There are more than ${limit} pages.`,
    'Ask for larger pages, or raise maxPages (at most 10,000) if so many are right.',
  );
