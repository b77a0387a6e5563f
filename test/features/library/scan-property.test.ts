import { rm } from 'node:fs/promises'
import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../../support/app.ts'
import { type LibraryFile, writeLibrary } from '../../support/audio/library.ts'
import { addFolder, createMusicDir, scanAll } from '../../support/library.ts'

let server: TestServer
let token: string

beforeAll(async () => {
  server = await startTestServer({ jobs: true })
  token = await server.admin()
})
afterAll(() => server.close())

/** Names that meet in every way: same artist in two spellings, guests, compilations, no tags at all. */
const artist = fc.constantFrom(
  'Nadia Vale',
  'nadia vale',
  'Tomas Reyl',
  'Ærø',
  'Nadia Vale feat. Tomas Reyl',
  '林 小雨',
)
const album = fc.option(fc.constantFrom('Blue Hour', 'Blue Hour (CD 2)', 'BLUE HOUR', 'Harbour', 'Greatest Hits'), {
  nil: undefined,
})
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined })

const file: fc.Arbitrary<LibraryFile> = fc
  .record({
    dir: fc.constantFrom('', 'a', 'a/CD1', 'a/CD 2', 'b', 'b/c/d', 'z é', 'a.b'),
    name: fc.constantFrom('01 x', '02 y', '03 z', 'song', 'a - b', '1-04 w'),
    format: fc.constantFrom('mp3' as const, 'flac' as const),
    title: fc.constantFrom('Night Ferry', 'Night Ferry (feat. Ærø)', 'Low Tide', 'Intro', 'x'),
    artists: fc.uniqueArray(artist, { minLength: 1, maxLength: 3 }),
    albumArtist: optional(fc.constantFrom('Nadia Vale', 'Various Artists', 'VA')),
    album,
    track: optional(fc.integer({ min: 1, max: 4 })),
    disc: optional(fc.integer({ min: 1, max: 2 })),
    date: optional(fc.constantFrom('1999', '2011-05-01')),
    genres: optional(fc.subarray(['Rock', 'rock', 'Folk', 'R&B'])),
    compilation: fc.boolean(),
    released: fc.boolean(),
  })
  .map(({ dir, name, format, released, ...rest }) => {
    const tags = Object.fromEntries(
      Object.entries(rest).filter(([, value]) => value !== undefined),
    ) as unknown as LibraryFile['tags']
    // A release group is of one artist and title: a tagger may leave it out, but not contradict itself.
    const releaseGroup =
      released && rest.albumArtist === 'Nadia Vale' && rest.album === 'Harbour'
        ? 'f1c70000-0000-4000-8000-000000000001'
        : undefined
    const path = `${dir ? `${dir}/` : ''}${name}.${format}`
    return { path, format, salt: path, tags: { ...tags, ...(releaseGroup && { musicbrainz: { releaseGroup } }) } }
  })
const tree = fc.uniqueArray(file, { selector: ({ path }) => path, minLength: 1, maxLength: 14 })

/** The catalogue without ids and times. Artists by their compared name: a row keeps the spelling that came first. */
async function catalogue(): Promise<string[]> {
  const { rows } = await server.context.db.execute<{ line: string }>(sql`
    select concat_ws(' | ', f.rel_path, f.state, t.track_key, t.name, t.artist_line, t.duration_ms, t.has_file, a.album_key, a.name, a.artist_line, a.release_date,
      a.release_type, a.total_tracks, (select string_agg(ar.normalized_name || ta.role || ta.position, ',' order by ta.position) from track_artists ta join artists ar on ar.id = ta.artist_id where ta.track_id = t.id),
      (select string_agg(g.normalized_name, ',' order by tg.position) from track_genres tg join genres g on g.id = tg.genre_id where tg.track_id = t.id)) as line
    from recording_files f left join tracks t on t.id = f.track_id left join albums a on a.id = t.album_id order by f.rel_path collate "C"`)
  return rows.map((row) => row.line)
}

async function ids(): Promise<string> {
  const { rows } = await server.context.db.execute(
    sql`select f.rel_path, f.track_id, t.album_id from recording_files f join tracks t on t.id = f.track_id order by 1`,
  )
  return JSON.stringify(rows)
}

async function counts() {
  const { rows } = await server.context.db.execute(sql`select
    (select count(*)::int from tracks t where not exists (select 1 from recording_files f where f.track_id = t.id)) as empty_tracks,
    (select count(*)::int from albums a where not exists (select 1 from tracks t where t.album_id = a.id)) as empty_albums,
    (select count(*)::int from artists a where not exists (select 1 from track_artists c where c.artist_id = a.id) and not exists (select 1 from album_artists c where c.artist_id = a.id)) as idle_artists,
    (select count(*)::int from artists a where a.track_count <> (select count(*) from track_artists c where c.artist_id = a.id)) as wrong_counts,
    (select count(*)::int from recording_files where track_id is null) as loose_files`)
  return rows[0]
}

it('a second scan changes nothing, whatever the tree and the tags; and a grown tree ends as if it had been there at once', async () => {
  await fc.assert(
    fc.asyncProperty(tree, fc.integer({ min: 0, max: 14 }), async (files, split) => {
      const music = await createMusicDir()
      const folderId = await addFolder(server, token, music.dir)
      try {
        await writeLibrary(music.dir, files.slice(0, split))
        await scanAll(server, token)
        await writeLibrary(music.dir, files.slice(split))
        const first = await scanAll(server, token)
        expect(first).toMatchObject({ state: 'done', failed: 0, files_total: files.length })
        const grown = await catalogue()
        const grownIds = await ids()
        expect(grown).toHaveLength(files.length)
        expect(await counts()).toEqual({
          empty_tracks: 0,
          empty_albums: 0,
          idle_artists: 0,
          wrong_counts: 0,
          loose_files: 0,
        })

        expect(await scanAll(server, token)).toMatchObject({
          added: 0,
          updated: 0,
          moved: 0,
          missing: 0,
          unchanged: files.length,
        })
        expect(await catalogue()).toEqual(grown)
        expect(await ids()).toEqual(grownIds)

        await server.send({ method: 'DELETE', url: `/library/folders/${folderId}`, token })
        await addFolder(server, token, music.dir)
        await scanAll(server, token)
        expect(await catalogue()).toEqual(grown)
      } finally {
        for (const { id } of (await server.send({ url: '/library/folders', token })).json().items) {
          await server.send({ method: 'DELETE', url: `/library/folders/${id}`, token })
        }
        await rm(music.dir, { recursive: true, force: true })
      }
    }),
    { numRuns: 20, interruptAfterTimeLimit: 60_000, endOnFailure: true },
  )
}, 120_000)
