import { existsSync } from 'node:fs';
import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../src/platform/config.ts';
import { listFiles, ROOT, readSources, readText } from '../kit/source-tree.ts';

const README = readText('README.md');

describe('the configuration table of README.md', () => {
  const section = /^## Configuration\n(.*?)(?=^## )/ms.exec(README)?.[1] ?? '';
  const rows = [...section.matchAll(/^\| `([A-Z][A-Z0-9_]*)` \|([^|]*)\|([^|]*)\|$/gm)];
  const listed = rows.map(([, name = '']) => name);
  const known = [...readText('src/platform/config.ts').matchAll(/^ {2}([A-Z][A-Z0-9_]*): /gm)].map(
    ([, name = '']) => name,
  );

  it('lists every variable that the code reads, and no other', () => {
    expect(known.length).toBeGreaterThan(10);
    expect([...listed].sort()).toEqual([...known].sort());
  });

  it('lists each once, with its default and its meaning', () => {
    expect(new Set(listed).size).toBe(listed.length);
    expect(rows.filter(([, , fallback, meaning]) => !fallback?.trim() || !meaning?.trim())).toEqual([]);
  });

  it('gives the defaults that the code has', () => {
    const plain = rows.flatMap(([, name = '', fallback = '']) => {
      const value = /^\s*`([^`]*)`\s*$/.exec(fallback)?.[1];
      return value === undefined ? [] : [[name, value] as const];
    });
    expect(plain.length).toBeGreaterThan(4);
    expect(readConfig(Object.fromEntries(plain))).toEqual(readConfig({}));
  });
});

describe('links', () => {
  const documents = [{ path: 'README.md', text: README }, ...readSources('docs', '.md'), ...readSources('data', '.md')];
  it.each(documents.map(({ path, text }) => [path, text] as const))(
    '%s: every relative one leads somewhere',
    (path, text) => {
      const targets = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target);
      const relative = targets.filter((target) => !/^(?:[a-z]+:|#)/.test(target));
      const missing = relative.filter((target) => {
        const file = posix.join(posix.dirname(path), target.replace(/#.*$/, ''));
        return file.startsWith('..') || !existsSync(`${ROOT}${file}`);
      });
      expect(missing).toEqual([]);
    },
  );
});

describe('decision records', () => {
  const records = listFiles('docs/adr', '.md');

  it('are numbered without gaps', () => {
    const numbers = records.map((path) => Number(/^docs\/adr\/(\d{4})-[a-z0-9]+(?:-[a-z0-9]+)*\.md$/.exec(path)?.[1]));
    expect(numbers).toEqual(records.map((_, index) => index + 1));
  });

  it.each(records)('%s says its status, context, decision and consequences', (path) => {
    const text = readText(path);
    expect(text).toMatch(new RegExp(`^# ${path.slice('docs/adr/'.length, 'docs/adr/0000'.length)}: \\S`));
    const headings = [...text.matchAll(/^## (.*)$/gm)].map(([, heading]) => heading);
    expect(headings.slice(0, 4)).toEqual(['Status', 'Context', 'Decision', 'Consequences']);
  });
});
