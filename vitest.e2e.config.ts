import { defineConfig } from 'vitest/config'

/** The app in a real Chromium against the built server. One file at a time: each starts its own server and browser. */
export default defineConfig({
  test: {
    include: ['test/e2e/**/*.e2e.ts'],
    testTimeout: 180_000,
    hookTimeout: 120_000,
    fileParallelism: false,
    bail: 0,
  },
})
