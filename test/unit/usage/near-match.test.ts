import { describe, expect, it } from 'vitest';
import { likenessOf, nearness } from '../../../src/features/usage/domain/near-match.ts';

const near = (externalId: string, externalCrmId: string, name: string) => {
  const found = nearness(likenessOf(externalId, externalId), likenessOf(externalCrmId, name));
  return found && [found.reason, found.weight];
};

describe('an id and the id of an account', () => {
  it.each<[string, string, string | null, number?]>([
    ['acme-001', 'ACME-001', 'CASE', 0.95],
    ['STRASSE', 'straße', 'CASE', 0.95],
    ['Muller-1', 'müller-1', 'ACCENTS', 0.9],
    ['e\u0301', 'é', 'ACCENTS', 0.9],
    ['４２', '42', 'ACCENTS', 0.9],
    ['A 42', 'A42', 'BLANKS', 0.9],
    ['acme_001', 'Acme 001', 'BLANKS', 0.9],
    ['(acme-001)', 'acme001', 'BLANKS', 0.9],
    ['0042', '42', 'LEADING_ZEROS', 0.85],
    ['42', '0042', 'LEADING_ZEROS', 0.85],
    ['00-42', '42', 'LEADING_ZEROS', 0.85],
    ['crm_42', '42', 'PREFIX', 0.75],
    ['sf-42', '42', 'PREFIX', 0.75],
    ['42', 'crm_42', 'PREFIX', 0.75],
    ['sf-ACME-001', 'acme-001', 'PREFIX', 0.75],
    ['crm_0042', '42', 'PREFIX', 0.75],
    ['A42', '42', 'PREFIX', 0.6],
    ['42', 'A42', 'PREFIX', 0.6],
    ['acme-001', 'acme-1', null],
    ['acme-001', 'beta-001', null],
    ['crm_42', 'sf-42', null],
    ['acme-001', 'ACME-002', null],
    ['420', '42', null],
    ['042a', '42a', null],
    ['---', '...', null],
    ['\u{1f600}', '\u{1f601}', null],
    ['x'.repeat(200), 'y'.repeat(200), null],
    ['x'.repeat(200), 'X'.repeat(200), 'CASE', 0.95],
  ])('%s and %s: %s', (one, other, reason, weight) => {
    expect(near(one, other, '?')).toEqual(reason === null ? null : [reason, weight]);
  });
});

describe('an id and the name of an account', () => {
  it.each<[string, string, number | null]>([
    ['Acme Inc', 'Acme, Inc.', 0.8],
    ['acme-inc', 'Acme, Inc.', 0.8],
    ['ACME', 'Acme GmbH', 0.8],
    ['muellerag', 'Mueller AG', 0.544],
    ['mullerbakery', 'Müller Bakery AG', 0.8],
    ['cafe-noir', 'Café Noir S.A.', 0.8],
    ['東京電力', '東京電力', 0.8],
    ['store-12', 'Store 12', 0.8],
    ['globax', 'Globex', 0.467],
    ['northwind-trader', 'Northwind Traders Ltd', 0.6],
    ['acmerobotic', 'Acme Robotics', 0.642],
    ['store-12', 'Store 13', null],
    ['store-12', 'Store', null],
    ['acme-north', 'Acme South', null],
    ['customer-a', 'Customer B', null],
    ['acme', 'Acne', null],
    ['acme', 'Acme Robotics', null],
    ['north-store', 'Store North', null],
    ['12', '12 Ltd', null],
    ['123', '124', null],
    ['ab', 'AB', null],
    ['zebra', 'Acme', null],
  ])('%s and %s: %s', (id, name, weight) => {
    const found = near(id, 'an-id-of-its-own-1', name);
    if (weight === null) expect(found).toBeNull();
    else expect(found).toEqual(['SIMILAR_NAME', expect.closeTo(weight, 3)]);
  });

  it('speaks only when the ids do not', () => {
    expect(near('acme', 'ACME', 'Acme')).toEqual(['CASE', 0.95]);
  });
});
