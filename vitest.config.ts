import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: ['tests/support/build.ts'],
    restoreMocks: true,
    // Half of the time goes into child processes: one worker for each processor, none kept back.
    maxWorkers: '100%',
    // Modules are loaded once for each worker, not for each file: nothing in them depends on who asks first.
    isolate: false,
    testTimeout: 30_000,
    hookTimeout: 30_000,
    coverage: {
      include: ['src/**'],
      // Only ever raised. What runs as a child process (bin, services, diagnose) is tested there and not counted.
      thresholds: {
        lines: 92,
        functions: 91,
        branches: 84,
        'src/language/**': { lines: 100, functions: 100 },
      },
    },
  },
});
