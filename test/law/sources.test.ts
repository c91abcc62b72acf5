import { describe, expect, it } from 'vitest';
import { occurrences, readSources, type SourceFile } from '../kit/source-tree.ts';

// What the law forbids inside a file, where imports do not show it.

const sources = readSources('src').filter(({ path }) => path !== 'src/graphql/generated.ts');
const except = (...allowed: RegExp[]): SourceFile[] =>
  sources.filter(({ path }) => !allowed.some((pattern) => pattern.test(path)));

const ENTRY = /^src\/[^/]+\.ts$/;
const STORE = /^src\/features\/[^/]+\/store(\.ts$|\/)/;
/** Five or six fields of a cron expression inside quotes. */
const CRON = /(['"`])(?:[\d*][\d*,/-]*|\?)(?: (?:[\d*][\d*,/-]*|\?)){4,5}\1/;

describe('the law of sources', () => {
  it('only platform/config.ts reads the environment; the entries hand it over', () => {
    expect(
      occurrences(except(ENTRY, /^src\/platform\/config\.ts$/), /\bprocess\s*\.\s*env\b|\benv\s*\}\s*=\s*process\b/),
    ).toEqual([]);
    const named = occurrences(sources, /\bprocess\.env(?:\.|\[)/);
    expect(named, 'an entry passes the whole environment on and reads nothing in it').toEqual([]);
  });

  it('only worker/schedule.ts holds cron lines', () => {
    expect(CRON.test("cron: '*/5 2,3 * * 1-5'")).toBe(true);
    expect(occurrences(except(/^src\/worker\/schedule\.ts$/), CRON)).toEqual([]);
  });

  it('only stores and db/ write queries', () => {
    const statement = /\bsql`|\.unsafe\(|\btx(?:<[^`]*>)?`/;
    const named = /^src\/platform\/(pubsub|queue|postgres)\//;
    expect(occurrences(except(STORE, /^src\/db\//, named), statement)).toEqual([]);
  });

  it('domain/ has no clock, no randomness and no input or output of its own', () => {
    const domain = sources.filter(({ path }) => path.includes('/domain/'));
    const impure =
      /\bnew Date\(\)|\bDate\.now\b|\bMath\.random\b|\bperformance\.|\bprocess\.|\bconsole\.|\bset(?:Timeout|Interval|Immediate)\(/;
    expect(occurrences(domain, impure)).toEqual([]);
  });

  it('time comes from the clock', () => {
    const allowed = [/^src\/platform\//, /^src\/demo\//, ENTRY];
    expect(occurrences(except(...allowed), /\bnew Date\(\)|\bDate\.now\(/)).toEqual([]);
  });

  it('nothing outside platform/http, the demo and what the model’s SDK calls with calls an address by itself', () => {
    const call = /(?<![.\w])fetch\(|\bnew (?:WebSocket|EventSource)\(/;
    expect(occurrences(except(/^src\/platform\/(http\/|model\/bounded-fetch\.ts$)/, /^src\/demo\//), call)).toEqual([]);
  });

  it('standard output belongs to the entries and what they print with', () => {
    expect(occurrences(except(ENTRY, /^src\/(app\/cli|demo)\//), /\bconsole\.|\bstdout\.write\(/)).toEqual([]);
  });
});
