import { setMaxListeners } from 'node:events'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createOutsidePictures } from '../../../../src/features/images/outside/pictures.ts'
import { createShelf } from '../../../../src/features/images/shelf.ts'
import { UpstreamError } from '../../../../src/platform/upstream/types.ts'
import { gate } from '../../../support/web-server.ts'

let dir: string
let picture: Buffer
beforeAll(async () => {
  picture = await sharp({ create: { width: 300, height: 300, channels: 3, background: '#4080c0' } })
    .jpeg()
    .toBuffer()
})
beforeEach(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'animo-pictures-'))
})
afterAll(() => rm(dir, { recursive: true, force: true }))

const asker = { who: '1' }
type Fetch = (address: string, signal: AbortSignal) => Promise<Buffer>
function start(answer: Fetch) {
  const asked: string[] = []
  const told: string[] = []
  const fetch: Fetch = (address, signal) => {
    asked.push(address)
    return answer(address, signal)
  }
  const log = { debug: () => undefined, warn: (_: object, text: string) => void told.push(text) }
  const shelf = createShelf({ dir: path.join(dir, 'cache'), mostBytes: 1e6, log })
  const nothing = { db: undefined as never, coverAddresses: async () => [] }
  const pictures = createOutsidePictures({ ...nothing, imagesDir: path.join(dir, 'images'), shelf, log, fetch })
  return { pictures, asked, told }
}
/** Waits as a slow server does, until whoever asked leaves. */
const slow: Fetch = (_, signal) =>
  new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason), { once: true }))

describe('a picture of another server', () => {
  it('is fetched once and then comes out of the cache, in each size', async () => {
    const { pictures, asked } = start(async () => picture)
    const ask = (pixels: number) => pictures.shown('http://a/1.jpg', pixels, asker)
    const all = await Promise.all([ask(128), ask(128), ask(256)])
    expect(await ask(128)).toEqual(all[0])
    expect(all[1]).toEqual(all[0])
    expect((await sharp(all[2]!).metadata()).width).toBe(256)
    expect(asked).toHaveLength(2)
    expect(await readdir(dir)).toEqual(['cache'])
  })

  it('that cannot be had is not asked for again soon, and is no line in the log', async () => {
    const failing = start(() => Promise.reject(new UpstreamError('a', 'failed', 'a: answered with an error (404)')))
    const other = start(async () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'))
    for (const { pictures, asked, told } of [failing, other]) {
      for (let n = 0; n < 3; n++) expect(await pictures.shown('http://a/1.jpg', 128, asker)).toBe(null)
      expect([asked.length, told]).toEqual([1, []])
    }
  })

  it('is not taken for missing because somebody left', async () => {
    const gone = new AbortController()
    const first = gate()
    const { pictures, asked } = start((address, signal) => {
      first.open()
      return gone.signal.aborted ? Promise.resolve(picture) : slow(address, signal)
    })
    const left = pictures.shown('http://a/1.jpg', 128, { who: '1', signal: gone.signal })
    await first.passed
    gone.abort(new Error('left'))
    await expect(left).rejects.toThrow('left')
    expect(await pictures.shown('http://a/1.jpg', 128, asker)).toBeInstanceOf(Buffer)
    expect(asked).toHaveLength(2)
  })

  it('comes although another user asked for a hundred slow ones and left, or waits for them', async () => {
    const { pictures } = start((address, signal) =>
      address.includes('slow') ? slow(address, signal) : Promise.resolve(picture),
    )
    const gone = new AbortController()
    setMaxListeners(200, gone.signal)
    const crowd = Array.from({ length: 100 }, (_, n) =>
      pictures.shown(`http://a/slow${n}.jpg`, 128, { who: '2', signal: gone.signal }).catch((error: Error) => error),
    )
    expect(await pictures.shown('http://a/1.jpg', 128, asker)).toBeInstanceOf(Buffer)
    gone.abort(new Error('left'))
    expect(await pictures.shown('http://a/2.jpg', 128, { who: '2' })).toBeInstanceOf(Buffer)
    expect((await Promise.all(crowd)).every((error) => error instanceof Error && error.message === 'left')).toBe(true)
  })

  it('is kept for an artist although people fill their line, and apart from what people look at', async () => {
    const { pictures, asked } = start(async (address, signal) => {
      if (address.includes('slow')) return slow(address, signal)
      return picture
    })
    const gone = new AbortController()
    setMaxListeners(200, gone.signal)
    const crowd = [1, 2, 3].flatMap((who) =>
      [1, 2, 3, 4].map((n) =>
        pictures
          .shown(`http://a/slow${who}${n}.jpg`, 128, { who: String(who), signal: gone.signal })
          .catch(() => 'left'),
      ),
    )
    await expect.poll(() => asked.length, { interval: 1 }).toBe(6)
    const kept = await pictures.keepPicture('http://a/1.jpg', 'Remote')
    expect(kept?.file).toMatch(/^Remote\/[0-9a-f]+\.jpg$/)
    gone.abort(new Error('left'))
    expect(new Set(await Promise.all(crowd))).toEqual(new Set(['left']))
  })

  it('of an artist that cannot be kept is told, and the rest goes on', async () => {
    const { pictures, told } = start(async () => picture)
    await rm(dir, { recursive: true })
    await writeFile(dir, 'a file where the folder should be')
    expect(await pictures.keepPicture('http://a/1.jpg', 'Some')).toBe(null)
    expect(told).toEqual(['the picture of an artist cannot be kept'])
    await expect(pictures.shown('http://a/1.jpg', 128, asker)).rejects.toThrow()
  })
})
