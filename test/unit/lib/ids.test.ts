import { describe, expect, it } from 'vitest';
import { ID_PREFIX, type IdKind, idKind, newId, siblingId } from '../../../src/lib/ids.ts';

const KINDS = Object.keys(ID_PREFIX) as IdKind[];
const at = (milliseconds: number) => newId('account', new Date(milliseconds));

describe('an id', () => {
  it.each(KINDS)('of kind %s says so', (kind) => {
    const id = newId(kind, new Date());
    expect(id).toMatch(new RegExp(`^${ID_PREFIX[kind]}_[0-9a-hjkmnp-tv-z]{26}$`));
    expect(idKind(id)).toBe(kind);
  });

  it('sorts by the time of its creation', () => {
    const times = [0, 1, 31, 32, 1_023, 1_024, Date.UTC(2026, 0), Date.UTC(2026, 0) + 1, Date.UTC(9999, 0)];
    const ids = times.map(at);
    expect([...ids].sort()).toEqual(ids);
  });

  it('is not given twice within a millisecond', () => {
    const ids = Array.from({ length: 10_000 }, () => at(0));
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(ids.map((id) => id.slice(0, 14)))).toEqual(new Set(['acc_0000000000']));
  });

  it('sorts by its making within a millisecond, too', () => {
    const ids = Array.from({ length: 10_000 }, () => at(5));
    expect([...ids].sort()).toEqual(ids);
  });

  it('cannot be guessed from the one before', () => {
    const steps = Array.from({ length: 1_000 }, () => at(7)).map((id) => id.slice(-4));
    expect(new Set(steps).size).toBeGreaterThan(950);
  });

  it('uses every character of its alphabet about as often', () => {
    const counts = new Map<string, number>();
    for (let round = 0; round < 4_000; round++) {
      // The first of them carries the bit that stays free.
      for (const character of at(round).slice(15)) counts.set(character, (counts.get(character) ?? 0) + 1);
    }
    expect(counts.size).toBe(32);
    for (const [character, count] of counts) expect(count / 1_875, character).toBeCloseTo(1, 0);
  });

  it('has a sibling of another kind, the same each time', () => {
    expect(siblingId('ws_01abc', 'customApi')).toBe('capi_01abc');
    expect(idKind(siblingId(newId('workspace', new Date()), 'customApi'))).toBe('customApi');
  });
});

describe('a text that is no id', () => {
  it.each([
    '',
    '_',
    '_x',
    'acc',
    'accx',
    'acc_',
    'ACC_1',
    ' acc_1',
    'accounts_1',
    'constructor_1',
    '__proto___1',
    'x_acc_1',
  ])('%j has no kind', (text) => expect(idKind(text)).toBeNull());
});
