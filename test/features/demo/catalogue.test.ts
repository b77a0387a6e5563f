import { describe, expect, it } from 'vitest'
import { artistsOf, CATALOGUE, tracksOf } from '../../../src/features/demo/catalogue/catalogue.ts'
import { STYLES } from '../../../src/features/demo/compose/styles/styles.ts'
import { filesOf, placeTracks } from '../../../src/features/demo/produce/layout.ts'
import { composeTrack, syncedLyrics } from '../../../src/features/demo/produce/perform.ts'

const all = CATALOGUE.flatMap((album) => tracksOf(album).map((track) => ({ album, track })))

describe('the demo catalogue', () => {
  it('is as large and as varied as promised', () => {
    expect(all.length).toBeGreaterThanOrEqual(41)
    expect(new Set(all.flatMap(({ album, track }) => artistsOf(album, track))).size).toBeGreaterThanOrEqual(15)
    expect(CATALOGUE.length).toBeGreaterThanOrEqual(16)
    expect(new Set(all.map(({ track }) => STYLES[track.style].genres[0])).size).toBeGreaterThanOrEqual(8)
    const tempi = all.map(({ track }) => track.bpm)
    expect([Math.min(...tempi), Math.max(...tempi)]).toEqual([60, 174])
    expect(CATALOGUE.filter(({ compilation }) => compilation).map(({ albumArtist }) => albumArtist)).toEqual([
      'Various Artists',
    ])
  })

  it('gives every file a path of its own', () => {
    const files = CATALOGUE.flatMap(filesOf)
    expect(new Set(files.map((file) => file.toLowerCase())).size).toBe(files.length)
    const discs = CATALOGUE.filter(({ discs }) => discs.length > 1).flatMap(placeTracks)
    expect(discs.map(({ file }) => file.split(/[\\/]/)[2])).toEqual(['CD1', 'CD1', 'CD2', 'CD2'])
  })

  it('writes music in which every note can be played', () => {
    for (const { album, track } of all) {
      const score = composeTrack(album, track)
      const notes = score.parts.flatMap((part) => part.notes)
      expect(notes.length).toBeGreaterThan(50)
      for (const { midi, start, length, velocity } of notes) {
        expect(Number.isInteger(midi) && midi >= 21 && midi <= 108, `${track.title}: ${midi}`).toBe(true)
        expect(start >= 0 && start < score.beats && length > 0 && velocity > 0 && velocity <= 1.2).toBe(true)
      }
      const seconds = (score.beats * 60) / score.bpm + score.tail
      expect(seconds, track.title).toBeGreaterThan(28)
      expect(seconds, track.title).toBeLessThan(45)
    }
  })

  it('times the lines of a song to its phrases', () => {
    const { album, track } = all.find((one) => one.track.lyrics?.kind === 'lrc')!
    const lines = syncedLyrics(track.lyrics!.lines, composeTrack(album, track)).trim().split('\n')
    expect(lines.map((line) => line.slice(10))).toEqual(track.lyrics!.lines)
    const times = lines.map((line) => line.slice(1, 9))
    expect(times).toEqual([...times].sort())
    for (const time of times) expect(time).toMatch(/^00:\d\d\.\d\d$/)
  })
})
