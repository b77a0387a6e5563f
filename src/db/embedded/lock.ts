import { createHash, randomUUID } from 'node:crypto'
import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { CannotStart } from '../cannot-start.ts'

/** `id` makes every lock differ from every other. */
type Owner = { pid: number; started: string; id: string }

/** Thrown when another living Animo owns the storage folder. */
export class StorageInUse extends CannotStart {
  override name = 'StorageInUse'
}

/**
 * Makes this process the owner of a folder. A lock left by a killed process is taken over; the start time of the
 * owner tells it from a stranger that got the same process id later.
 */
export async function lockStorage(dir: string): Promise<{ release(): Promise<void> }> {
  await mkdir(dir, { recursive: true })
  const file = path.join(dir, 'animo.lock')
  const me: Owner = { pid: process.pid, started: await startTime(process.pid), id: randomUUID() }
  const holder = await acquire(file, JSON.stringify(me))
  if (holder) {
    throw new StorageInUse(`Another Animo (process ${holder.pid}) is using ${dir}. Stop it or set another STORAGE_DIR.`)
  }
  return { release: () => rm(file, { force: true }) }
}

/** Puts a lock in place, whole or not at all. Returns the living owner that keeps us out. */
async function acquire(file: string, text: string): Promise<Owner | null> {
  const draft = `${file}.${randomUUID()}`
  await writeFile(draft, text, { mode: 0o600, flag: 'wx' })
  try {
    for (;;) {
      if (await linkNew(draft, file)) return null
      const found = await read(file)
      const owner = found === null ? null : parseOwner(found)
      if (owner && (await isAlive(owner))) return owner
      if (found === null) continue
      const rival = await takeOver(file, found, draft, text)
      if (rival !== 'lost') return rival
    }
  } finally {
    await rm(draft, { force: true })
  }
}

/**
 * Replaces the dead lock `found`. Only the holder of a second lock, named after the dead one, may do that: of several
 * processes that start at the same moment one wins. `lost`: somebody replaced it before us.
 */
async function takeOver(file: string, found: string, draft: string, text: string): Promise<Owner | null | 'lost'> {
  const claim = `${file}.${createHash('sha256').update(found).digest('hex').slice(0, 16)}`
  const rival = await acquire(claim, text)
  if (rival) return rival
  try {
    if ((await read(file)) !== found) return 'lost'
    await rename(draft, file)
    return null
  } finally {
    await rm(claim, { force: true })
  }
}

async function linkNew(existing: string, name: string): Promise<boolean> {
  try {
    await link(existing, name)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

async function read(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

/** null: an empty or torn lock, which is what a power cut leaves. */
function parseOwner(text: string): Owner | null {
  try {
    return JSON.parse(text) as Owner
  } catch {
    return null
  }
}

async function isAlive({ pid, started }: Owner): Promise<boolean> {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false
  }
  return (await startTime(pid)) === started
}

/** Clock ticks since boot at which a process started, or '' where the system does not tell. */
async function startTime(pid: number): Promise<string> {
  const line = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
  const [state, ...fields] = line.slice(line.lastIndexOf(')') + 2).split(' ')
  // A killed process that its parent has not buried yet holds nothing any more.
  return state === 'Z' ? 'dead' : (fields[18] ?? '')
}
