import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: ['tests/support/build.ts'],
    restoreMocks: true,
    testTimeout: 30_000,
    coverage: {
      include: ['src/**'],
    },
  },
});
