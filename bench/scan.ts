import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { writeCorpus } from '../test/support/audio/corpus.ts'
import type { Figure } from './figures.ts'
import { type Server, signIn, startServer, temporaryDir } from './server.ts'

type Scan = {
  state: string
  files_seen: number
  added: number
  unchanged: number
  started_at: string
  finished_at: string
}
const ROUNDS = 3
const ALBUMS_PER_ARTIST = 5
const TRACKS_PER_ALBUM = 10

/** Files a second of a first scan, each time by a new server on an empty storage. */
export async function benchScan({ full }: { full: boolean }): Promise<Figure[]> {
  const count = full ? 50_000 : 10_000
  const music = await temporaryDir()
  writeMusic(music.dir, count)
  const samples: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const storage = await temporaryDir()
    const server = await startServer(storage.dir)
    const token = await signIn(server)
    await addFolder(server, token, music.dir)
    const scan = await runScan(server, token)
    if (scan.added !== count) throw new Error(`The scan added ${scan.added} of ${count} files.`)
    samples.push(count / secondsOf(scan))
    await server.stop()
    await storage.remove()
  }
  await music.remove()
  return [{ name: `first scan, ${count} mp3 files`, unit: 'files/s', samples, goal: { least: 500 } }]
}

/** Small tagged files, ten to an album. */
export function writeMusic(dir: string, count: number): void {
  const artists = Math.ceil(count / TRACKS_PER_ALBUM / ALBUMS_PER_ARTIST)
  writeCorpus(path.join(dir, 'music'), count, { artists, albumsPerArtist: ALBUMS_PER_ARTIST })
}

export async function addFolder(server: Server, token: string, dir: string): Promise<void> {
  await server.send('POST', '/library/folders', { token, body: { path: path.join(dir, 'music') } })
}

/** Scans everything and waits for the end. */
export async function runScan(server: Server, token: string): Promise<Scan> {
  const { scan_id } = await server.send<{ scan_id: number }>('POST', '/library/scan', { token })
  for (;;) {
    const scan = await server.send<Scan>('GET', `/library/scans/${scan_id}`, { token })
    if (scan.state === 'done') return scan
    if (scan.state === 'failed' || scan.state === 'cancelled') throw new Error(`The scan ${scan.state}.`)
    await sleep(100)
  }
}

export const secondsOf = (scan: Scan): number => (Date.parse(scan.finished_at) - Date.parse(scan.started_at)) / 1000
