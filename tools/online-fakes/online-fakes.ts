import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { environment } from '../../src/config.ts'
import { startFakes } from '../../test/fakes/index.ts'
import type { World } from '../../test/fakes/world/types.ts'
import { makeWorld } from '../../test/fakes/world/world.ts'
import { renderAlbums } from '../../test/support/fake-library.ts'
import { freshBuild } from './fresh-build.ts'

const LATENCY_MS = 150
const FIRST_PORT = 8701
/** Owned before the first question is asked: one album that says who it is, one that has only names. */
const WITH_IDS = ['Harbour Lights']
const WITHOUT_IDS = ['Undertow']

/**
 * The built server against made-up services on loopback, until Ctrl-C: with a library of two albums, a database and a
 * storage of its own that are thrown away at the end. `keys`: also those that want one.
 */
export async function onlineFakes({ keys }: { keys: boolean }): Promise<void> {
  const stopped = new AbortController()
  process.on('SIGINT', () => stopped.abort()).on('SIGTERM', () => stopped.abort())
  await freshBuild()
  const dir = await mkdtemp(path.join(tmpdir(), 'animo-fakes-'))
  // The embedded database runs as another user where the server is root.
  await chmod(dir, 0o755)
  const world = makeWorld({ today: new Date().toISOString().slice(0, 10) })
  const fakes = await startFakes(world, { latencyMs: LATENCY_MS, keys, firstPort: FIRST_PORT })
  try {
    const music = await ownedMusic(world, dir)
    if (!stopped.signal.aborted) await serve({ ...fakes.env, MUSIC_DIRS: music }, dir, keys, stopped.signal)
  } finally {
    // What a fake was asked and does not know is worth reading, and no reason to leave the folder behind.
    await fakes.close().catch((error: unknown) => console.error(error))
    await rm(dir, { recursive: true, force: true })
  }
}

async function ownedMusic(world: World, dir: string): Promise<string> {
  const music = path.join(dir, 'music')
  await mkdir(music)
  const keysOf = (titles: string[]) =>
    world.albums
      .filter(({ title, credits }) => credits[0]?.artist === 0 && titles.includes(title))
      .map(({ key }) => key)
  await renderAlbums(world, keysOf(WITH_IDS), music, { mbids: true })
  await renderAlbums(world, keysOf(WITHOUT_IDS), music, { mbids: false })
  return music
}

async function serve(env: Record<string, string>, dir: string, keys: boolean, signal: AbortSignal): Promise<void> {
  // In a group of its own: Ctrl-C reaches this process only, and the server is told once.
  const options = { stdio: 'inherit', detached: true, env: environmentOf(env, dir) } as const
  const child = spawn(process.execPath, ['dist/server/main.js'], options)
  const stop = () => child.kill('SIGTERM')
  signal.addEventListener('abort', stop)
  const ended = once(child, 'exit')
  if (await answers(child, signal)) console.log(whatToDo(keys))
  const [code] = await ended
  if (code !== 0 && !signal.aborted) throw new Error(`The server ended with ${code}.`)
}

/** Blank for every variable of the server that is not given here: neither a shell nor a `.env` mixes real keys in. */
function environmentOf(env: Record<string, string>, dir: string): NodeJS.ProcessEnv {
  const blank = Object.fromEntries(Object.keys(environment.shape).map((name) => [name, '']))
  const { PORT = '', WEB_PORT = '', HOST = '', LOG_LEVEL = '' } = process.env
  const folders = Object.fromEntries(
    ['STORAGE_DIR', 'CACHE_DIR', 'DOWNLOADS_DIR'].map((name) => [name, path.join(dir, name.toLowerCase())]),
  )
  return { ...process.env, ...blank, PORT, WEB_PORT, HOST, LOG_LEVEL, ...folders, ...env }
}

async function answers(child: ChildProcess, signal: AbortSignal): Promise<boolean> {
  while (child.exitCode === null && child.signalCode === null && !signal.aborted) {
    const healthy = await fetch(`${appUrl()}/health`).then(
      ({ ok }) => ok,
      // Nobody listens yet.
      () => false,
    )
    if (healthy) return true
    await sleep(200)
  }
  return false
}

const appUrl = () => {
  const port = process.env.WEB_PORT && process.env.WEB_PORT !== '0' ? process.env.WEB_PORT : undefined
  return `http://localhost:${port ?? (process.env.WEB_PORT === '0' ? (process.env.PORT ?? '8000') : '5173')}`
}

const whatToDo = (keys: boolean) => `
  Animo asks made-up services now, ${keys ? 'also those that want a key' : 'without any key (--keys gives all of them)'}.

  1. Open ${appUrl()} and create the first user.
  2. The library has two of Night Ferry's albums: "Harbour Lights" and "Undertow".
  3. Add artist: Night Ferry. Its discography grows to about twenty albums, and so do those like it.
  4. See what is missing under Missing, and "Estuary Radio" under New releases.

  Everything is thrown away at the end: Ctrl-C.
`
