import { describe, expect, it } from 'vitest'
import { creditsOf } from '../../../web/features/library/albums/about/credits.ts'
import { paced } from '../../../web/features/library/artists/about/paced.ts'
import { ownPicture } from '../../../web/features/library/artists/about/pictures.ts'
import { countryName, linksOf, safeLink, yearsOf } from '../../../web/features/library/artists/detail/facts.ts'
import { idIn } from '../../../web/features/library/artists/identity/forms/outside-id.ts'
import {
  attributions,
  factsOf,
  licenceOf,
  plainName,
  sourceName,
  tellerOf,
} from '../../../web/features/library/provenance/told.ts'
import type { AlbumProfile } from '../../../web/lib/api/discography.ts'
import { releaseDay } from '../../../web/lib/format/format.ts'

describe('who an artist is', () => {
  it('names the country in the language of the reader, and leaves alone what is no code', () => {
    expect([countryName('MX', 'es'), countryName('MX', 'en'), countryName('Catalonia', 'en')]).toEqual([
      'México',
      'Mexico',
      'Catalonia',
    ])
    expect([countryName('XE', 'en'), countryName('XW', 'en'), countryName(null, 'en')]).toEqual(['Europe', 'world', ''])
  })

  it.each([
    ['1933-02-21', '2003-04-21', '1933–2003'],
    ['1988', '', '1988–'],
    ['', '1999', '–1999'],
    ['2001-01', '2001-12', '2001'],
    ['', '', ''],
  ])('began %s and ended %s: %s', (begin_date, end_date, words) => {
    expect(yearsOf({ begin_date, end_date })).toBe(words)
  })

  it('links only to pages, each place once', () => {
    const links = [
      'https://www.last.fm/a',
      'javascript:alert(1)',
      'https://last.fm/b',
      'no address',
      'http://a.example',
    ]
    expect(linksOf(links.map((url) => ({ kind: 'other', url })))).toEqual([
      { host: 'last.fm', url: 'https://www.last.fm/a' },
      { host: 'a.example', url: 'http://a.example/' },
    ])
    expect(safeLink(null)).toBeNull()
    expect(safeLink('data:text/html,x')).toBeNull()
  })

  it('shows only pictures of our own server', () => {
    expect(ownPicture([{ url: 'https://i.example/x.jpg' }, { url: '//i.example/y' }, { url: '/images/1' }])).toBe(
      '/images/1',
    )
    expect(ownPicture([])).toBeUndefined()
  })
})

describe('the id that was pasted', () => {
  it.each([
    [' 5b11f4ce-a62d-471e-81fc-a69a8278c7da ', '5b11f4ce-a62d-471e-81fc-a69a8278c7da'],
    ['https://musicbrainz.org/artist/5b11f4ce-a62d-471e-81fc-a69a8278c7da/', '5b11f4ce-a62d-471e-81fc-a69a8278c7da'],
    ['https://open.spotify.com/artist/6olE6TJLqED3rqDCT0FyPh?si=1', '6olE6TJLqED3rqDCT0FyPh'],
    ['https://www.discogs.com/artist/125246-Nirvana', '125246'],
    ['https://', 'https://'],
    ['', ''],
  ])('%s is %s', (text, id) => {
    expect(idIn(text)).toBe(id)
  })
})

describe('where facts are from', () => {
  const field = (name: string, title: string, attribution: string) => ({
    ...{ field: name, provider: title.toLowerCase(), title, attribution },
    ...{ score: null, fetched_at: '2026-01-01T00:00:00Z' },
  })
  const fields = [
    field('bio', 'Wiki', 'Text: CC BY-SA'),
    field('genres', 'Wiki', 'Text: CC BY-SA'),
    field('name', 'Your files', ''),
  ]

  it('thanks each service once and nobody for our own files', () => {
    expect(attributions(fields)).toEqual([{ title: 'Wiki', attribution: 'Text: CC BY-SA' }])
  })

  it.each([
    ['Biographies, tags and counts from Last.fm; texts under CC BY-SA', 'CC BY-SA'],
    ['Texts from Wikipedia, CC BY-SA 4.0; pictures from Wikimedia Commons under their own licences', 'CC BY-SA 4.0'],
    ['Data from MusicBrainz (CC0); genres and tags CC BY-NC-SA 3.0', 'CC0'],
    ['Texts and pictures from TheAudioDB.com', null],
    ['', null],
  ])('names the licence in: %s', (attribution, licence) => {
    expect(licenceOf(attribution)).toBe(licence)
  })

  it('tells columns that are one fact as one, with what was said last', () => {
    const columns = [
      { ...field('bio_content', 'Last.fm', ''), fetched_at: '2026-01-02T00:00:00Z' },
      field('bio_url', 'Wiki', ''),
      field('image_hash', 'Spotify', ''),
      field('image_color', 'Spotify', ''),
      field('country', 'Wiki', ''),
    ]
    expect(factsOf(columns).map((one) => [one.field, one.title])).toEqual([
      ['bio', 'Last.fm'],
      ['picture', 'Spotify'],
      ['country', 'Wiki'],
    ])
    expect(tellerOf({ entity: 'artist', id: 1, fields: columns, ids: [] }, 'bio', null)?.title).toBe('Last.fm')
  })

  it('finds who told a text, and names a field nobody knows', () => {
    expect(tellerOf({ entity: 'artist', id: 1, fields, ids: [] }, 'bio', 'en')?.title).toBe('Wiki')
    const both = [...fields, field('bio_en', 'Last.fm', '')]
    expect(tellerOf({ entity: 'artist', id: 1, fields: both, ids: [] }, 'bio', 'en')?.title).toBe('Last.fm')
    expect(tellerOf(undefined, 'bio', 'en')).toBeUndefined()
    expect(plainName('some_new_field')).toBe('Some new field')
    expect([sourceName('lastfm'), sourceName('new_one'), sourceName('constructor')]).toEqual([
      'Last.fm',
      'New one',
      'Constructor',
    ])
  })
})

describe('the credits of an album', () => {
  it('names guests once, the most heard first, and never those it is by', () => {
    const by = (...ids: number[]) => ({ artists: ids.map((id) => ({ id, name: `A${id}` })) })
    const album = { artists: by(1).artists, tracks: [by(1, 2), by(1, 3), by(3), by(1)] } as unknown as AlbumProfile
    expect(creditsOf(album)).toEqual({
      main: [{ id: 1, name: 'A1' }],
      guests: [
        { id: 3, name: 'A3', tracks: 2 },
        { id: 2, name: 'A2', tracks: 1 },
      ],
    })
  })
})

describe('a release date', () => {
  it.each([
    ['2025-11-07', '7 Nov 2025'],
    ['2025-11', 'Nov 2025'],
    ['2025', '2025'],
    ['2025-13-40', '2025'],
    ['soon', ''],
    ['', ''],
  ])('%s is %s', (date, words) => {
    expect(releaseDay(date, 'en-GB')).toBe(words)
  })
})

describe('reading again while it grows', () => {
  it('happens at most once in two seconds, and the last wish is kept', () => {
    let [now, deeds] = [0, 0]
    const waiting: { at: number; run: () => void }[] = []
    const timers = {
      now: () => now,
      set: (run: () => void, ms: number) => waiting.push({ at: now + ms, run }),
      clear: () => waiting.splice(0),
    }
    const pace = paced(() => void deeds++, 2000, timers)
    const pass = (ms: number) => {
      now += ms
      for (const one of waiting.filter(({ at }) => at <= now)) {
        waiting.splice(waiting.indexOf(one), 1)
        one.run()
      }
    }
    for (let i = 0; i < 10; i++) {
      pace.ask()
      pass(400)
    }
    expect(deeds).toBe(3)
    pass(2000)
    expect(deeds).toBe(3)
    pace.ask()
    pace.ask()
    expect(waiting).toHaveLength(1)
    pace.stop()
    pass(5000)
    expect(deeds).toBe(4)
  })
})
