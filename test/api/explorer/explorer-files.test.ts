import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, request as httpRequest, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createExplorerHandler } from '../../../src/app/explorer.ts';

type Reply = { status: number; headers: IncomingHttpHeaders; body: Buffer };

const SCRIPT = 'console.log("hello")';
let folder: string;
let built: Server;
let unbuilt: Server;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'explorer-'));
  const directory = join(folder, 'explorer');
  await mkdir(join(directory, 'assets', 'folder.js'), { recursive: true });
  await writeFile(join(folder, 'secret.js'), 'secret');
  await writeFile(join(directory, 'index.html'), '<!doctype html><title>Explorer</title>');
  await writeFile(join(directory, 'assets', 'main-ABC123.js'), SCRIPT);
  await writeFile(join(directory, 'assets', 'main-ABC123.js.gz'), gzipSync(SCRIPT));
  await writeFile(join(directory, 'assets', 'main-ABC123.css'), 'body{}');
  await writeFile(join(directory, 'assets', '.env.js'), 'secret');
  await writeFile(join(directory, 'assets', 'notes.txt'), 'secret');
  built = await listen(directory);
  unbuilt = await listen(join(folder, 'nothing-here'));
});

afterAll(async () => {
  for (const server of [built, unbuilt]) await new Promise((done) => server.close(done));
  await rm(folder, { recursive: true });
});

async function listen(directory: string): Promise<Server> {
  const handle = createExplorerHandler({ directory });
  const server = createServer((request, response) => {
    if (!handle(request, response)) response.writeHead(418).end();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return server;
}

// Not fetch: it would tidy `..` out of the path before it is sent.
function ask(path: string, options: { server?: Server; method?: string; headers?: Record<string, string> } = {}) {
  const { port } = (options.server ?? built).address() as AddressInfo;
  const { method = 'GET', headers = {} } = options;
  return new Promise<Reply>((resolve, reject) => {
    const sent = httpRequest({ host: '127.0.0.1', port, path, method, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    });
    sent.on('error', reject).end();
  });
}

describe('the page', () => {
  it('is served at /explorer, revalidated each time', async () => {
    const page = await ask('/explorer?a=b');
    expect(page.status).toBe(200);
    expect(page.headers).toMatchObject({ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' });
    expect(page.body.toString()).toContain('<title>Explorer</title>');
    const again = await ask('/explorer', { headers: { 'if-none-match': `W/${page.headers.etag}` } });
    expect([again.status, again.body.length, again.headers.etag]).toEqual([304, 0, page.headers.etag]);
    expect((await ask('/explorer', { headers: { 'if-none-match': '"other"' } })).status).toBe(200);
  });

  it('is where / and /explorer/ lead', async () => {
    expect((await ask('/')).headers.location).toBe('/explorer');
    expect((await ask('/explorer/')).headers.location).toBe('../explorer');
  });

  it('may load and call only its own origin, and may not be framed', async () => {
    const { headers } = await ask('/explorer', { headers: { host: 'api.example.com:8443' } });
    const policy = String(headers['content-security-policy']).split('; ');
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("connect-src 'self' ws://api.example.com:8443 wss://api.example.com:8443");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(headers['x-content-type-options']).toBe('nosniff');
  });

  it('keeps a forged host out of the policy', async () => {
    const { headers } = await ask('/explorer', { headers: { host: "evil; script-src 'unsafe-inline'" } });
    expect(headers['content-security-policy']).toContain("connect-src 'self';");
    expect(headers['content-security-policy']).not.toContain('evil');
  });

  it('says in words that it has not been built', async () => {
    const page = await ask('/explorer', { server: unbuilt });
    expect(page.status).toBe(503);
    expect(page.headers['content-type']).toBe('text/plain; charset=utf-8');
    expect(page.body.toString()).toContain('npm run build');
    expect((await ask('/explorer/assets/main-ABC123.js', { server: unbuilt })).status).toBe(404);
  });
});

describe('its files', () => {
  it('are served with their type and kept for ever', async () => {
    const script = await ask('/explorer/assets/main-ABC123.js');
    expect(script.body.toString()).toBe(SCRIPT);
    expect(script.headers).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
    });
    expect((await ask('/explorer/assets/main-ABC123.css')).headers['content-type']).toBe('text/css; charset=utf-8');
    const again = await ask('/explorer/assets/main-ABC123.js', {
      headers: { 'if-none-match': String(script.headers.etag) },
    });
    expect(again.status).toBe(304);
  });

  it('are packed for those who ask', async () => {
    const packed = await ask('/explorer/assets/main-ABC123.js', { headers: { 'accept-encoding': 'br, gzip' } });
    expect(packed.headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'accept-encoding' });
    expect(gunzipSync(packed.body).toString()).toBe(SCRIPT);
    const plain = await ask('/explorer/assets/main-ABC123.js', { headers: { 'accept-encoding': 'gzip;q=0' } });
    expect(plain.headers['content-encoding']).toBeUndefined();
  });

  it('answer HEAD without a body and refuse other methods', async () => {
    const head = await ask('/explorer/assets/main-ABC123.js', { method: 'HEAD' });
    expect([head.status, head.headers['content-length'], head.body.length]).toEqual([200, `${SCRIPT.length}`, 0]);
    const post = await ask('/explorer', { method: 'POST' });
    expect([post.status, post.headers.allow]).toEqual([405, 'GET, HEAD']);
  });

  it.each([
    '/explorer/../secret.js',
    '/explorer/assets/../../../secret.js',
    '/explorer/assets/..%2f..%2fsecret.js',
    '/explorer/assets/%2e%2e/%2e%2e/secret.js',
    '/explorer/assets/..\\..\\secret.js',
    '/explorer/assets//etc/passwd',
    '/explorer/assets/main-ABC123.js%00.css',
    '/explorer/assets/.env.js',
    '/explorer/assets/notes.txt',
    '/explorer/assets/folder.js',
    '/explorer/assets/main-ABC123.js.gz',
    '/explorer/assets/',
    '/explorer/index.html',
    '/explorer/assets/nothing.js',
  ])('are all that is served: %s is not', async (path) => {
    const reply = await ask(path);
    expect(reply.status).toBe(404);
    expect(reply.body.toString()).toBe('Not found.\n');
  });
});

describe('what `npm run build:explorer` makes', () => {
  let directory: string;
  let server: Server;

  beforeAll(async () => {
    directory = join(folder, 'fresh');
    await promisify(execFile)(process.execPath, ['--import', 'tsx', 'explorer/build.ts', directory]);
    server = await listen(directory);
  });
  afterAll(() => new Promise((done) => server.close(done)));

  it('is a page whose every file is here', async () => {
    const html = (await ask('/explorer', { server })).body.toString();
    expect(html).toContain('<title>Tributary API explorer</title>');
    expect(html).not.toContain('__');
    const links = [...html.matchAll(/(?:src|href)="([^"]*)"/g)].map(([, link = '']) => link);
    expect(links.length).toBe(3);
    for (const link of links.filter((link) => !link.startsWith('data:'))) {
      expect(link).toMatch(/^explorer\/assets\//);
      expect((await ask(`/${link}`, { server })).status).toBe(200);
    }
    // An inline script would need a weaker policy.
    expect(html).not.toMatch(/<script(?![^>]*\ssrc=)/);
  });

  it('loads no code, style, font or worker from elsewhere', async () => {
    const names = (await readdir(join(directory, 'assets'))).filter((name) => /\.(js|css)$/.test(name));
    expect(names.filter((name) => /^(editor|graphql|json)\.worker-/.test(name)).length).toBe(3);
    for (const name of names) {
      const code = await readFile(join(directory, 'assets', name), 'utf8');
      const outside = code.match(
        /(?:\bimport\(|\bfrom|importScripts\(|Worker\(|fetch\(|url\(|@import)\s*["'`]?https?:[^\s"'`)]*/g,
      );
      expect([name, outside]).toEqual([name, null]);
      expect(code).not.toMatch(/esm\.sh|unpkg\.com|jsdelivr|cdnjs|fonts\.g(?:oogleapis|static)|google-analytics/);
    }
  });
});

it('leaves other paths alone', async () => {
  for (const path of ['/graphql', '/explorers', '/health/live', '//explorer'])
    expect((await ask(path)).status).toBe(418);
  expect((await ask('/', { method: 'POST' })).status).toBe(418);
});
