import { setTimeout as sleep } from 'node:timers/promises'
import { type Figure, median, quantile } from '../figures.ts'
import type { Server } from '../server.ts'
import { type Camera, movingFace, openCamera } from './camera.ts'

const CAMERAS = 100
const FPS = 2
const PROBE_EVERY_MS = 50
const MEMORY_EVERY_MS = 2_000
const WARM_UP_MS = 8_000
const LONG_SECONDS = 300

type Options = Readonly<{ seconds: number; song: { url: string; token: string } }>

/**
 * A hundred cameras at two frames a second, not in step; meanwhile somebody listens to music and somebody asks for
 * /health. Latency is from sending a frame to having its result.
 */
export async function benchCrowd(server: Server, { seconds, song }: Options): Promise<Figure[]> {
  const frames = await movingFace()
  const cameras: Camera[] = []
  for (let index = 0; index < CAMERAS; index++) cameras.push(await openCamera(server.base))
  const until = performance.now() + WARM_UP_MS + seconds * 1000
  const counted = performance.now() + WARM_UP_MS
  const latencies: number[] = []
  const watching = cameras.map((camera, index) => film(camera, { index, frames, until, counted, latencies }))
  const health = probe(until, counted, () => fetch(`${server.base}/health`))
  const headers = { authorization: `Bearer ${song.token}`, range: 'bytes=0-65535' }
  const music = probe(until, counted, () => fetch(song.url, { headers }))
  const memory = remember(server, until, counted)
  await Promise.all(watching)
  for (const camera of cameras) camera.close()
  const load = `${CAMERAS} cameras at ${FPS} fps, ${seconds} s`
  const share = latencies.length / (CAMERAS * FPS * seconds)
  return [
    {
      name: 'crowd: p95 from frame to result',
      unit: 'ms',
      samples: [quantile(latencies, 0.95)],
      goal: { most: 250 },
      note: load,
    },
    {
      name: 'crowd: median from frame to result',
      unit: 'ms',
      samples: [median(latencies)],
      note: `${(100 * share).toFixed(0)} % of the frames were read`,
    },
    {
      name: 'crowd: p99 of /health meanwhile',
      unit: 'ms',
      samples: [quantile(await health, 0.99)],
      goal: { most: 50 },
    },
    {
      name: 'crowd: p99 of 64 KB of music meanwhile',
      unit: 'ms',
      samples: [quantile(await music, 0.99)],
      goal: { most: 50 },
    },
    ...growth(await memory, seconds),
  ]
}

type Film = { index: number; frames: Uint8Array[]; until: number; counted: number; latencies: number[] }

/** One camera: a frame every half second, whether or not the last one has been answered. */
async function film(camera: Camera, { index, frames, until, counted, latencies }: Film): Promise<void> {
  const every = 1000 / FPS
  await sleep((index / CAMERAS) * every)
  const answers: Promise<void>[] = []
  for (let number = 0, at = performance.now(); at < until; number++, at += every) {
    const began = performance.now()
    const answer = camera.read(frames[(number + index) % frames.length] as Uint8Array, number).then(() => {
      if (began >= counted) latencies.push(performance.now() - began)
    })
    answers.push(answer)
    await sleep(Math.max(0, at + every - performance.now()))
  }
  await Promise.race([Promise.all(answers), sleep(2000)])
}

async function probe(until: number, counted: number, ask: () => Promise<Response>): Promise<number[]> {
  const times: number[] = []
  while (performance.now() < until) {
    const began = performance.now()
    const reply = await ask()
    await reply.arrayBuffer()
    if (!reply.ok) throw new Error(`${reply.url}: ${reply.status}`)
    if (began >= counted) times.push(performance.now() - began)
    await sleep(PROBE_EVERY_MS)
  }
  return times
}

async function remember(server: Server, until: number, counted: number): Promise<number[]> {
  const megabytes: number[] = []
  while (performance.now() < until) {
    const memory = server.memory()
    if (memory && performance.now() >= counted) megabytes.push(memory.now)
    await sleep(MEMORY_EVERY_MS)
  }
  return megabytes
}

/** The last third against the first: what a leak would be. A short run only shows how the heap fills. */
function growth(megabytes: readonly number[], seconds: number): Figure[] {
  const third = Math.floor(megabytes.length / 3)
  if (seconds < LONG_SECONDS) return []
  const [first, last] = [median(megabytes.slice(0, third)), median(megabytes.slice(-third))]
  const note = `first third ${first.toFixed(0)} MB, last third ${last.toFixed(0)} MB, of ${seconds} s`
  return [{ name: 'crowd: growth of memory', unit: 'MB', samples: [last - first], goal: { most: 15 }, note }]
}
