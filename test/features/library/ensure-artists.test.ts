import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { artistKey, ensureArtists } from '../../../src/features/library/store/write/artists.ts'
import { mbid, startKnown } from './known/said.ts'

let all: Awaited<ReturnType<typeof startKnown>>
beforeAll(async () => {
  all = await startKnown()
})
afterAll(() => all.close())

const bare = (name: string) => ({ name, mbid: null })
const sure = (name: string, at: number) => ({ name, mbid: mbid(at) })
const names = () => all.rows(sql`select name from artists order by id`)

it.each([
  ['after', 'A', [[sure('A', 1)], [bare('A')]]],
  ['before', 'B', [[bare('B')], [sure('B', 2)]]],
  ['together with', 'C', [[bare('C'), sure('C', 3)]]],
] as const)('a name without an id that comes %s one with an id is one artist', async (_when, name, batches) => {
  const ids = new Set<number>()
  for (const batch of batches) for (const id of (await ensureArtists(all.db, batch)).values()) ids.add(id)
  expect(ids.size).toBe(1)
  expect((await names()).filter((row) => row.name === name)).toHaveLength(1)
})

it('two ids are two artists, and the name alone is the same one whatever the order', async () => {
  const [x, y] = [sure('D', 5), sure('D', 4)]
  const found = await ensureArtists(all.db, [bare('D'), x, y])
  expect(new Set(found.values()).size).toBe(2)
  expect(found.get(artistKey(bare('D')))).toBe(found.get(artistKey(y)))
})
