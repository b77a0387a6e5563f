import { constants } from 'node:fs'
import { access, readdir, realpath, stat } from 'node:fs/promises'
import { homedir } from 'node:os'
import path from 'node:path'
import type { Db } from '../../../db/client.ts'
import { isUniqueViolation } from '../../../db/client.ts'
import { AppError } from '../../../errors.ts'
import { isInside } from '../../../platform/files/inside.ts'
import * as store from '../store/scans.ts'
import { inTransaction } from '../store/transaction.ts'
import { removeOrphans } from '../store/write/counts.ts'
import { countAudio } from './count-audio.ts'

type Deps = Readonly<{ db: Db; ownDirs: readonly string[]; onChange(): void }>

/** The folders that music is read from. */
export function createFolders({ db, ownDirs, onChange }: Deps) {
  const view = (row: store.FolderRow & { fileCount: number }) => ({
    id: row.id,
    path: row.path,
    state: row.state,
    file_count: row.fileCount,
    last_scan_at: row.lastScanAt?.toISOString() ?? null,
    created_at: row.createdAt.toISOString(),
  })

  async function refuseOverlap(real: string): Promise<void> {
    for (const { path: other } of await store.listFolders(db)) {
      if (isInside(other, real) || isInside(real, other)) throw new AppError('FOLDER_OVERLAP', { details: other })
    }
  }

  return {
    list: async () => (await store.listCountedFolders(db)).map(view),

    /** Adds a directory that exists, can be read, is not ours and overlaps no other music folder. */
    async add(dir: string) {
      const real = await usableDirectory(dir, ownDirs)
      await refuseOverlap(real)
      const row = await store.insertFolder(db, real).catch((error: unknown) => {
        throw isUniqueViolation(error) ? new AppError('FOLDER_OVERLAP', { details: real }) : error
      })
      onChange()
      return view({ ...row, fileCount: 0 })
    },

    /** Forgets a folder and the tracks that only it held; what somebody played, rated or kept stays known. */
    async remove(id: number) {
      const found = (await store.listCountedFolders(db)).find((folder) => folder.id === id)
      if (!found) throw new AppError('NOT_FOUND')
      await inTransaction(db, async (tx) => {
        await store.deleteFolder(tx, id)
        await removeOrphans(tx)
      })
      onChange()
      return view(found)
    },

    /** Directories to choose from, with the audio below; without a path, the user's home. */
    async browse(dir = homedir()) {
      const real = await readableDirectory(dir)
      const entries = await readdir(real, { withFileTypes: true })
      const names = entries
        .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
        .map((entry) => entry.name)
      const parent = path.dirname(real)
      return {
        path: real,
        parent: parent === real ? null : parent,
        directories: names.sort((a, b) => a.localeCompare(b)).map((name) => ({ name, path: path.join(real, name) })),
        audio_files: await countAudio(real),
      }
    },
  }
}

const invalid = (es: string, en: string): AppError => new AppError('FOLDER_INVALID', { details: [es, en] })

async function readableDirectory(dir: string): Promise<string> {
  if (!path.isAbsolute(dir) || dir.includes('\0'))
    throw invalid('La ruta debe ser absoluta', 'The path must be absolute')
  const real = await realpath(dir).catch(() => null)
  const found = real && (await stat(real).catch(() => null))
  if (!real || !found) throw invalid('La carpeta no existe', 'The folder does not exist')
  if (!found.isDirectory()) throw invalid('No es una carpeta', 'It is not a folder')
  const readable = await access(real, constants.R_OK | constants.X_OK).then(
    () => true,
    () => false,
  )
  if (!readable) throw invalid('El servidor no puede leer la carpeta', 'The server cannot read the folder')
  return real
}

async function usableDirectory(dir: string, ownDirs: readonly string[]): Promise<string> {
  const real = await readableDirectory(dir)
  for (const own of ownDirs) {
    const ours = await realpath(own).catch(() => own)
    if (isInside(ours, real) || isInside(real, ours)) {
      throw invalid(
        'La carpeta contiene los datos de Animo o está dentro de ellos',
        'The folder holds the data of Animo or lies inside them',
      )
    }
  }
  return real
}

export type Folders = ReturnType<typeof createFolders>
