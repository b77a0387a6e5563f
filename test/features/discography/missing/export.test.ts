import { describe, expect, it } from 'vitest'
import type { MissingItem } from '../../../../src/features/discography/missing/contract.ts'
import { csvLine, m3uEntry } from '../../../../src/features/discography/missing/export.ts'

const item = (more: Partial<MissingItem> = {}): MissingItem => ({
  ...{
    id: 1,
    name: 'Harbour Lights',
    release_date: '2019-03-01',
    release_type: 'album',
    images: [],
    cover_color: null,
  },
  ...{
    total_tracks: 11,
    owned_tracks: 2,
    state: 'partly',
    is_favorite: false,
    artist_id: 1,
    artist_name: 'Night Ferry',
  },
  ...{ label: null, musicbrainz_id: null },
  ...more,
})

describe('a line of CSV', () => {
  it('has every column', () => {
    expect(csvLine(item({ musicbrainz_id: 'm' }))).toBe('Night Ferry,Harbour Lights,2019-03-01,album,2,11,,m\r\n')
  })
  it('quotes commas and quotes, and stays one line', () => {
    const line = csvLine(item({ name: 'A "B", C\r\nD', label: 'x\u2028y', musicbrainz_id: 'm\nn' }))
    expect(line).toBe('Night Ferry,"A ""B"", C D",2019-03-01,album,2,11,x y,m n\r\n')
  })
  it.each(['=1+1', '+1', '-1', '@x', '\t=x', '  =x', '\u00a0-1', '\u200b=x', '＝x', '\r\n=x'])(
    'is no formula: %j',
    (name) => {
      expect(csvLine(item({ name }))).toMatch(/,"?'/)
    },
  )
})

describe('an entry of M3U', () => {
  it('is a comment and one address', () => {
    expect(m3uEntry(item({ musicbrainz_id: 'm' }))).toBe(
      '#EXTINF:-1,Night Ferry - Harbour Lights (2019)\nhttps://musicbrainz.org/release-group/m\n',
    )
  })
  it('stays two lines whatever a name holds', () => {
    const entry = m3uEntry(item({ name: 'A\n#EXTINF:0,evil\r\nfile:///etc/passwd' }))
    expect(entry.trimEnd().split('\n')).toHaveLength(2)
    expect(entry).toContain('\nanimo:missing/')
  })
  it('stays one address whatever an id holds', () => {
    const entry = m3uEntry(item({ musicbrainz_id: 'x\nfile:///etc/passwd' }))
    expect(entry.split('\n')[1]).toBe('https://musicbrainz.org/release-group/x%20file%3A%2F%2F%2Fetc%2Fpasswd')
    expect(entry.trimEnd().split('\n')).toHaveLength(2)
  })
})
