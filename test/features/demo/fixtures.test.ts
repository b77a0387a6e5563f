import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseFile } from 'music-metadata'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { writeCorpus } from '../../support/audio/corpus.ts'
import { writeLibrary } from '../../support/audio/library.ts'

const fixture = (name: string) => fileURLToPath(new URL(`../../fixtures/audio/${name}`, import.meta.url))

describe('the audio fixtures', () => {
  it.each([
    ['cbr-id3v24.mp3', 'Canción de la niebla'],
    ['vbr-id3v23.mp3', '夜の散歩'],
    ['tagged.flac', 'Luz de faro'],
    ['tagged.ogg', 'Ola y orilla'],
    ['tagged.opus', 'Кораблик'],
    ['aac.m4a', 'Manzana verde'],
    ['alac.m4a', 'Manzana roja'],
    ['tagged.aiff', 'Viento sur'],
    ['tagged.wav', 'Viento norte'],
  ])('%s holds a tune, two artists and a cover', async (name, title) => {
    const { common, format } = await parseFile(fixture(name), { duration: true })
    expect(common).toMatchObject({ title, artists: ['Zoë Ångström', '林 小雨'], bpm: 100 })
    expect(common.picture).toHaveLength(1)
    expect(format.duration).toBeCloseTo(2.4, 0)
  })

  it.each(['mp3', 'ogg', 'm4a', 'flac'])('e2e-tune.%s is long enough to watch its clock', async (extension) => {
    const { format } = await parseFile(fixture(`e2e-tune.${extension}`), { duration: true })
    expect(format.duration).toBeGreaterThan(5.9)
  })
})

describe('the writers for scanner tests and the bench', () => {
  let dir: string
  beforeEach(async () => {
    dir = await mkdtemp(path.join(tmpdir(), 'animo-corpus-'))
  })
  afterEach(() => rm(dir, { recursive: true, force: true }))

  it('write the library they are given', async () => {
    const tags = { title: 'T', artists: ['A', 'B'] }
    const files = await writeLibrary(dir, [
      { path: 'A/One/01 T.mp3', format: 'mp3', tags, salt: 'x' },
      { path: 'A/One/02 T.flac', format: 'flac', tags },
    ])
    const read = await Promise.all(files.map((file) => parseFile(file)))
    expect(read.map(({ common }) => common.artists)).toEqual([tags.artists, tags.artists])
  })

  it('write as many different files as asked for, spread over the albums', async () => {
    writeCorpus(dir, 25, { artists: 3, albumsPerArtist: 2 })
    const files = (await readdir(dir, { recursive: true })).filter((name) => name.endsWith('.mp3')).sort()
    expect(files).toHaveLength(25)
    const read = await Promise.all(files.map((file) => parseFile(path.join(dir, file))))
    expect(new Set(read.map(({ common }) => common.title)).size).toBe(25)
    expect(new Set(read.map(({ common }) => `${common.albumartist}/${common.album}`)).size).toBe(6)
  })
})
