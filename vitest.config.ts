import { createRequire } from 'node:module';
import { defineConfig } from 'vitest/config';

/**
 * Suites that start processes, kill them, or measure time. They run by themselves after all others: a machine kept busy by
 * them fails tests that wait, and the other way round.
 */
const HEAVY = ['demo', 'mapper', 'postgres', 'processes', 'pubsub', 'queue'].map(
  (name) => `test/integration/${name}/**/*.test.ts`,
);
/** Many hostile or random cases each; short here, long with `npm run batteries`. */
const BATTERIES = 'test/batteries/**/*.test.ts';
const LAW = 'test/law/**/*.test.ts';
const UNIT = 'test/unit/**/*.test.ts';

export default defineConfig({
  // As Node resolves it. Left to Vite, our code would get the ESM copy and Apollo the CommonJS one, and `instanceof` would fail.
  resolve: { alias: [{ find: /^graphql$/, replacement: createRequire(import.meta.url).resolve('graphql') }] },
  test: {
    reporters: ['default', './test/kit/closing-line-reporter.ts'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    restoreMocks: true,
    projects: [
      { extends: true, test: { name: 'law', include: [LAW] } },
      { extends: true, test: { name: 'unit', include: [UNIT] } },
      {
        extends: true,
        test: {
          name: 'product',
          include: ['test/**/*.test.ts'],
          exclude: [LAW, UNIT, BATTERIES, ...HEAVY],
          globalSetup: ['test/kit/global-setup.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'heavy',
          include: HEAVY,
          globalSetup: ['test/kit/global-setup.ts'],
          sequence: { groupOrder: 1 },
          maxWorkers: 1,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'batteries',
          include: [BATTERIES],
          globalSetup: ['test/kit/global-setup.ts'],
          sequence: { groupOrder: 2 },
          maxWorkers: 1,
          testTimeout: 3_600_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
