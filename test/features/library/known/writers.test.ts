import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Db, openDatabase } from '../../../../src/db/client.ts'
import { createKnown, type Known } from '../../../../src/features/library/known/known.ts'
import { inTransaction } from '../../../../src/features/library/store/transaction.ts'
import { startTestServer } from '../../../support/app.ts'
import { writeLibrary } from '../../../support/audio/library.ts'
import { addFolder, createMusicDir, scanAll } from '../../../support/library.ts'
import { album, contents, credit, mbid, startKnown, track } from './said.ts'

const LOCK = sql`select pg_advisory_xact_lock(hashtextextended('animo.catalogue', 0))`
const waiting = async (db: Db): Promise<number> => {
  const { rows } = await db.execute(sql`select 1 from pg_locks where locktype = 'advisory' and not granted
    and database = (select oid from pg_database where datname = current_database())`)
  return rows.length
}
/** Somebody else's write: holds the catalogue until it is told to end. */
async function holdCatalogue(db: Db): Promise<() => Promise<void>> {
  let end: () => void = () => undefined
  const asked = new Promise<void>((resolve) => {
    end = resolve
  })
  let held: () => void = () => undefined
  const holding = new Promise<void>((resolve) => {
    held = resolve
  })
  const done = db.transaction(async (tx) => {
    await tx.execute(LOCK)
    held()
    await asked
  })
  await holding
  return () => {
    end()
    return done
  }
}

describe('writers in several processes', () => {
  let all: Awaited<ReturnType<typeof startKnown>>
  beforeAll(async () => {
    all = await startKnown()
  })
  afterAll(() => all.close())
  beforeEach(() => all.clear())

  /** The same shuffle each run, another for each writer and round. */
  const random = (seed: number) => () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    return seed / 2_147_483_648
  }
  function shuffled<T>(items: readonly T[], next: () => number): T[] {
    const keys = new Map(items.map((item) => [item, next()]))
    return [...items].sort((a, b) => (keys.get(a) ?? 0) - (keys.get(b) ?? 0))
  }
  const artist = (n: number) => credit(`Art ${n}`, { ids: { musicbrainz: mbid(n) } })
  const BAND = [1, 2, 3, 4]

  /** A discography of its own and one that all share, then the tracks of both, with guests that all share. */
  async function write(known: Known, n: number, round: number): Promise<void> {
    const next = random(n * 100 + round)
    const id = await known.saveArtist({ name: `Art ${n}`, ids: { musicbrainz: mbid(n) }, source: 'x' })
    const own = Array.from({ length: 20 }, (_, at) =>
      album(`Own ${n} ${at}`, { ids: { musicbrainz: mbid(n * 1000 + at) }, date: '2001', credits: [artist(n)] }),
    )
    const shared = Array.from({ length: 5 }, (_, at) =>
      album(`Both ${at}`, {
        ids: { musicbrainz: mbid(9000 + at) },
        date: '2001',
        credits: shuffled(BAND, next).map(artist),
      }),
    )
    const items = shuffled([...own, ...shared], next).map((one) => ({ album: one, source: 'x', score: null }))
    const ids = [...(await known.saveAlbums(id, items)).values()]
    const songs = (albumId: number) =>
      Array.from({ length: 6 }, (_, at) =>
        track(`Song ${at} ${round}`, at + 1, { credits: [artist(n), artist(5 + ((albumId * 7 + at * 3) % 20))] }),
      )
    await known.saveContents(
      shuffled(ids, next).map((albumId) => ({ albumId, source: 'x', contents: contents(songs(albumId)) })),
    )
  }

  it('share albums and artists in any order: none fails, and none has to be stopped', async () => {
    const pools = [openDatabase(all.url, () => undefined, 4), openDatabase(all.url, () => undefined, 4)]
    const failures: unknown[] = []
    for (let round = 0; round < 6; round++)
      await Promise.all(
        BAND.map((n) =>
          write(createKnown({ db: pools[n % 2]!.db }), n, round).catch((error: unknown) => failures.push(error)),
        ),
      )
    // A connection says what it counted when it ends.
    await Promise.all(pools.map((pool) => pool.close()))
    expect(failures).toEqual([])
    expect(
      await all.rows(sql`select deadlocks::int as n from pg_stat_database where datname = current_database()`),
    ).toEqual([{ n: 0 }])
    expect(await all.count('albums')).toBe(85)
    const wrong = sql`select id from artists a where album_count <> (select count(*) from album_artists c where c.artist_id = a.id)
      or track_count <> (select count(*) from track_artists c where c.artist_id = a.id)`
    expect(await all.rows(wrong)).toEqual([])
  }, 60_000)

  it('wait with one connection, however many writes there are', async () => {
    const release = await holdCatalogue(all.db)
    const pool = openDatabase(all.url, () => undefined, 3)
    const known = createKnown({ db: pool.db })
    const writes = Array.from({ length: 12 }, (_, n) => known.saveArtist({ name: `A ${n}`, ids: {}, source: 'x' }))
    try {
      await vi.waitFor(async () => expect(await waiting(all.db)).toBe(1))
      // The pool has connections left for those who only read.
      expect(await known.resolveRef('artist', '1')).toBe(null)
    } finally {
      await release()
    }
    expect(new Set(await Promise.all(writes)).size).toBe(12)
    await pool.close()
  })
})

it('a scan takes its turn too, and so cannot meet a writer half way', async () => {
  const server = await startTestServer({ jobs: true })
  const music = await createMusicDir()
  try {
    const token = await server.admin()
    const { db } = server.context
    const tags = { title: 'Song', artists: ['Art 1'], albumArtist: 'Art 1', album: 'Both', date: '2001', track: 1 }
    await writeLibrary(music.dir, [{ path: 'Both/1.mp3', format: 'mp3', salt: 'x', tags }])
    const release = await holdCatalogue(db)
    let scanned: ReturnType<typeof scanAll>
    try {
      await addFolder(server, token, music.dir)
      scanned = scanAll(server, token)
      await vi.waitFor(async () => expect(await waiting(db)).toBe(1), { timeout: 20_000 })
      expect((await db.execute(sql`select 1 from recording_files`)).rows).toEqual([])
    } finally {
      await release()
    }
    expect(await scanned).toMatchObject({ state: 'done' })
    expect((await db.execute(sql`select 1 from recording_files`)).rows).toHaveLength(1)
  } finally {
    await music.remove()
    await server.close()
  }
}, 60_000)

describe('a write that was stopped', () => {
  /** A database whose transactions fail with these codes, one after the other, and succeed then. */
  function failing(...codes: string[]) {
    const db = {
      tried: 0,
      transaction: async () => {
        const code = codes[db.tried++]
        if (code) throw Object.assign(new Error('query'), { cause: { code } })
        return 'written'
      },
    }
    const pauses: number[] = []
    const pause = async (ms: number) => pauses.push(ms)
    const run = (how = {}) => inTransaction(db as unknown as Db, async () => 'work', { pause, ...how })
    return { db, pauses, run }
  }

  it('begins anew after a pause that grows and is random', async () => {
    vi.spyOn(Math, 'random').mockReturnValueOnce(0.5).mockReturnValueOnce(0.25).mockReturnValueOnce(1)
    const { run, pauses } = failing('40P01', '40001', '23505')
    expect(await run()).toBe('written')
    expect(pauses).toEqual([20, 20, 160])
    vi.restoreAllMocks()
  })

  it('gives up after a few times, and at once when it is something else', async () => {
    const stuck = failing(...Array<string>(9).fill('40P01'))
    await expect(stuck.run()).rejects.toMatchObject({ cause: { code: '40P01' } })
    expect(stuck.db.tried).toBe(5)
    for (const [code, how] of [
      ['22001', {}],
      ['23505', { met: false }],
    ] as const) {
      const other = failing(code)
      await expect(other.run(how)).rejects.toMatchObject({ cause: { code } })
      expect([other.db.tried, other.pauses]).toEqual([1, []])
    }
  })
})
