import { defineConfig } from 'vitest/config'

/** The rules of the house: part of `npm run check`, and needs no database. */
export default defineConfig({ test: { include: ['test/architecture.test.ts'] } })
