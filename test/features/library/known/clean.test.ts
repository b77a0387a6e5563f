import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cleanDate, cleanIds, cleanProse, cleanUrl } from '../../../../src/features/library/known/clean.ts'
import type { ArtistDetails } from '../../../../src/providers/ports.ts'
import { mbid, startKnown } from './said.ts'

describe('dates', () => {
  const now = new Date('2026-11-21T00:00:00Z')
  it.each(['1994', '1994-02', '2024-02-29', '2026-02-28', '2028-12-31', '0001', '2000-02-29'])('%s is one', (date) => {
    expect(cleanDate(date, now)).toBe(date)
  })
  it.each([
    ...['2026-02-31', '2025-02-29', '1900-02-29', '2026-04-31', '2026-13-01', '2026-00-01', '2026-01-00'],
    ...['9999-12-31', '2029', '2029-01-01', '0000', '0000-00-00', '', '94', '1994-1-1', '1994-01-01T00:00:00Z', 'x'],
    ...['+002026-01-01', '1994-', ' 1994'],
  ])('%j is none', (date) => {
    expect(cleanDate(date, now)).toBe('')
  })
})

it('prose is cut between two words', () => {
  const text = `${'word '.repeat(19_999)}longer word`
  expect(cleanProse('short\0 text')).toBe('short text')
  expect(cleanProse(text)).toBe(`${'word '.repeat(19_999).trimEnd()}`)
  expect(cleanProse('x'.repeat(10_000_000))).toHaveLength(100_000)
  expect(cleanProse(`x${'😀'.repeat(100_000)}`).isWellFormed()).toBe(true)
})

it('addresses are of the web and short', () => {
  expect(cleanUrl('https://example.org/a?b=c')).toBe('https://example.org/a?b=c')
  for (const url of [
    'javascript:1',
    'https://',
    `https://${'z'.repeat(2000)}`,
    'https://a b',
    'https://x\u0000y',
    null,
  ])
    expect(cleanUrl(url)).toBe(undefined)
})

it('ids are few and of one line', () => {
  expect(cleanIds({ a: 'x\nfile:///etc/passwd', b: '1', c: '\u0085' })).toEqual([{ provider: 'b', value: '1' }])
  expect(cleanIds(Object.fromEntries(Array.from({ length: 500 }, (_, at) => [`p${at}`, '1'])))).toHaveLength(50)
})

describe('an artist of whom too much is said', () => {
  let all: Awaited<ReturnType<typeof startKnown>>
  beforeAll(async () => {
    all = await startKnown()
  })
  afterAll(() => all.close())

  const details = (more: Partial<ArtistDetails>): ArtistDetails => ({
    ...{ name: 'A', sortName: null, ids: {}, disambiguation: '', kind: null, country: null, begin: '', end: '' },
    ...{ genres: [], aliases: [], links: [] },
    ...more,
  })

  it('keeps a hundred short links of what they are, and a kind that there is', async () => {
    const many = Array.from({ length: 150 }, (_, at) => ({ kind: 'home', url: `https://example.org/${at >> 1}` }))
    const said = details({
      kind: 'alien' as 'person',
      begin: '2021-02-31',
      links: [
        { kind: 'k'.repeat(5000), url: 'https://a.example' },
        { kind: 'x', url: `https://${'z'.repeat(3e6)}` },
        ...many,
      ],
    })
    const id = await all.known.saveArtist({ name: 'A', ids: { musicbrainz: mbid(1) }, source: 'x', details: said })
    const [row] = await all.rows<{ links: { kind: string; url: string }[]; kind: string | null; begin_date: string }>(
      sql`select links, kind, begin_date from artists where id = ${id}`,
    )
    expect(row).toMatchObject({ kind: null, begin_date: '' })
    expect(row!.links).toHaveLength(76)
    expect(row!.links[0]).toEqual({ kind: 'k'.repeat(100), url: 'https://a.example' })
    const more = details({
      kind: 'group',
      links: Array.from({ length: 500 }, (_, at) => ({ kind: 'x', url: `https://x.example/${at}` })),
    })
    await all.known.saveArtist({ name: 'A', ids: { musicbrainz: mbid(1) }, source: 'x', details: more })
    expect(await all.rows(sql`select kind, jsonb_array_length(links) as n from artists where id = ${id}`)).toEqual([
      { kind: 'group', n: 100 },
    ])
  })

  it('keeps the beginning of an endless text, and what was there when nothing is told', async () => {
    const id = await all.known.saveArtist({ name: 'B', ids: {}, source: 'x' })
    const prose = (content: string) => ({
      prose: {
        main: true,
        text: { summary: content, content, language: 'en', url: `https://${'z'.repeat(3000)}`, licence: 'x' },
      },
    })
    await all.known.saveFields('artist', id, prose('word '.repeat(2_000_000)), 'x')
    const lengths = () =>
      all.rows(sql`select length(a.bio_content) as bio, length(a.bio_summary) as short, a.bio_url, length(t.content) as text
        from artists a join texts t on t.artist_id = a.id where a.id = ${id}`)
    expect(await lengths()).toEqual([{ bio: 99_999, short: 99_999, bio_url: null, text: 99_999 }])
    await all.known.saveFields('artist', id, prose(''), 'y')
    expect(await lengths()).toEqual([{ bio: 99_999, short: 99_999, bio_url: null, text: 99_999 }])
  })
})
