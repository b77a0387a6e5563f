import { rm } from 'node:fs/promises'
import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createKnown } from '../../../../src/features/library/known/known.ts'
import { startTestServer, type TestServer } from '../../../support/app.ts'
import { type LibraryFile, writeLibrary } from '../../../support/audio/library.ts'
import { addFolder, createMusicDir, scanAll } from '../../../support/library.ts'
import { album, contents, credit, mbid, track } from './said.ts'

let server: TestServer
let token: string
beforeAll(async () => {
  server = await startTestServer({ jobs: true })
  token = await server.admin()
})
afterAll(() => server.close())

const rows = async (query: ReturnType<typeof sql>) =>
  (await server.context.db.execute<Record<string, unknown>>(query)).rows
const SONGS = ['Intro', 'Night Ferry', 'Low Tide', 'Undertow', 'Outro']
const by = { credits: [credit('Nadia Vale', { ids: { musicbrainz: mbid(1) } })] }
/** What a service knows: an album, one of its own name in two years, a live one, and a single with the album's title. */
const ALBUMS = [
  album('Harbour', { ...by, ids: { musicbrainz: mbid(10), deezer: '10' }, date: '1999-05-01' }),
  album('Nadia Vale', { ...by, ids: { musicbrainz: mbid(11) }, date: '1994' }),
  album('Nadia Vale', { ...by, ids: { deezer: '12' }, date: '2001-01-01' }),
  album('Harbour (Live)', { ...by, ids: { deezer: '13' }, date: '2003', type: 'live' }),
  album('Undertow', { ...by, ids: { deezer: '14' }, date: '2005', type: 'ep' }),
]

async function catalogue(): Promise<void> {
  const known = createKnown({ db: server.context.db })
  const artistId = await known.saveArtist({ name: 'Nadia Vale', ids: { musicbrainz: mbid(1) }, source: 'x' })
  const saved = await known.saveAlbums(
    artistId,
    ALBUMS.map((one) => ({ album: one, source: 'x', score: null })),
  )
  const items = ALBUMS.map((one, at) => {
    const tracks = SONGS.map((song, place) => track(song, place + 1, { ids: { deezer: `${at}-${place}` } }))
    return { albumId: saved.get(one)!, contents: contents(tracks), source: 'x' }
  })
  await known.saveContents(items)
}

/** Files as people tag them: with or without ids, years of reissues, titles of editions. */
const file: fc.Arbitrary<LibraryFile> = fc
  .record({
    of: fc.constantFrom(
      { album: 'Harbour', date: '1999', group: mbid(10) },
      { album: 'Harbour (Remastered)', date: '2014', group: null },
      { album: 'Nadia Vale', date: '1994', group: null },
      { album: 'Nadia Vale', date: '2001', group: null },
      { album: 'Harbour (Live)', date: '2003', group: null },
      { album: 'Undertow', date: '2005', group: null },
      { album: 'Not Known', date: '2020', group: null },
    ),
    song: fc.integer({ min: 0, max: SONGS.length - 1 }),
    remaster: fc.boolean(),
    tagged: fc.boolean(),
  })
  .map(({ of, song, remaster, tagged }) => {
    const path = `${of.album} ${of.date}/${song}.mp3`
    const tags: LibraryFile['tags'] = {
      ...{
        title: `${SONGS[song]}${remaster ? ' (Remastered)' : ''}`,
        artists: ['Nadia Vale'],
        albumArtist: 'Nadia Vale',
      },
      ...{ album: of.album, date: of.date, track: song + 1 },
      ...(tagged && of.group && { musicbrainz: { releaseGroup: of.group } }),
    }
    return { path, format: 'mp3', salt: path, tags }
  })
/** Two albums of one name without ids are one album of files: at most one of them is there. */
const tree = fc
  .tuple(fc.uniqueArray(file, { selector: ({ path }) => path, minLength: 1, maxLength: 8 }), fc.boolean())
  .map(([files, early]) => files.filter(({ path }) => !path.startsWith(early ? 'Nadia Vale 2001' : 'Nadia Vale 1994')))
  .map((files) =>
    files.filter(
      ({ path }, _, all) => !path.startsWith('Harbour (Rem') || !all.some((one) => one.path.startsWith('Harbour 1')),
    ),
  )

/** Each file with what it became, then everything that is listed. */
const picture = async () => [
  await rows(sql`select f.rel_path, t.name, t.track_key, t.catalogued, a.name as album, a.release_date, a.release_type, a.catalogued as known,
      (select count(*)::int from plays p where p.track_id = t.id) as plays,
      (select string_agg(value, ',' order by value) from external_ids e where e.entity = 'track' and e.entity_id = t.id) as ids,
      (select string_agg(value, ',' order by value) from external_ids e where e.entity = 'album' and e.entity_id = a.id) as groups
    from recording_files f join tracks t on t.id = f.track_id join albums a on a.id = t.album_id order by f.rel_path`),
  await rows(sql`select a.name, a.release_date, a.release_type, a.total_tracks, count(t.id)::int as tracks,
      (count(*) filter (where t.has_file))::int as owned
    from albums a left join tracks t on t.album_id = a.id group by a.id order by 2, 1, 3`),
]
const playAll = () =>
  rows(sql`insert into plays (user_id, track_id) select 1, track_id from recording_files where track_id is not null`)

it('it does not matter whether files or services came first', async () => {
  await fc.assert(
    fc.asyncProperty(tree, async (files) => {
      const pictures: unknown[] = []
      for (const first of ['files', 'services', 'files']) {
        const music = await createMusicDir()
        try {
          await rows(sql`truncate artists, albums, tracks, external_ids, provenance, music_folders cascade`)
          await writeLibrary(music.dir, files)
          if (first === 'services') await catalogue()
          await addFolder(server, token, music.dir)
          await scanAll(server, token)
          await playAll()
          await catalogue()
          await scanAll(server, token)
          // Every file is read again, as after a change of its tags.
          await rows(sql`update recording_files set mtime_ms = 0`)
          await scanAll(server, token)
          pictures.push(await picture())
        } finally {
          await rm(music.dir, { recursive: true, force: true })
        }
      }
      expect(pictures[1]).toEqual(pictures[0])
      expect(pictures[2]).toEqual(pictures[0])
      const [owned, shelf] = pictures[0] as Record<string, unknown>[][]
      expect(owned).toHaveLength(files.length)
      const unknown = files.some(({ path }) => path.startsWith('Not')) ? 1 : 0
      expect(shelf).toHaveLength(ALBUMS.length + unknown)
      for (const row of owned!) expect(row.catalogued).toBe(!String(row.rel_path).startsWith('Not'))
    }),
    { numRuns: 5, interruptAfterTimeLimit: 60_000, endOnFailure: true },
  )
}, 120_000)
