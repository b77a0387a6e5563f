import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { KnownAlbum } from '../../../../src/features/library/known/types.ts'
import { RELEASE_TYPES } from '../../../../src/providers/ports.ts'
import { album, credit, mbid, startKnown } from './said.ts'

let all: Awaited<ReturnType<typeof startKnown>>
beforeAll(async () => {
  all = await startKnown()
})
afterAll(() => all.close())

/** Albums that meet in every way: titles, editions, years, types, and ids of several services. */
const said: fc.Arbitrary<KnownAlbum> = fc
  .record({
    title: fc.constantFrom(
      'Harbour',
      'HARBOUR',
      'Harbour (Deluxe Edition)',
      'Harbour - EP',
      'Nadia Vale',
      '林',
      'Low Tide',
    ),
    type: fc.constantFrom(...RELEASE_TYPES),
    date: fc.constantFrom('', '1994', '1995-03-01', '2001', '2011-01-01'),
    service: fc.constantFrom('musicbrainz', 'deezer', 'itunes'),
    number: fc.integer({ min: 1, max: 12 }),
    upc: fc.option(fc.constantFrom('012345678905', '12345678905', '4006381333931')),
    guest: fc.boolean(),
  })
  .map(({ title, type, date, service, number, upc, guest }) => ({
    album: album(title, {
      ...{ type, date, upc, ids: { [service]: service === 'musicbrainz' ? mbid(number) : String(number) } },
      credits: guest ? [credit('Nadia Vale', { joinPhrase: ' & ' }), credit('Tomas Reyl')] : [credit('Nadia Vale')],
    }),
    source: service,
    score: null,
  }))

const shelf = () =>
  all.rows(sql`select a.name, a.release_date, a.release_type, a.upc, a.artist_line, a.album_key, a.title_key,
    (select string_agg(provider || value, ',' order by provider, value) from external_ids e where e.entity = 'album' and e.entity_id = a.id) as ids,
    (select string_agg(field || provider || coalesce(score, -1), ',' order by field) from provenance p where p.entity = 'album' and p.entity_id = a.id) as told
    from albums a order by a.album_key`)

it('a discography is the same catalogue in any order, and a second time', async () => {
  // A service says one thing of one id: the same album twice is the same twice.
  const discography = fc.uniqueArray(said, { selector: ({ album: { ids } }) => JSON.stringify(ids), maxLength: 14 })
  const shuffled = discography.chain((items) =>
    fc.tuple(fc.constant(items), fc.shuffledSubarray(items, { minLength: items.length })),
  )
  await fc.assert(
    fc.asyncProperty(shuffled, async ([items, other]) => {
      await all.clear()
      const artistId = await all.known.saveArtist({ name: 'Nadia Vale', ids: { musicbrainz: mbid(99) }, source: 'x' })
      const first = await all.known.saveAlbums(artistId, items)
      expect(first.size).toBe(items.length)
      const stored = await shelf()
      expect(stored).toHaveLength(new Set(first.values()).size)
      const again = await all.known.saveAlbums(artistId, other)
      for (const { album: one } of items) expect(again.get(one)).toBe(first.get(one))
      expect((await shelf()).map(({ told: _, ...row }) => row)).toEqual(stored.map(({ told: _, ...row }) => row))

      await all.clear()
      const second = await all.known.saveArtist({ name: 'Nadia Vale', ids: { musicbrainz: mbid(99) }, source: 'x' })
      await all.known.saveAlbums(second, other)
      expect(await shelf()).toEqual(stored)
    }),
    { numRuns: 40, interruptAfterTimeLimit: 60_000, endOnFailure: true },
  )
}, 120_000)
