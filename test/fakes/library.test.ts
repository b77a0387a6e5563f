import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseBuffer } from 'music-metadata'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { renderAlbums } from '../support/fake-library.ts'
import { picture } from './world/picture.ts'
import { makeWorld } from './world/world.ts'

const world = makeWorld({ artists: 12 })
const called = (title: string) => world.albums.find((album) => album.title === title && album.primaryType === 'Album')!
let dir: string
beforeAll(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'animo-albums-'))
})
afterAll(() => rm(dir, { recursive: true, force: true }))

const tagsOf = async (file: string) => parseBuffer(await readFile(file), { path: file }, { duration: true })
/** The digest of the sound that FLAC keeps in its first block. */
const soundOf = async (file: string) => (await readFile(file)).subarray(26, 42).toString('hex')

describe('albums of the world as files', () => {
  it('have the names, the ids and the lengths of the world', async () => {
    const album = called('Harbour Lights')
    const files = await renderAlbums(world, [album.key], dir, { mbids: true })
    expect(files).toHaveLength(11)
    expect(path.relative(dir, files[2]!)).toBe(path.join('Night Ferry', 'Harbour Lights', '03 Tide Table.flac'))
    const { common, format } = await tagsOf(files[2]!)
    const track = album.editions[0]!.discs[0]![2]!
    expect(common).toMatchObject({ title: 'Tide Table', album: 'Harbour Lights', artist: 'Night Ferry' })
    expect([common.track.no, common.track.of, common.date]).toEqual([3, 11, '2019-03-01'])
    expect(common.musicbrainz_recordingid).toBe(track.recordingMbid)
    expect(common.musicbrainz_releasegroupid).toBe(album.mbid)
    expect(common.musicbrainz_artistid).toEqual([world.artists[0]?.mbid])
    expect(format.duration).toBeCloseTo(241.333, 2)
    expect(common.picture).toHaveLength(1)
  })

  it('say nothing but names when they should, and are as short as they should be', async () => {
    const album = called('Live at the Old Customs House')
    const files = await renderAlbums(world, [album.key], dir, { mbids: false, seconds: 3 })
    const all = await Promise.all(files.map(tagsOf))
    expect(all.map(({ common }) => common.title)).toEqual(album.editions[0]!.discs.flat().map(({ title }) => title))
    for (const { common, format } of all) {
      expect(Object.keys(common).filter((name) => /musicbrainz|isrc/.test(name))).toEqual([])
      expect(format.duration).toBe(3)
    }
    // No two files have the same sound: a server tells files apart by it.
    expect(new Set(await Promise.all(files.map(soundOf))).size).toBe(files.length)
  })

  it('lie in a folder for each disc', async () => {
    const album = called('Three Nights Below Deck')
    const files = await renderAlbums(world, [album.key], dir, { mbids: true, seconds: 1 })
    expect(new Set(files.map((file) => path.basename(path.dirname(file))))).toEqual(new Set(['CD1', 'CD2']))
    expect((await tagsOf(files.at(-1)!)).common.disk).toEqual({ no: 2, of: 2 })
  })

  it('are not made of nothing', async () => {
    await expect(renderAlbums(world, [99_999], dir, { mbids: true })).rejects.toThrow('no album 99999')
  })
})

describe('pictures', () => {
  it('are real, of their colour, and made once', async () => {
    const image = await picture('#336699', 64, 'png')
    const { format, width, height } = await sharp(image).metadata()
    expect([format, width, height]).toEqual(['png', 64, 64])
    const { data } = await sharp(image).removeAlpha().raw().toBuffer({ resolveWithObject: true })
    expect([...data.subarray(0, 3)]).toEqual([0x33, 0x66, 0x99])
    expect(await picture('#336699', 64, 'png')).toBe(image)
    expect((await sharp(await picture('#336699')).metadata()).format).toBe('jpeg')
  })
})
