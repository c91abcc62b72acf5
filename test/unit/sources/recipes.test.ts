import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { DATE_FORMATS, type Mapping } from '../../../src/features/sources/domain/mapping.ts';
import { dateReader } from '../../../src/features/sources/domain/parse-date.ts';
import { aMapping, aPreview, runHere } from '../../kit/mappings.ts';
import { DAY, RECIPES as ROW_RECIPES } from '../../kit/recipes.ts';
import { OBJECT_RECIPES } from '../../kit/recipes-of-objects.ts';

const GUIDE = readFileSync(new URL('../../../docs/mapping.md', import.meta.url), 'utf8');

const RECIPES = [...ROW_RECIPES, ...OBJECT_RECIPES];

test.each(RECIPES)('$name: the guide’s recipe works', ({ answer, mapping, values }) => {
  const { result } = runHere(aPreview(aMapping(mapping)), answer);
  expect(result).toMatchObject({ ok: true, problems: [], result: [{ day: DAY, externalId: 'A-1', values }] });
  expect(result.result).toHaveLength(1);
});

test.each(RECIPES)('$name: the guide shows this recipe', ({ mapping }) => {
  for (const path of shownPaths(mapping)) expect(GUIDE).toContain(path);
});

/** What is more than the name of a field. */
const shownPaths = ({ rowsPath, datePath, accountIdPath, metrics = [] }: Partial<Mapping>): string[] =>
  [rowsPath, datePath, accountIdPath, ...metrics.map(({ path }) => path)].filter(
    (path): path is string => typeof path === 'string' && !/^(?:@|\w+)$/.test(path),
  );

test.each(DATE_FORMATS)('the guide has an example of %s', (format) => {
  const example = new RegExp(`^\\| \`${format}\` \\| \`([^\`]*)\``, 'm').exec(GUIDE)?.[1];
  expect(typeof dateReader(format)(example), `${example}`).toBe('number');
});
