/// <reference lib="dom" />
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page, WebSocket } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { projectRoot } from '../../src/platform/lib/project-root.ts'
import { smilingFace } from '../vision/support.ts'
import { openBrowser, startBuiltServer, until } from './support.ts'

const shared = path.resolve(projectRoot, '../shared')
const happy = path.join(shared, 'faces/happy.jpg')
const model = path.join(shared, 'models/face_landmarker.task')

let server: Awaited<ReturnType<typeof startBuiltServer>>
let browser: Awaited<ReturnType<typeof openBrowser>>
let page: Page
let dir: string
const sockets: { sent: (string | Buffer)[]; open: boolean }[] = []

/** Where the model would be fetched from on the internet. */
const publisher = createServer(async (_request, reply) => {
  if (!existsSync(model)) return reply.writeHead(404).end()
  return reply.end(await readFile(model))
})

beforeAll(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'animo-camera-'))
  const file = path.join(dir, 'camera.mjpeg')
  await writeFile(file, await film())
  publisher.listen(0, '127.0.0.1')
  await once(publisher, 'listening')
  const { port } = publisher.address() as AddressInfo
  server = await startBuiltServer({ FACE_MODEL_URL: `http://127.0.0.1:${port}/face_landmarker.task` })
  browser = await openBrowser(server.url, {
    args: [
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
      `--use-file-for-fake-video-capture=${file}`,
    ],
  })
  page = browser.page
  await page.addInitScript(rememberTracks)
  page.on('websocket', watch)
  const { request } = browser.context
  const ada = { name: 'Ada', email: 'ada@example.org', password: 'correct horse' }
  await request.post('/auth/create-first-user', { data: ada })
  await request.post('/auth/login', { data: { email: ada.email, password: ada.password } })
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
  publisher.close()
  await rm(dir, { recursive: true, force: true })
})

/** One smiling face, a little to and fro: what Chromium shows as its camera. */
async function film(): Promise<Buffer> {
  const photo = existsSync(happy) ? await readFile(happy) : await smilingFace()
  const still = await sharp(photo).resize(600, 440, { fit: 'cover' }).toBuffer()
  const frames = [0, 4, 8, 12, 16, 20, 16, 12, 8, 4].map((move) =>
    sharp(still)
      .extend({ left: 10 + move, right: 30 - move, top: 20, bottom: 20, extendWith: 'copy' })
      .jpeg({ quality: 90 })
      .toBuffer(),
  )
  return Buffer.concat(await Promise.all(frames))
}

/** Runs in the page: keeps every camera track that was ever opened. */
function rememberTracks(): void {
  const tracks: MediaStreamTrack[] = []
  const devices = navigator.mediaDevices
  const open = devices.getUserMedia.bind(devices)
  devices.getUserMedia = async (constraints) => {
    const stream = await open(constraints)
    tracks.push(...stream.getTracks())
    return stream
  }
  Object.assign(window, { openTracks: () => tracks.filter(({ readyState }) => readyState === 'live').length })
}
const openTracks = () => page.evaluate(() => (window as unknown as { openTracks(): number }).openTracks())

function watch(socket: WebSocket): void {
  if (!socket.url().includes('/ws/detect/video')) return
  const seen = { sent: [] as (string | Buffer)[], open: true }
  sockets.push(seen)
  socket.on('framesent', ({ payload }) => void seen.sent.push(payload))
  socket.on('close', () => {
    seen.open = false
  })
}

const live = (state: string) => page.locator(`[data-live="${state}"]`).first().waitFor()
const emotion = (clase: string) => page.locator(`[data-emotion="${clase}"]`).first().waitFor()
const press = (name: string) => page.getByRole('button', { name, exact: true }).first().click()
const mode = (name: string) => page.getByRole('radio', { name }).check({ force: true })

describe('the Mood page with a real face before the camera', () => {
  it('opens no camera and no socket before there is consent', async () => {
    await page.goto('/mood')
    await page.getByRole('button', { name: 'Yes, read my face' }).waitFor()
    expect(await openTracks()).toBe(0)
    expect(sockets).toEqual([])
    await press('Yes, read my face')
  })

  it('reads the face on the server: emotion, mesh, scores, chart', async () => {
    await mode('On the server')
    await page.getByText('Pictures are sent to your server and not kept').first().waitFor()
    await page.getByRole('switch', { name: 'Keep a history' }).click()
    await press('Start live')
    await live('reading')
    await emotion('feliz')
    await page.getByText('History on').first().waitFor()
    const [socket] = sockets
    const frames = socket!.sent.filter((payload) => Buffer.isBuffer(payload))
    expect(frames.length).toBeGreaterThan(0)
    for (const frame of frames) expect(Buffer.from(frame).subarray(0, 4).toString()).toBe('ANF1')
  })

  it('pauses and goes on; what the person says goes first', async () => {
    await press('Pause')
    await live('paused')
    await press('Go on')
    await live('reading')
    await press('Not right?')
    await page.getByRole('group', { name: 'Not right?' }).getByRole('button', { name: 'In love' }).click()
    await emotion('amor')
  })

  it('calibrates the face at rest', async () => {
    await press('Calibrate')
    const calibrated = () =>
      sockets.some(({ sent }) => sent.some((one) => typeof one === 'string' && one.includes('"calibrate"')))
    await until(async () => calibrated())
    await page
      .getByRole('button', { name: /calibrat/i })
      .first()
      .waitFor()
    await live('reading')
  })

  it('releases everything on stop', async () => {
    await press('Stop')
    await page.getByRole('button', { name: 'Start live' }).waitFor()
    expect(await openTracks()).toBe(0)
    await until(async () => sockets.every(({ open }) => !open))
  })

  it('has kept a history, because it was asked to', async () => {
    await page.goto('/history')
    await page.getByRole('heading', { name: 'History', exact: true }).waitFor()
    await page.getByRole('heading', { name: 'Timeline' }).waitFor()
    await page.getByText('Happy').first().waitFor()
    await page.getByText('In love').first().waitFor()
    await press('Export')
    const download = page.waitForEvent('download')
    await page.getByRole('menuitem', { name: 'Table (CSV)' }).click()
    const csv = await readFile(await (await download).path(), 'utf8')
    expect(csv.charCodeAt(0)).toBe(0xfeff)
    expect(csv.split('\r\n').length).toBeGreaterThan(2)
  })

  it('erases it when it is told to', async () => {
    await press('Erase everything')
    await page.getByRole('alertdialog').getByRole('button').last().click()
    await page.getByRole('heading', { name: 'Nothing here for this time' }).waitFor()
  })
})

describe.skipIf(!existsSync(model))('on the device (../shared/models; skipped where it is absent)', () => {
  it('says that the model is missing, and an administrator installs it', async () => {
    await page.goto('/mood')
    await mode('On this device')
    await press('Start live')
    await live('modelAbsent')
    await press('Install it')
    await page.getByText('The face model is installed.').first().waitFor()
  })

  it('reads the face without sending a picture', async () => {
    const before = sockets.length
    await page.getByText('Pictures stay on this device').first().waitFor()
    const start = page.getByRole('button', { name: 'Start live' })
    if (await start.isVisible()) await start.click()
    await live('reading')
    await emotion('feliz')
    const sent = sockets.slice(before).flatMap((socket) => socket.sent)
    expect(sent.length).toBeGreaterThan(0)
    expect(sent.filter((payload) => Buffer.isBuffer(payload))).toEqual([])
    const types = new Set(sent.map((payload) => JSON.parse(String(payload)).type as string))
    expect([...types].filter((type) => type !== 'landmarks' && type !== 'control')).toEqual([])
    expect(types).toContain('landmarks')
  })

  it('lets go of camera and socket when the page is left', async () => {
    await page.getByRole('link', { name: 'Home', exact: true }).first().click()
    await until(async () => (await openTracks()) === 0)
    await until(async () => sockets.every(({ open }) => !open))
    expect(browser.problems).toEqual([])
    expect(server.output()).toBe('')
  })
})
