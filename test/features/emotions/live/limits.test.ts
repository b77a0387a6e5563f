import { once } from 'node:events'
import { connect } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { VisionError } from '../../../../src/vision/vision-error.ts'
import { NOBODY, startLive } from './server.ts'
import { type Camera, openCamera } from './support.ts'

type Live = Awaited<ReturnType<typeof startLive>>
const running: Live[] = []
afterEach(async () => {
  for (const { app } of running.splice(0)) await app.close()
})

async function start(options?: Parameters<typeof startLive>[0]): Promise<Live> {
  const live = await startLive(options)
  running.push(live)
  return live
}

/** A worker that answers when it is told to. */
function held() {
  const waiting: (() => void)[] = []
  const seen: Uint8Array[] = []
  return {
    seen,
    letGo: () => waiting.splice(0).forEach((go) => void go()),
    analyze: (bytes: Uint8Array) =>
      new Promise<typeof NOBODY>((resolve) => {
        seen.push(bytes)
        waiting.push(() => resolve(NOBODY))
      }),
  }
}
const picture = (value: number) => Uint8Array.of(0xff, 0xd8, 0xff, value)
const seen = (worker: ReturnType<typeof held>, count: number) =>
  expect.poll(() => worker.seen.length, { timeout: 5000 }).toBe(count)

describe('places', () => {
  it('are limited in all: one more is told to come back later', async () => {
    const { base, live } = await start({ seats: { total: 2, perCaller: 100 } })
    const cameras = [await openCamera(base), await openCamera(base)]
    for (const camera of cameras) await camera.next('session')
    const third = await openCamera(base)
    expect((await third.next('error')).error).toMatchObject({ code: 'SERVICE_UNAVAILABLE', retry_after: 10 })
    expect(await third.closed).toMatchObject({ code: 1013 })
    await cameras[0]!.close()
    await expect.poll(live.connections).toBe(1)
    const again = await openCamera(base)
    await again.next('session')
  })

  it('are limited for one caller', async () => {
    const { base } = await start({ seats: { total: 100, perCaller: 1 } })
    await (await openCamera(base)).next('session')
    const second = await openCamera(base)
    expect((await second.next('error')).error.code).toBe('RATE_LIMIT_EXCEEDED')
    expect(await second.closed).toEqual({ code: 1008, reason: 'too many connections' })
  })
})

describe('one connection a session', () => {
  it('refuses a second one as documented', async () => {
    const { base } = await start()
    const first = await openCamera(base)
    const { session_id } = await first.next('session')
    const second = await openCamera(base, { query: `?session_id=${session_id}` })
    expect((await second.next('error')).error).toMatchObject({ code: 'RATE_LIMIT_EXCEEDED', limit: 1, remaining: 0 })
    expect(await second.closed).toMatchObject({ code: 1008 })
    first.binary(picture(1), 1)
    await first.next('emotion_result')
  })

  it('lets a newer one take over when it asks for it, at once', async () => {
    const { base } = await start()
    const first = await openCamera(base)
    const { session_id } = await first.next('session')
    const second = await openCamera(base, { query: `?takeover=true`, headers: { 'x-session-id': session_id } })
    expect((await second.next('session')).session_id).toBe(session_id)
    expect(await first.closed).toMatchObject({ code: 4001 })
    second.binary(picture(1), 1)
    await second.next('emotion_result')
  })

  it('ends here when another process has taken the session', async () => {
    const { base, leases } = await start({ beatMs: 20 })
    const camera = await openCamera(base)
    await camera.next('session')
    const [key] = [...leases.keys()]
    leases.set(key!, 'somebody else')
    expect(await camera.closed).toMatchObject({ code: 4001 })
    expect(leases.get(key!)).toBe('somebody else')
  })

  it('ends when the session does', async () => {
    const { base } = await start({ beatMs: 20, recorder: { record: () => undefined, state: () => 'gone' } })
    expect(await (await openCamera(base)).closed).toMatchObject({ code: 1008, reason: 'the session has ended' })
  })

  it('ends when the session does, also where nobody was seen', async () => {
    const { base, leases } = await start({ beatMs: 20 })
    const camera = await openCamera(base)
    await camera.next('session')
    leases.clear()
    expect(await camera.closed).toEqual({ code: 1008, reason: 'the session has ended' })
  })

  it('gives the session back when it closes', async () => {
    const { base, leases } = await start()
    const camera = await openCamera(base)
    await camera.next('session')
    expect(leases.size).toBe(1)
    await camera.close()
    await expect.poll(() => leases.size).toBe(0)
  })
})

describe('who may connect', () => {
  it('asks for an account where the server wants one', async () => {
    const { base } = await start({ requireLogin: true })
    const camera = await openCamera(base)
    expect((await camera.next('error')).error.code).toBe('AUTH_REQUIRED')
    expect(await camera.closed).toMatchObject({ code: 1008 })
  })

  it('may stay only while signed in', async () => {
    let signedIn = true
    const ada = { id: 1, name: 'Ada', email: 'ada@example.org', role: 'user' as const, sessionId: 'login' }
    const { base } = await start({ viewer: ada, beatMs: 20, isSignedIn: async () => signedIn })
    const camera = await openCamera(base)
    await camera.next('session')
    camera.binary(picture(1), 1)
    await camera.next('emotion_result')
    signedIn = false
    expect((await camera.next('error')).error.code).toBe('AUTH_REQUIRED')
    expect(await camera.closed).toMatchObject({ code: 1008, reason: 'signed out' })
  })

  it('turns pages of other sites away before the socket opens', async () => {
    const { base } = await start()
    const from = (origin: string) => openCamera(base, { headers: { origin } })
    await expect(from('https://evil.example')).rejects.toThrow('403')
    await expect(from('null')).rejects.toThrow('403')
    await (await from('https://music.example.org')).next('session')
    await (await from(base)).next('session')
  })

  it('says what this address is to those who do not upgrade', async () => {
    const { base } = await start()
    const reply = await fetch(`${base}/ws/detect/video`, { headers: { 'accept-language': 'en' } })
    expect(reply.status).toBe(426)
    expect(reply.headers.get('upgrade')).toBe('websocket')
    expect(await reply.json()).toMatchObject({ error: { details: 'This address is a WebSocket' } })
    expect((await fetch(`${base}/ws/detect/video?landmarks=perhaps`)).status).toBe(400)
  })

  it('speaks the language that is asked for', async () => {
    const { base } = await start()
    const say = async (query: string) => {
      const camera = await openCamera(base, { query })
      camera.send('{')
      return (await camera.next('error')).error.message
    }
    expect(await say('')).toBe('Parámetro no válido')
    expect(await say('?lang=en')).toBe('Invalid parameter')
  })
})

describe('an end', () => {
  it('comes after silence', async () => {
    const { base } = await start({ inactivityMs: 40 })
    expect(await (await openCamera(base)).closed).toMatchObject({ code: 1000, reason: 'no message for too long' })
  })

  it('is put off by every message, also by frames while paused', async () => {
    const { base } = await start({ inactivityMs: 1000 })
    const camera = await openCamera(base)
    await camera.next('session')
    camera.send({ type: 'control', action: 'pause' })
    let sent = 0
    const began = Date.now()
    await new Promise<void>((resolve) => {
      const feed = setInterval(() => {
        camera.binary(picture(1), sent)
        if (++sent < 15) return
        clearInterval(feed)
        resolve()
      }, 100)
    })
    expect(Date.now() - began).toBeGreaterThan(1200)
    expect(camera.socket.readyState).toBe(WebSocket.OPEN)
    expect(await camera.closed).toMatchObject({ code: 1000 })
  })

  it('comes to a client that answers no ping', async () => {
    const { base, live } = await start({ beatMs: 15 })
    const dead = connect(Number(new URL(base).port), '127.0.0.1')
    dead.write(
      'GET /ws/detect/video HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n' +
        'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n',
    )
    await once(dead, 'data')
    dead.resume()
    await once(dead, 'close')
    await expect.poll(live.connections).toBe(0)
  })

  it('is told to everybody when the server stops', async () => {
    const { app, base } = await start()
    const cameras = [await openCamera(base), await openCamera(base)]
    for (const camera of cameras) await camera.next('session')
    await app.close()
    for (const camera of cameras) expect(await camera.closed).toMatchObject({ code: 1001 })
  })
})

describe('a frame', () => {
  it('waits alone: one in work, the newest waiting', async () => {
    const worker = held()
    const { base } = await start(worker)
    const camera = await openCamera(base)
    await camera.next('session')
    for (let number = 1; number <= 5; number++) camera.binary(picture(number), number)
    camera.send({ type: 'control', action: 'reset' })
    await camera.next('control_ack')
    expect(worker.seen).toHaveLength(1)
    worker.letGo()
    await seen(worker, 2)
    worker.letGo()
    const first = await camera.next('emotion_result')
    const second = await camera.next('emotion_result')
    expect([first.frame_number, first.replaced_frames]).toEqual([1, 3])
    expect([second.frame_number, second.replaced_frames]).toEqual([5, 0])
    expect(worker.seen.map((bytes) => bytes[3])).toEqual([1, 5])
  })

  it('that comes before the session is open is read after it', async () => {
    const { base } = await start()
    const socket = new WebSocket(`${base.replace('http', 'ws')}/ws/detect/video`)
    const types: string[] = []
    socket.on('message', (data: Buffer) => void types.push(JSON.parse(data.toString()).type))
    await once(socket, 'open')
    socket.send(JSON.stringify({ type: 'frame', data: '/9j/AA==', timestamp: 1, frame_number: 0 }))
    await expect.poll(() => types).toEqual(['session', 'emotion_result'])
    socket.close()
  })

  it('takes turns with those of others: nobody is read twice before everybody is read once', async () => {
    const worker = held()
    const { base } = await start(worker)
    const cameras: Camera[] = []
    for (let index = 0; index < 4; index++) cameras.push(await openCamera(base))
    for (const camera of cameras) await camera.next('session')
    for (const [index, camera] of cameras.entries()) {
      camera.binary(picture(index), 1)
      camera.send({ type: 'control', action: 'reset' })
      await camera.next('control_ack')
    }
    // Two at once, as many as the workers take.
    await seen(worker, 2)
    cameras[0]!.binary(picture(9), 2)
    cameras[0]!.send({ type: 'control', action: 'reset' })
    await cameras[0]!.next('control_ack')
    for (const count of [4, 5]) {
      worker.letGo()
      await seen(worker, count)
    }
    worker.letGo()
    expect(worker.seen.map((bytes) => bytes[3])).toEqual([0, 1, 2, 3, 9])
    for (const camera of cameras) await camera.next('emotion_result')
  })

  it('gives way to a newer one while it waits for its turn, and counts as waiting until then', async () => {
    const worker = held()
    const { base } = await start(worker)
    const cameras = [await openCamera(base), await openCamera(base)]
    for (const [index, camera] of cameras.entries()) {
      await camera.next('session')
      camera.binary(picture(index), 1)
      await seen(worker, index + 1)
    }
    const third = await openCamera(base)
    await third.next('session')
    for (let number = 1; number <= 3; number++) third.binary(picture(10 + number), number)
    third.send({ type: 'control', action: 'reset' })
    await third.next('control_ack')
    worker.letGo()
    await seen(worker, 3)
    worker.letGo()
    expect(await third.next('emotion_result')).toMatchObject({ frame_number: 3, replaced_frames: 2 })
    expect(worker.seen.map((bytes) => bytes[3])).toEqual([0, 1, 13])
  })

  it('whose worker crashes is answered with an error, and the next one is read', async () => {
    let crash = true
    const { base } = await start({
      analyze: async () => {
        if (crash) throw new VisionError('failed', 'The vision worker stopped.')
        return NOBODY
      },
    })
    const camera = await openCamera(base, { query: '?lang=en' })
    camera.binary(picture(1), 7)
    expect(await camera.next('error')).toMatchObject({
      frame_number: 7,
      error: { code: 'PROCESSING_ERROR', message: 'Processing failed' },
    })
    crash = false
    camera.binary(picture(1), 8)
    expect((await camera.next('emotion_result')).frame_number).toBe(8)
  })

  it('in work when the client leaves is given up', async () => {
    let signal: AbortSignal | undefined
    const { base } = await start({
      analyze: (_bytes, options) => {
        signal = options?.signal
        return new Promise((_resolve, reject) =>
          signal?.addEventListener('abort', () => reject(new VisionError('aborted', 'gave up'))),
        )
      },
    })
    const camera = await openCamera(base)
    camera.binary(picture(1), 1)
    await expect.poll(() => signal !== undefined).toBe(true)
    await camera.close()
    await expect.poll(() => signal?.aborted).toBe(true)
  })
})
