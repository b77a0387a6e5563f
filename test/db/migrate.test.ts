import { expect, it } from 'vitest'
import { CannotStart } from '../../src/db/cannot-start.ts'
import { requireVersion } from '../../src/db/migrate.ts'

it('refuses a Postgres older than 15 in one sentence', () => {
  for (const version of ['150000', '150004', '180001']) expect(() => requireVersion(version)).not.toThrow()
  for (const version of ['140015', '90624', undefined]) expect(() => requireVersion(version)).toThrow(CannotStart)
  expect(() => requireVersion('140015')).toThrow(/^Animo needs Postgres 15 or newer, .+ leads to 14\.$/)
})
