/// <reference lib="dom" />
import { existsSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { projectRoot } from '../../src/platform/lib/project-root.ts'
import { createMusicDir } from '../support/library.ts'
import { smilingFace } from '../vision/support.ts'
import { listenTo } from './sound.ts'
import { openBrowser, startBuiltServer, until } from './support.ts'

const faces = path.resolve(projectRoot, '../shared/faces')
const noFaces = !existsSync(path.join(faces, 'happy.jpg'))

let server: Awaited<ReturnType<typeof startBuiltServer>>
let browser: Awaited<ReturnType<typeof openBrowser>>
let music: Awaited<ReturnType<typeof createMusicDir>>
let page: Page
let { sounding, seekTo, clockMoves } = {} as Awaited<ReturnType<typeof listenTo>>

beforeAll(async () => {
  music = await createMusicDir()
  await music.put({
    'End to End/1 flac.flac': 'e2e-tune.flac',
    'End to End/2 mp3.mp3': 'e2e-tune.mp3',
    'End to End/3 ogg.ogg': 'e2e-tune.ogg',
    'End to End/4 m4a.m4a': 'e2e-tune.m4a',
    'Zoë/tagged.mp3': 'cbr-id3v24.mp3',
    'Zoë/tagged.opus': 'tagged.opus',
    'broken/zero.mp3': 'zero-byte.mp3',
    'broken/cut.flac': 'truncated.flac',
    'broken/lying.mp3': 'lying.mp3',
  })
  server = await startBuiltServer()
  browser = await openBrowser(server.url)
  page = browser.page
  ;({ sounding, seekTo, clockMoves } = await listenTo(page))
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
  await music?.remove()
})

describe('first light', () => {
  it('creates the first user and reads a folder with good and broken files', async () => {
    await page.goto('/')
    await page.getByLabel('Name', { exact: true }).fill('Ada')
    await page.getByLabel('E-mail').fill('ada@example.org')
    await page.getByLabel('Password', { exact: true }).fill('correct horse battery')
    await page.getByRole('button', { name: 'Go on' }).click()

    await page.getByRole('heading', { name: 'Where is your music?' }).waitFor()
    await page.getByRole('textbox').fill(music.dir)
    await page.getByRole('textbox').press('Enter')
    await page.getByText('9 audio files').waitFor()
    await page.getByRole('button', { name: 'Use this folder' }).click()

    await page.getByRole('heading', { name: 'Your music is here' }).waitFor()
    await page.getByText('3 files could not be read').waitFor()
  })

  it('plays an album: the clock moves, and each format follows the other by itself', async () => {
    await page.goto('/albums')
    await page
      .getByRole('link', { name: /End to End/ })
      .first()
      .click()
    await page.getByRole('heading', { level: 1, name: 'End to End' }).waitFor()
    await page.getByRole('button', { name: /^Play/ }).first().click()
    const heard = [await clockMoves()]
    for (const _following of [2, 3, 4]) {
      await seekTo(0.7)
      const last = heard.at(-1)
      await until(async () => {
        const now = await sounding()
        return now !== null && now.src !== last && now.time > 0
      })
      heard.push(await clockMoves())
    }
    expect(new Set(heard).size).toBe(4)
    for (const src of heard) expect(src).toMatch(/^\/tracks\/\d+\/stream$/)
  })

  it('stands still and goes on by the space bar, and keeps the queue over a reload', async () => {
    await page.getByRole('heading', { level: 1 }).click()
    await page.keyboard.press('Space')
    await until(async () => (await sounding()) === null)
    await page.keyboard.press('Space')
    await clockMoves()
    const title = await page.title()
    await page.reload()
    await page.getByRole('contentinfo').or(page.getByLabel('Player')).first().waitFor()
    expect(await page.getByText(/E2E (MP3|OGG|M4A|FLAC)/).count()).toBeGreaterThan(0)
    expect(title).toMatch(/E2E/)
  })

  it('reads a happy face, and an angry one where the development photos are, and plays what fits', async (context) => {
    await page.goto('/mood')
    await page.getByRole('button', { name: 'Yes, read my face' }).click()
    const input = page.locator('input[type=file]').first()
    if (noFaces) context.annotate('no ../shared/faces here: a smiling demo photo stands in, and nobody is angry')
    const happy = noFaces
      ? { name: 'face.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(await smilingFace()) }
      : path.join(faces, 'happy.jpg')
    await input.setInputFiles(happy)
    const reading = page.getByRole('main')
    await reading.getByText('Looks like', { exact: true }).waitFor()
    await reading.getByText('Happy', { exact: true }).first().waitFor()
    if (!noFaces) {
      const angry = page.waitForResponse((response) => response.url().includes('/api/v1/detect/image'))
      await page.locator('input[type=file]').first().setInputFiles(path.join(faces, 'angry.jpg'))
      expect((await (await angry).json()).detection.clase).toBe('enojado')
      await reading.getByText('Angry', { exact: true }).first().waitFor()
    }
    await page.getByRole('button', { name: 'Play something for this' }).click()
    expect(await clockMoves()).toMatch(/^\/tracks\/\d+\/stream$/)
  })

  it('remembers light and dark, and fits a phone', async () => {
    const background = () =>
      page.evaluate(
        () =>
          `${getComputedStyle(document.documentElement).backgroundColor} ${getComputedStyle(document.body).backgroundColor}`,
      )
    const dark = await background()
    await page.getByRole('button', { name: 'Theme' }).click()
    await page
      .getByRole('menuitemradio', { name: 'Light' })
      .or(page.getByRole('menuitemcheckbox', { name: 'Light' }))
      .or(page.getByRole('menuitem', { name: 'Light' }))
      .click()
    await until(async () => (await background()) !== dark)
    await page.goto('/')
    await page.getByRole('heading', { level: 1 }).waitFor()
    expect(await background()).not.toBe(dark)
    await page.setViewportSize({ width: 390, height: 844 })
    await page.getByText('Recently added').waitFor()
    await page.getByRole('navigation').getByRole('link', { name: 'Albums' }).click()
    await page.getByRole('heading', { level: 1, name: 'Albums' }).waitFor()
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
    await page.setViewportSize({ width: 1440, height: 900 })
  })

  it('shows which files are broken, and signs out', async () => {
    await page.goto('/library')
    await page
      .getByText(/not readable/)
      .first()
      .click()
    await page.getByText('broken/zero.mp3').first().waitFor()
    expect(await page.getByText('The file is empty').count()).toBeGreaterThan(0)
    const reply = await page.request.get('/auth/me')
    expect(reply.status()).toBe(200)
    await page.getByRole('button', { name: /account/i }).click()
    await page.getByRole('menuitem', { name: 'Sign out' }).click()
    await page.getByRole('heading', { name: 'Welcome back' }).waitFor()
    expect((await page.request.get('/auth/me')).status()).toBe(401)
    await page.goto('/albums')
    await page.getByLabel('E-mail').fill('ada@example.org')
    await page.getByLabel('Password', { exact: true }).fill('correct horse battery')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByRole('heading', { level: 1, name: 'Albums' }).waitFor()
  })

  it('never wrote an error to the console', () => {
    expect(browser.problems).toEqual([])
  })
})
