import { describe, expect, it } from 'vitest'
import { isAudioName } from '../../src/features/library/files/formats.ts'
import { artistPages } from '../../src/providers/common/addresses.ts'
import { albumOf } from '../../src/providers/deezer/mapping.ts'
import { albums } from '../../src/providers/deezer/shapes.ts'
import { releaseType } from '../../src/providers/musicbrainz/mapping.ts'

/** Words from outside that every object of the language knows. */
describe.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'])('%s', (word) => {
  it('is no provider', () => {
    expect(artistPages(Object.fromEntries([[word, '1']]))).toEqual([])
    expect(artistPages(Object.fromEntries([[word, '1']])).length + artistPages({ deezer: '1' }).length).toBe(1)
  })

  it('is no type of a release', () => {
    expect(releaseType({ 'primary-type': word, 'secondary-types': [] })).toBe('other')
    const row = albums.shape.data.element.parse({ id: 1, title: 'A', record_type: word })
    expect(albumOf(row).type).toBe('other')
    expect(albumOf({ ...row, record_type: 'ep' }).type).toBe('ep')
  })

  it('is no kind of audio file', () => {
    expect([isAudioName(`song.${word}`), isAudioName('song.MP3')]).toEqual([false, true])
  })
})
