import { mkdir, open, readFile, rm } from 'node:fs/promises'
import path from 'node:path'

type Owner = { pid: number; started: string }

/** Thrown when another living Animo owns the storage folder. */
export class StorageInUse extends Error {
  override name = 'StorageInUse'
}

/**
 * Makes this process the owner of a folder. A lock left by a killed process is taken over; the start time of the
 * owner tells it from a stranger that got the same process id later.
 */
export async function lockStorage(dir: string): Promise<{ release(): Promise<void> }> {
  await mkdir(dir, { recursive: true })
  const file = path.join(dir, 'animo.lock')
  const me: Owner = { pid: process.pid, started: await startTime(process.pid) }
  for (let attempt = 0; attempt < 5; attempt++) {
    if (await create(file, me)) return { release: () => rm(file, { force: true }) }
    const owner = await readOwner(file)
    if (owner && (await isAlive(owner))) {
      throw new StorageInUse(
        `Another Animo (process ${owner.pid}) is using ${dir}. Stop it or set another STORAGE_DIR.`,
      )
    }
    await rm(file, { force: true })
  }
  throw new StorageInUse(`The lock of ${dir} keeps changing hands: is another Animo starting?`)
}

async function create(file: string, owner: Owner): Promise<boolean> {
  try {
    const handle = await open(file, 'wx', 0o600)
    await handle.writeFile(JSON.stringify(owner)).finally(() => handle.close())
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

async function readOwner(file: string): Promise<Owner | null> {
  const text = await readFile(file, 'utf8').catch(() => '')
  try {
    return JSON.parse(text) as Owner
  } catch {
    // A half-written lock belongs to a process that died while starting.
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
  return line.slice(line.lastIndexOf(')') + 2).split(' ')[19] ?? ''
}
