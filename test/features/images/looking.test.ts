import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { extractCover } from '../../../src/features/images/extract.ts'
import { createImages } from '../../../src/features/images/service.ts'
import { startTestServer, type TestServer } from '../../support/app.ts'
import { createMusicDir } from '../../support/library.ts'
import { addAlbum, addArtist } from '../library/seed.ts'

let server: TestServer
let music: Awaited<ReturnType<typeof createMusicDir>>

beforeAll(async () => {
  server = await startTestServer()
  music = await createMusicDir()
  await music.put({ 'a/1.ogg': 'e2e-tune.ogg' })
})
afterAll(async () => {
  await server.close()
  await music.remove()
})

it('"no cover" is only said after a look at every place', async () => {
  const look = (...relPaths: string[]) =>
    extractCover({ root: music.dir, relPaths, imagesDir: server.config.storageDir, folder: 'x' })
  await expect(look('a/1.ogg')).resolves.toBeNull()
  await expect(look('a/1.ogg', 'a/gone.ogg')).rejects.toThrow('not every place')
  await expect(look('gone/1.ogg')).rejects.toThrow('not every place')
})

it('a search that was stopped says so, and what it did not see stays pending', async () => {
  const { db } = server.context
  await addAlbum(db, 'Unseen', [await addArtist(db, 'Nadia Vale')])
  const { storageDir, cacheDir } = server.config
  const nobody = {
    fetch: () => Promise.reject(new Error('offline')),
    coverAddresses: async () => [],
    addresses: { isOurs: () => true },
  }
  const images = createImages({ db, storageDir, cacheDir, log: server.app.log, ...nobody })
  await expect(images.findMissing(AbortSignal.abort())).rejects.toThrow()
  const { rows } = await db.execute(sql`select cover_state from albums`)
  expect(rows).toEqual([{ cover_state: 'pending' }])
  await images.close()
})
