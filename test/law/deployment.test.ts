import { existsSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../src/platform/config.ts';
import { ROOT, readText } from '../kit/source-tree.ts';

// Where there is no container engine to ask, these hold the files against what the code knows.

const compose = readText('docker-compose.yml');
const settings = compose.split('\n').filter((line) => !line.trimStart().startsWith('#'));
const dockerfile = readText('Dockerfile');
const known = [...readText('src/platform/config.ts').matchAll(/^ {2}([A-Z][A-Z0-9_]*): /gm)].map(
  ([, name = '']) => name,
);

/** The lines of one service, from its name to the next line that stands as far left. */
function service(name: string): string {
  const start = settings.indexOf(`  ${name}:`);
  const length = settings.slice(start + 1).findIndex((line) => /^ {0,2}\S/.test(line));
  return settings.slice(start, start + 1 + length).join('\n');
}

describe('docker-compose.yml', () => {
  it('is YAML of the plain kind: two blanks a level, no tabs', () => {
    expect(settings.filter((line) => line.includes('\t') || (/^ */.exec(line)?.[0].length ?? 0) % 2 === 1)).toEqual([]);
    expect(['app', 'postgres', 'mongodb'].filter((name) => service(name) === '')).toEqual([]);
  });

  it('gives the app no variable that the code does not read', () => {
    const given = [...service('app').matchAll(/^ {6}([A-Z][A-Z0-9_]*): /gm)].map(([, name = '']) => name);
    expect(given).toContain('DATABASE_URL');
    expect(given.filter((name) => !known.includes(name))).toEqual([]);
  });

  it('starts the app when the database answers, and keeps what both write', () => {
    expect(service('app')).toMatch(/depends_on:\n {6}postgres:\n {8}condition: service_healthy/);
    expect(service('app')).toContain('- data:/data');
    expect(service('postgres')).toContain('- postgres:/var/lib/postgresql\n');
    expect(service('postgres')).toContain('healthcheck:');
    expect(settings.join('\n')).toMatch(/\nvolumes:\n {2}data:\n {2}postgres:\n {2}mongodb:/);
  });

  it('holds no secret: the password must be given, everything else may be left empty', () => {
    const references = [...settings.join('\n').matchAll(/\$\{([A-Z_]+)([^}]*)\}/g)];
    const ill = references.filter(
      ([, name, rest = '']) => !(name === 'POSTGRES_PASSWORD' ? /^:\?\S/ : /^:-/).test(rest),
    );
    expect(ill.map(([reference]) => reference)).toEqual([]);
    const literal = settings.filter((line) => /^\s+\w*(?:PASSWORD|SECRET|KEY)\w*: (?!\$\{)\S/.test(line));
    expect(literal).toEqual([]);
  });

  it('runs MongoDB only when asked to, and lets nobody but the app reach the databases', () => {
    expect(service('mongodb')).toContain('profiles: [mongodb]');
    expect(service('app')).toMatch(/mongodb:\n {8}condition: service_healthy\n {8}required: false/);
    expect(service('mongodb') + service('postgres')).not.toContain('ports:');
    expect(service('app')).toContain('"127.0.0.1:');
  });

  it('may leave every optional variable empty', () => {
    expect(readConfig(Object.fromEntries(known.map((name) => [name, ''])))).toEqual(readConfig({}));
  });
});

describe('Dockerfile', () => {
  const [, image = ''] = dockerfile.split(/^FROM .*\n(?=ENV)/m);

  it('runs the built server as a plain user, with its data in a volume and a health check', () => {
    expect(image).toMatch(/\nVOLUME \/data\nUSER node\n/);
    expect(image).toContain('TRIBUTARY_DATA_DIR=/data');
    expect(image).toMatch(/HEALTHCHECK .*\n.*\/health\/live/);
    expect(image.trimEnd()).toMatch(/\nCMD \["node", "dist\/server\.js"\]$/);
  });

  it('copies what the program reads beside its own code', () => {
    for (const folder of ['dist', 'schema', 'drizzle', 'node_modules']) {
      expect(image).toContain(`COPY --from=build /app/${folder} ./${folder}`);
    }
  });

  it('leaves out what a checkout has gathered, secrets first', () => {
    expect(readText('.dockerignore').split('\n')).toEqual(
      expect.arrayContaining(['.env', '.tributary', '.git', 'node_modules']),
    );
  });
});

it('.ci/run can be executed', () => {
  expect(existsSync(`${ROOT}.ci/run`)).toBe(true);
  expect(statSync(`${ROOT}.ci/run`).mode & 0o111).not.toBe(0);
});
