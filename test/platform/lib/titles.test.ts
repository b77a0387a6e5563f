import { describe, expect, it } from 'vitest'
import { bareAlbumTitle, bareTrackTitle, withoutDisc } from '../../../src/platform/lib/titles.ts'

describe('a title as it is compared', () => {
  it.each([
    ['Undertow (Deluxe Edition) [2011 Remaster]', 'undertow'],
    ['Undertow - 2011 Remaster', 'undertow'],
    ['Undertow - EP', 'undertow'],
    ['Undertow (E.P.)', 'undertow'],
    ['Undertow (CD 2)', 'undertow'],
    ['Undertow (Live)', 'undertow live'],
    ['Undertow (Live, Remastered)', 'undertow live remastered'],
    ['Undertow (Ferry’s Version)', 'undertow ferrys version'],
    ['(Remastered)', 'remastered'],
    ['Single', 'single'],
  ])('of an album: %s', (title, bare) => expect(bareAlbumTitle(title)).toBe(bare))

  it.each([
    ['Low Tide (feat. Slow Pier)', 'low tide'],
    ['Low Tide feat. Slow Pier', 'low tide'],
    ['Low Tide (Mono) - 2011 Remaster', 'low tide'],
    ['Low Tide (Acoustic)', 'low tide acoustic'],
    ['Low Tide (Live) [feat. Slow Pier]', 'low tide live'],
    ['Featherweight', 'featherweight'],
  ])('of a track: %s', (title, bare) => expect(bareTrackTitle(title)).toBe(bare))

  it('keeps a title that is nothing but a disc', () => expect(withoutDisc('CD 1')).toBe('CD 1'))

  it('does not take long over hostile titles', () => {
    expect(bareAlbumTitle('('.repeat(100_000)).length).toBeLessThan(1000)
    expect(bareTrackTitle(' - '.repeat(100_000)).length).toBeLessThan(1000)
  })
})
