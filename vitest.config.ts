import { defineConfig } from 'vitest/config';
import { LongestFirst } from './test/support/longest-first.ts';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: [
      'test/support/client-bundle.ts',
      'test/support/reference-database.ts',
      'test/support/shared-folder.ts',
    ],
    pool: 'forks',
    maxWorkers: 2,
    // Loading the program anew for each file took a ninth of the time; no test changes what another one loads.
    isolate: false,
    sequence: { sequencer: LongestFirst },
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
