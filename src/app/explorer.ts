import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pathOf } from './request-path.ts';

/** Where `npm run build` puts the explorer, seen from `src/app` and from `dist/app` alike. */
export const BUILT_EXPLORER_DIRECTORY = fileURLToPath(new URL('../../dist/explorer', import.meta.url));

/** Answers the request and returns true, or returns false and leaves it alone. */
export type ExplorerHandler = (request: IncomingMessage, response: ServerResponse) => boolean;

type File = { readonly body: Buffer; readonly headers: Record<string, string> };

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.ttf': 'font/ttf',
  '.woff2': 'font/woff2',
};

// The only paths that are ever read: one plain file name, so neither `..` nor an encoded slash can be in it.
const ASSET = /^\/explorer\/assets\/([A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)+)$/;
const NOT_BUILT = 'The explorer has not been built. Run `npm run build`, then load this page again.\n';

/** Serves the built explorer at `/explorer` from `directory`, and sends `/` there. */
export function createExplorerHandler({ directory }: { readonly directory: string }): ExplorerHandler {
  return (request, response) => {
    const path = pathOf(request);
    const reads = request.method === 'GET' || request.method === 'HEAD';
    if (path === '/') {
      if (reads) send(request, response, 302, text('', { location: '/explorer' }));
      return reads;
    }
    if (path !== '/explorer' && !path.startsWith('/explorer/')) return false;
    setSecurityHeaders(request, response);
    if (!reads) send(request, response, 405, text('Only GET and HEAD.\n', { allow: 'GET, HEAD' }));
    // The page names its files relative to `/explorer`, so that it also works below a reverse proxy's own path.
    else if (path === '/explorer/') send(request, response, 302, text('', { location: '../explorer' }));
    else serve(request, response, path, directory).catch((error: unknown) => response.destroy(error as Error));
    return true;
  };
}

async function serve(request: IncomingMessage, response: ServerResponse, path: string, directory: string) {
  const name = ASSET.exec(path)?.[1];
  const gzip = /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?(?:,|$))/.test(String(request.headers['accept-encoding'] ?? ''));
  const file =
    path === '/explorer'
      ? await readIndex(directory)
      : name === undefined
        ? null
        : await readAsset(directory, name, gzip);
  if (file === null && path === '/explorer')
    return send(request, response, 503, text(NOT_BUILT, { 'retry-after': '10' }));
  if (file === null) return send(request, response, 404, text('Not found.\n'));
  const known = String(request.headers['if-none-match'] ?? '').split(/\s*,\s*/);
  const unchanged = known.some((tag) => tag === '*' || tag.replace(/^W\//, '') === file.headers.etag);
  send(request, response, unchanged ? 304 : 200, file);
}

async function readIndex(directory: string): Promise<File | null> {
  const body = await readIfThere(join(directory, 'index.html'));
  if (body === null) return null;
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  return { body, headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache', etag } };
}

/** A hashed file: its name stands for its content, so it may be kept for ever and is its own validator. */
async function readAsset(directory: string, name: string, gzip: boolean): Promise<File | null> {
  const type = CONTENT_TYPES[extname(name)];
  if (type === undefined) return null;
  const headers = {
    'content-type': type,
    'cache-control': 'public, max-age=31536000, immutable',
    vary: 'accept-encoding',
  };
  const packed = gzip ? await readIfThere(join(directory, 'assets', `${name}.gz`)) : null;
  if (packed !== null)
    return { body: packed, headers: { ...headers, etag: `"${name}.gz"`, 'content-encoding': 'gzip' } };
  const body = await readIfThere(join(directory, 'assets', name));
  return body && { body, headers: { ...headers, etag: `"${name}"` } };
}

async function readIfThere(path: string): Promise<Buffer | null> {
  try {
    return await readFile(path);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'EISDIR') return null;
    throw error;
  }
}

function setSecurityHeaders(request: IncomingMessage, response: ServerResponse): void {
  // 'self' covers the WebSocket in current browsers; older ones need its address, and only this host's is given.
  const host = String(request.headers.host ?? '');
  const sockets = /^[A-Za-z0-9.:[\]-]+$/.test(host) ? ` ws://${host} wss://${host}` : '';
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "worker-src 'self'",
    // The editor positions and colours its lines with style elements and attributes.
    "style-src 'self' 'unsafe-inline'",
    "font-src 'self' data:",
    "img-src 'self' data:",
    `connect-src 'self'${sockets}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ];
  response.setHeader('content-security-policy', policy.join('; '));
  response.setHeader('x-content-type-options', 'nosniff');
  response.setHeader('x-frame-options', 'DENY');
  response.setHeader('referrer-policy', 'no-referrer');
  response.setHeader('cross-origin-resource-policy', 'same-origin');
}

function text(body: string, headers: Record<string, string> = {}): File {
  return {
    body: Buffer.from(body),
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store', ...headers },
  };
}

function send(request: IncomingMessage, response: ServerResponse, status: number, { body, headers }: File): void {
  if (status === 304) {
    const { etag, vary, 'cache-control': cache } = headers;
    response.writeHead(304, { etag, 'cache-control': cache, ...(vary && { vary }) }).end();
    return;
  }
  response.writeHead(status, { ...headers, 'content-length': body.length });
  response.end(request.method === 'HEAD' ? undefined : body);
}
