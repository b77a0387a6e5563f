import { fork } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { Agent, get } from 'node:http'
import path from 'node:path'
import fastifyStatic from '@fastify/static'
import fastify from 'fastify'
import { taggedMp3 } from '../test/support/audio/tagged-mp3.ts'
import { type Figure, median, timed } from './figures.ts'
import { addFolder, runScan } from './scan.ts'
import { freePort, root, type Server, signIn, startServer, temporaryDir } from './server.ts'

const SIZE = 40 * 1024 * 1024
const ROUNDS = 25
const NAME = 'long.mp3'

/** One large file from our server and from a bare static one, in turns: the share of the bare one's speed that we reach. */
export async function benchStream(): Promise<Figure[]> {
  const storage = await temporaryDir()
  await writeSong(path.join(storage.dir, 'music'))
  const server = await startServer(storage.dir)
  const port = await freePort()
  const bare = fork(import.meta.filename, ['bare', path.join(storage.dir, 'music'), String(port)])
  try {
    await once(bare, 'message')
    const token = await signIn(server)
    await addFolder(server, token, storage.dir)
    await runScan(server, token)
    const ours = { url: await songUrl(server, token), token }
    const theirs = { url: `http://127.0.0.1:${port}/${NAME}`, token: '' }
    return [await compare(ours, theirs, 1), await compare(ours, theirs, 8)]
  } finally {
    bare.kill()
    await server.stop()
    await storage.remove()
  }
}

export async function songUrl(server: Server, token: string): Promise<string> {
  const { items } = await server.send<{ items: { track_id: number }[] }>('GET', '/tracks/recently-added', { token })
  return `${server.base}/tracks/${items[0]?.track_id}/stream`
}

type Source = { url: string; token: string }

/** Each round measures both, the first one in turns; the first round warms up and does not count. */
async function compare(ours: Source, theirs: Source, atOnce: number): Promise<Figure> {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce })
  const load = ({ url, token }: Source) =>
    timed(() => Promise.all(Array.from({ length: atOnce }, () => download(agent, url, token))))
  const rounds: { our: number; their: number }[] = []
  for (let round = 0; round <= ROUNDS; round++) {
    const first = await load(round % 2 ? ours : theirs)
    const second = await load(round % 2 ? theirs : ours)
    rounds.push(round % 2 ? { our: first, their: second } : { our: second, their: first })
  }
  agent.destroy()
  const counted = rounds.slice(1)
  const speed = (times: number[]) => `${((SIZE * atOnce) / 1000 / median(times)).toFixed(0)} MB/s`
  const note = `${speed(counted.map(({ our }) => our))} against ${speed(counted.map(({ their }) => their))}`
  const samples = counted.map(({ our, their }) => their / our)
  return { name: `stream against bare static, ${atOnce} at once`, unit: 'x', samples, goal: { least: 0.8 }, note }
}

function download(agent: Agent, url: string, token: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const headers = token ? { authorization: `Bearer ${token}` } : {}
    get(url, { agent, headers }, (reply) => {
      let bytes = 0
      reply.on('data', (chunk: Buffer) => {
        bytes += chunk.length
      })
      reply.on('end', () => (bytes >= SIZE ? resolve() : reject(new Error(`${reply.statusCode} after ${bytes} bytes`))))
    }).on('error', reject)
  })
}

/** A real mp3: the frames of the smallest fixture over and over. */
export async function writeSong(dir: string): Promise<void> {
  const frames = readFileSync(path.join(root, 'test/fixtures/audio/tiny.mp3'))
  const parts = Array.from({ length: Math.ceil(SIZE / frames.length) }, () => frames)
  await mkdir(dir, { recursive: true })
  const tags = { title: 'Long', artists: ['Bench'], albumArtist: 'Bench', album: 'Long', track: 1 }
  await writeFile(path.join(dir, NAME), Buffer.concat([taggedMp3(tags), ...parts]))
}

/** What the child process does: nothing but serving the folder. */
async function serveBare(dir: string, port: number): Promise<void> {
  const app = fastify()
  await app.register(fastifyStatic, { root: dir })
  await app.listen({ port, host: '127.0.0.1' })
  process.send?.('ready')
}

const [role, dir = '', port = ''] = process.argv.slice(2)
if (role === 'bare') await serveBare(dir, Number(port))
