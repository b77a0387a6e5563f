import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { TestServer } from './app.ts'

export const fixtures = path.join(path.dirname(fileURLToPath(import.meta.url)), '..', 'fixtures', 'audio')

/** A temporary music folder; `put` copies fixtures into it under new names. */
export async function createMusicDir() {
  const dir = await mkdtemp(path.join(tmpdir(), 'animo-music-'))
  return {
    dir,
    at: (name: string) => path.join(dir, name),
    async put(files: Record<string, string>): Promise<void> {
      for (const [name, fixture] of Object.entries(files)) {
        await mkdir(path.dirname(path.join(dir, name)), { recursive: true })
        await cp(path.join(fixtures, fixture), path.join(dir, name))
      }
    },
    remove: () => rm(dir, { recursive: true, force: true }),
  }
}

/** Adds a folder through the API and answers its id. */
export async function addFolder(server: TestServer, token: string, dir: string): Promise<number> {
  const reply = await server.send({ method: 'POST', url: '/library/folders', token, payload: { path: dir } })
  if (reply.statusCode !== 201) throw new Error(`folder refused: ${reply.body}`)
  return reply.json().id
}

/** Scans everything and waits for the end, covers included. */
export async function scanAll(server: TestServer, token: string) {
  const started = await server.send({ method: 'POST', url: '/library/scan', token })
  if (started.statusCode !== 202) throw new Error(`scan refused: ${started.body}`)
  await server.context.jobs.settle()
  const reply = await server.send({ url: `/library/scans/${started.json().scan_id}`, token })
  return reply.json()
}
