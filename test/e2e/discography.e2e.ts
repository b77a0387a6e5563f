/// <reference lib="dom" />
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startFakes } from '../fakes/index.ts'
import { makeWorld } from '../fakes/world/world.ts'
import { renderAlbums } from '../support/fake-library.ts'
import { listenTo } from './sound.ts'
import { openBrowser, startBuiltServer } from './support.ts'

const world = makeWorld({ artists: 12 })
const ferry = world.artists.find(({ name }) => name === 'Night Ferry')!
/** Everything that names it and is more than a bootleg. */
const official = world.albums
  .filter(({ credits, editions }) => {
    const its = credits.some(({ artist }) => artist === ferry.key)
    return its && editions.some(({ status }) => status === 'Official')
  })
  .map(({ title }) => title)
const named = (title: string) => world.albums.find((album) => album.title === title)!
/** In the music folder: one whose files carry the ids of MusicBrainz, one known by names and lengths only. */
const tagged = named('Undertow')
const untagged = named('Mooring Songs')
const owned = [tagged.title, untagged.title].sort()
const missing = official.filter((title) => !owned.includes(title)).sort()

let music: string
let files: number
let fakes: Awaited<ReturnType<typeof startFakes>>
let server: Awaited<ReturnType<typeof startBuiltServer>>
let browser: Awaited<ReturnType<typeof openBrowser>>
let page: Page
/** What the server did not give the page. */
const refused: string[] = []
let sound: Awaited<ReturnType<typeof listenTo>>

beforeAll(async () => {
  music = await mkdtemp(path.join(tmpdir(), 'animo-discography-'))
  const first = await renderAlbums(world, [tagged.key], music, { mbids: true })
  const second = await renderAlbums(world, [untagged.key], music, { mbids: false })
  files = first.length + second.length
  // The server keeps the pace by its own clock; when two calls arrive here is up to the machine.
  fakes = await startFakes(world, { given: { musicbrainz: { everyMs: 0 } } })
  server = await startBuiltServer({ ...fakes.env, OFFLINE: 'false', CONTACT_EMAIL: 'ada@example.org' })
  browser = await openBrowser(server.url)
  page = browser.page
  sound = await listenTo(page)
  page.on('response', (response) => {
    const { pathname } = new URL(response.url())
    // Nobody is signed in at first.
    if (response.status() >= 400 && !pathname.startsWith('/auth/')) refused.push(`${response.status()} ${pathname}`)
  })
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
  await fakes?.close()
  await rm(music, { recursive: true, force: true })
})

/** The records on the page's cards by title, with how much of each is owned. */
const cards = () =>
  page
    .getByRole('main')
    .getByRole('article')
    .evaluateAll((all) =>
      all.map((card) => ({
        title: card.querySelector('h3')?.title ?? '',
        missing: card.textContent.includes('Missing'),
        partly: /\d of \d/.test(card.textContent),
      })),
    )

/** The whole discography, tab after tab. */
async function discography() {
  const region = page.getByRole('region', { name: 'Discography' })
  const found: Awaited<ReturnType<typeof cards>> = []
  for (const tab of await region.getByRole('tab').all()) {
    await tab.click()
    const shown = region.getByRole('tabpanel').getByRole('article')
    await shown.first().waitFor()
    const titles = await shown.getByRole('heading', { level: 3 }).allTextContents()
    found.push(...(await cards()).filter(({ title }) => titles.includes(title)))
  }
  return found
}

const linkTo = (title: string) => page.getByRole('main').getByRole('link', { name: title, exact: true }).first()

describe('a complete discography', () => {
  it('reads the two albums that are there', async () => {
    await page.goto('/')
    await page.getByLabel('Name', { exact: true }).fill('Ada')
    await page.getByLabel('E-mail').fill('ada@example.org')
    await page.getByLabel('Password', { exact: true }).fill('correct horse battery')
    await page.getByRole('button', { name: 'Go on' }).click()
    await page.getByRole('heading', { name: 'Where is your music?' }).waitFor()
    await page.getByRole('textbox').fill(music)
    await page.getByRole('textbox').press('Enter')
    await page.getByText(`${files} audio files`).waitFor()
    await page.getByRole('button', { name: 'Use this folder' }).click()
    await page.getByRole('heading', { name: 'Your music is here' }).waitFor()
  })

  it('finds the artist among others, adds it and shows how far it is', async () => {
    await page.goto('/artists')
    await page.getByRole('link', { name: 'Add artist' }).click()
    await page.getByRole('searchbox', { name: 'Name of the artist' }).fill('night ferry')
    await page
      .getByRole('button', { name: /^Choose Night Ferry/ })
      .first()
      .click()
    await page.getByText('Only this artist').waitFor()
    await page.getByRole('button', { name: 'Add to my catalogue' }).click()
    await page.getByRole('heading', { name: 'Gathering everything' }).waitFor()
    await page
      .getByRole('progressbar', { name: /Night Ferry/ })
      .first()
      .waitFor()
    await page.getByRole('heading', { name: 'It is all there' }).waitFor({ timeout: 90_000 })
    await page.getByRole('link', { name: 'Open Night Ferry' }).click()
  })

  it('shows every record there is: the owned ones and the others', async () => {
    await page.getByRole('heading', { level: 1, name: 'Night Ferry' }).waitFor()
    const found = await discography()
    const titles = (records: typeof found) => records.map(({ title }) => title).sort()
    expect(titles(found)).toEqual([...official].sort())
    expect(titles(found.filter((record) => !record.missing && !record.partly))).toEqual(owned)
    expect(titles(found.filter((record) => record.missing))).toEqual(missing)
  })

  it('says where each fact is from', async () => {
    await page.getByRole('button', { name: 'Where is this from?' }).click()
    const dialog = page.getByRole('dialog', { name: 'Where is this from?' })
    await dialog.getByText(ferry.mbid).waitFor()
    const told = dialog.getByRole('definition')
    for (const source of ['MusicBrainz', 'Wikipedia']) expect(await told.getByText(source).count()).toBeGreaterThan(0)
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'hidden' })
  })

  it('shows the tracks of a missing record and plays none of them', async () => {
    const album = named('The Long Slipway')
    await page.getByRole('tab', { name: /^Albums/ }).click()
    await linkTo(album.title).click()
    await page.getByRole('heading', { level: 1, name: album.title }).waitFor()
    const rows = page.getByRole('grid', { name: `Tracks of ${album.title}` }).getByRole('row')
    await rows.first().waitFor()
    const titles = album.editions[0]!.discs.flat().map(({ title }) => title)
    expect(await rows.count()).toBe(titles.length)
    for (const [at, title] of titles.entries()) {
      expect(await rows.nth(at).textContent()).toContain(title)
      expect(await rows.nth(at).getAttribute('aria-disabled')).toBe('true')
    }
    await rows.first().dblclick({ force: true })
    expect(
      await page
        .getByRole('main')
        .getByRole('button', { name: /^(Play|Shuffle)/ })
        .count(),
    ).toBe(0)
    expect(await sound.sounding()).toBeNull()
  })

  it.each([tagged, untagged])('plays an owned record: $title', async ({ title, editions }) => {
    await page.goto(`/albums?search=${encodeURIComponent(title)}`)
    await linkTo(title).click()
    await page.getByRole('heading', { level: 1, name: title }).waitFor()
    const rows = page.getByRole('grid', { name: `Tracks of ${title}` }).getByRole('row')
    await rows.first().waitFor()
    expect(await rows.count()).toBe(editions[0]!.discs.flat().length)
    await page.getByRole('main').getByRole('button', { name: 'Play', exact: true }).first().click()
    expect(await sound.clockMoves()).toMatch(/^\/tracks\/\d+\/stream$/)
  })

  it('lists what is missing, and writes it into a file', async () => {
    await page.getByRole('navigation').getByRole('link', { name: 'Missing' }).click()
    await page.getByRole('heading', { level: 1, name: 'Missing' }).waitFor()
    // The address is one of the API too: a browser that opens it gets the page.
    await page.reload()
    await page.getByRole('main').getByRole('article').first().waitFor()
    expect((await cards()).map(({ title }) => title).sort()).toEqual(missing)
    await page.getByText(`${missing.length} records that you do not own, or not all of.`).waitFor()
    await page.getByRole('button', { name: 'Export' }).click()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: 'Table (CSV)' }).click(),
    ])
    expect(download.suggestedFilename()).toBe('animo-missing.csv')
    const [head, ...lines] = (await readFile(await download.path(), 'utf8')).trim().split('\r\n')
    expect(head).toMatch(/artist/i)
    expect(lines.map((line) => /^(?:"[^"]*"|[^,]*),([^,]*)/.exec(line)?.[1]).sort()).toEqual(missing)
  })

  it('shows how the providers are, and asks one on demand', async () => {
    await page.getByRole('navigation').getByRole('link', { name: 'Providers' }).click()
    const card = (title: string) =>
      page.getByRole('listitem').filter({ has: page.getByRole('heading', { level: 2, name: title }) })
    await card('MusicBrainz').getByText('Ready', { exact: true }).waitFor()
    await card('Spotify').getByText('Needs a key', { exact: true }).waitFor()
    await card('Spotify').getByText('SPOTIFY_CLIENT_ID', { exact: true }).waitFor()
    expect(await page.getByRole('button', { name: 'Test Spotify' }).isDisabled()).toBe(true)
    const behind = card('ListenBrainz').getByRole('list', { name: 'Services of ListenBrainz' })
    expect(await behind.getByRole('heading', { level: 3 }).allTextContents()).toEqual([
      'Counts and genres',
      'Similar artists',
      'Listening history',
    ])
    await page.getByRole('button', { name: 'Test MusicBrainz' }).click()
    await card('MusicBrainz')
      .getByText(/^Answered in [\d,]+ ms$/)
      .waitFor()
  })

  it('never wrote an error to the console, and got all it asked for', () => {
    expect(browser.problems).toEqual([])
    expect(refused).toEqual([])
  })
})
