import { expect, test } from 'vitest';
import { likenessOf, RESEMBLES, resemblance, SURE } from '../../../src/features/accounts/domain/resemblance.ts';

const of = (text: string, name: string, externalCrmId = 'C-1') =>
  resemblance(likenessOf(text), { name, externalCrmId });

test.each([
  ['Acmee Anvil', 'Acme Anvils'],
  ['umbrela', 'Umbrella Corp'],
  ['globex', 'Globex Corporation'],
  ['sore 13', 'Store 13'],
  ['zoe & sohne', 'Zoë & Söhne GmbH'],
])('%j is meant for %j', (text, name) => {
  expect(of(text, name)).toBeGreaterThanOrEqual(SURE);
});

test.each([
  ['Akme', 'Acme Anvils'],
  ['initech', 'Initrode'],
  ['Store 14', 'Store 13'],
  ['North Store', 'South Store'],
])('%j may be meant for %j, and is not taken for it', (text, name) => {
  expect(of(text, name)).toBeGreaterThanOrEqual(RESEMBLES);
  expect(of(text, name)).toBeLessThan(SURE);
});

test.each([
  ['Northwind', 'Acme Anvils'],
  ['xyz', 'Acme'],
  ['\u{1f600}', 'Acme'],
  ['', 'Acme'],
])('%j has nothing of %j', (text, name) => {
  expect(of(text, name)).toBeLessThan(RESEMBLES);
});

test('an id counts a little less than a name', () => {
  expect(of('CRM-1043', 'Acme', 'CRM-1043')).toBeCloseTo(0.9, 5);
  expect(of('CRM-1044', 'Acme', 'CRM-1043')).toBeLessThan(RESEMBLES);
});
