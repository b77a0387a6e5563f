import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseFile } from 'music-metadata'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DemoTrack } from '../../../src/features/demo/catalogue/types.ts'
import { makeDemoLibrary } from '../../../src/features/demo/make.ts'

let dir: string
beforeAll(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'animo-demo-'))
})
afterAll(() => rm(dir, { recursive: true, force: true }))

const only =
  (...titles: string[]) =>
  (track: DemoTrack) =>
    titles.includes(track.title)
const listed = async (folder: string) =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name)
    .sort()

describe('makeDemoLibrary', () => {
  const tracks = only('Fireproof', 'Low Tide Dub')

  it('writes tagged files, tells how far it is, and keeps what is there', async () => {
    const steps: string[] = []
    const onProgress = (done: number, total: number) => void steps.push(`${done}/${total}`)
    expect(await makeDemoLibrary(dir, { tracks, onProgress })).toEqual({ artists: 3, albums: 2, tracks: 2, files: 2 })
    expect(steps).toEqual(['0/2', '1/2', '2/2'])
    expect(await listed(dir)).toEqual(['01 Fireproof.wav', '01 Low Tide Dub.opus'])

    const file = path.join(dir, 'Neon Quetzal/Fireproof/01 Fireproof.wav')
    const before = await stat(file)
    await makeDemoLibrary(dir, { tracks, onProgress })
    expect((await stat(file)).mtimeMs).toBe(before.mtimeMs)
    expect(steps.at(-1)).toBe('2/2')
  })

  it('makes the same bytes again', async () => {
    const file = path.join(dir, 'Neon Quetzal/Fireproof/01 Fireproof.wav')
    const before = await readFile(file)
    await writeFile(file, '')
    await makeDemoLibrary(dir, { tracks: only('Fireproof') })
    expect((await readFile(file)).equals(before)).toBe(true)
  })

  it('tags a featured guest in WAV so that the scanner reads all of it', async () => {
    const { common, format } = await parseFile(path.join(dir, 'Neon Quetzal/Fireproof/01 Fireproof.wav'))
    expect(common).toMatchObject({
      title: 'Fireproof',
      artist: 'Neon Quetzal feat. Odessa Wynn',
      artists: ['Neon Quetzal', 'Odessa Wynn'],
      albumartist: 'Neon Quetzal',
      album: 'Fireproof',
      track: { no: 1, of: 1 },
      disk: { no: 1, of: 1 },
      date: '2025-01-31',
      genre: ['Dance', 'House'],
      bpm: 126,
    })
    expect(format.duration).toBeGreaterThan(28)
    const picture = await sharp(common.picture![0]!.data).metadata()
    expect([picture.format, picture.width, picture.height]).toEqual(['jpeg', 600, 600])
  })

  it('measures an album as a whole: the album gain is not the track gain', async () => {
    const { common, native } = await parseFile(path.join(dir, 'Deep Harbour Sound/Low Tide Dub/01 Low Tide Dub.opus'))
    const gains = [common.replaygain_track_gain!.dB, common.replaygain_album_gain!.dB]
    for (const gain of gains) expect(gain).toBeCloseTo(-2.5, 0)
    expect(common.picture).toHaveLength(1)
    const r128 = native.vorbis!.find(({ id }) => id === 'R128_TRACK_GAIN')!
    // The text of the older tag is rounded to a hundredth of a decibel.
    expect(Math.abs(Number(r128.value) - (gains[0]! - 5) * 256)).toBeLessThan(2.5)
  })

  it('leaves nothing half done when it is stopped', async () => {
    const folder = path.join(dir, 'stopped')
    const stop = new AbortController()
    const run = makeDemoLibrary(folder, {
      signal: stop.signal,
      tracks: only('Nivel uno', 'Fireproof'),
      onProgress: (done) => done === 1 && stop.abort(new Error('enough')),
    })
    await expect(run).rejects.toThrow('enough')
    const names = await readdir(folder, { recursive: true })
    expect(names.filter((name) => name.includes('.animo-demo-'))).toEqual([])
    const sounds = names.filter((name) => name.endsWith('.wav'))
    for (const name of sounds) expect((await parseFile(path.join(folder, name))).format.duration).toBeGreaterThan(25)
    expect(sounds.length).toBeGreaterThan(0)
  })

  it('does not start when already told to stop', async () => {
    const folder = path.join(dir, 'never')
    await expect(makeDemoLibrary(folder, { signal: AbortSignal.abort() })).rejects.toThrow()
    await expect(stat(folder)).rejects.toThrow('ENOENT')
  })
})
