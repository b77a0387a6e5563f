import { mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import path from 'node:path'
import { Piscina } from 'piscina'
import { workerFile } from '../../platform/lib/worker-file.ts'
import { artistsOf, CATALOGUE } from './catalogue/catalogue.ts'
import type { DemoAlbum, DemoTrack } from './catalogue/types.ts'
import { coverFile, filesOf, lyricsFile, type Placed, placeTracks } from './produce/layout.ts'
import type { AlbumTask } from './worker.ts'

export type DemoOptions = {
  signal?: AbortSignal
  /** Tracks in place and tracks in all; called once at the start and after each track. */
  onProgress?: (done: number, total: number) => void
  /** A part of the catalogue, for tests. Files beside the music (covers) come with their album's first track. */
  tracks?: (track: DemoTrack, album: DemoAlbum) => boolean
}

/** What the library holds now: `files` counts sound, covers and lyrics. */
export type DemoLibrary = { artists: number; albums: number; tracks: number; files: number }

type Job = { album: number; sounds: string[]; missing: string[] }

/**
 * Fills a folder with the demo library: composes, renders, tags and writes `<Artist>/<Album>/NN Title.ext`. Files that
 * are there already stay (each appears whole by a rename, so a run that was stopped is simply run again). Renders in
 * worker threads. Rejects with the signal's reason when aborted, leaving whole files only.
 * Only one run at a time may work on a folder.
 */
export async function makeDemoLibrary(targetDir: string, options: DemoOptions = {}): Promise<DemoLibrary> {
  const { signal, onProgress, tracks = () => true } = options
  signal?.throwIfAborted()
  await mkdir(targetDir, { recursive: true })
  const chosen = CATALOGUE.map((album) => placeTracks(album).filter(({ track }) => tracks(track, album)))
  const jobs = await Promise.all(chosen.map((placed, album) => planAlbum(targetDir, album, placed)))
  const missing = new Set(jobs.flatMap((job) => job.missing))
  const sounds = jobs.flatMap((job) => job.sounds)
  const report = () => onProgress?.(sounds.filter((file) => !missing.has(file)).length, sounds.length)
  report()
  const onFile = (file: string) => {
    missing.delete(file)
    if (sounds.includes(file)) report()
  }
  await runJobs(
    targetDir,
    jobs.filter((job) => job.missing.length > 0),
    onFile,
    signal,
  )
  return summarize(chosen)
}

/** Leftovers of a killed run lie in folders of this name; the next run clears them away. */
const TEMP_PREFIX = '.animo-demo-'

async function runJobs(targetDir: string, jobs: readonly Job[], onFile: (file: string) => void, signal?: AbortSignal) {
  if (jobs.length === 0) return
  await clearLeftovers(targetDir)
  const tempDir = await mkdtemp(path.join(targetDir, TEMP_PREFIX))
  const pool = new Piscina({
    ...workerFile(import.meta.url, './worker'),
    minThreads: 0,
    // One core is left for the server, which keeps answering while the music is made.
    maxThreads: Math.max(1, Math.min(2, availableParallelism() - 1)),
    concurrentTasksPerWorker: 1,
  })
  pool.on('message', ({ file }: { file: string }) => onFile(file))
  try {
    const tasks = jobs.map(({ album, missing }): AlbumTask => ({ album, wanted: missing, targetDir, tempDir }))
    await Promise.all(tasks.map((task) => pool.run(task, { signal: signal ?? null })))
  } catch (error) {
    signal?.throwIfAborted()
    throw error
  } finally {
    await pool.destroy()
    await rm(tempDir, { recursive: true, force: true })
  }
}

async function clearLeftovers(targetDir: string): Promise<void> {
  const names = await readdir(targetDir)
  const left = names.filter((name) => name.startsWith(TEMP_PREFIX))
  await Promise.all(left.map((name) => rm(path.join(targetDir, name), { recursive: true, force: true })))
}

async function planAlbum(targetDir: string, album: number, placed: readonly Placed[]): Promise<Job> {
  const files = wantedFiles(album, placed)
  const present = await Promise.all(files.map((file) => isWhole(path.join(targetDir, file))))
  return { album, sounds: placed.map(({ file }) => file), missing: files.filter((_, i) => !present[i]) }
}

function wantedFiles(index: number, placed: readonly Placed[]): string[] {
  const album = CATALOGUE[index]
  if (!album || placed.length === 0) return []
  const wanted = new Set([...placed.flatMap((one) => [one.file, lyricsFile(one)]), coverFile(album)])
  return filesOf(album).filter((file) => wanted.has(file))
}

/** A file gets its name only when it is complete; an empty one was not made by us. */
async function isWhole(file: string): Promise<boolean> {
  const found = await stat(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined
    throw error
  })
  return found?.isFile() === true && found.size > 0
}

function summarize(chosen: readonly (readonly Placed[])[]): DemoLibrary {
  const albums = CATALOGUE.filter((_, index) => (chosen[index]?.length ?? 0) > 0)
  const artists = new Set(
    chosen.flatMap((placed, index) => {
      const album = CATALOGUE[index]
      return album ? placed.flatMap(({ track }) => artistsOf(album, track)) : []
    }),
  )
  return {
    artists: artists.size,
    albums: albums.length,
    tracks: chosen.flat().length,
    files: chosen.reduce((sum, placed, index) => sum + wantedFiles(index, placed).length, 0),
  }
}
