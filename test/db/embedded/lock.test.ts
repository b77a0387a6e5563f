import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { lockStorage, StorageInUse } from '../../../src/db/embedded/lock.ts'

let dir: string
let file: string
beforeEach(async () => {
  dir = path.join(await mkdtemp(path.join(tmpdir(), 'animo-lock-')), 'storage')
  file = path.join(dir, 'animo.lock')
})
afterEach(() => rm(path.dirname(dir), { recursive: true, force: true }))

const owner = async () => JSON.parse(await readFile(file, 'utf8'))

describe('the lock of a storage folder', () => {
  it('names its owner, is private, and goes with its release', async () => {
    const lock = await lockStorage(dir)
    expect(await owner()).toMatchObject({ pid: process.pid })
    expect((await stat(file)).mode & 0o777).toBe(0o600)
    await lock.release()
    expect(await readdir(dir)).toEqual([])
  })

  it('keeps a second owner out with a sentence that helps', async () => {
    const lock = await lockStorage(dir)
    const second = lockStorage(dir)
    await expect(second).rejects.toBeInstanceOf(StorageInUse)
    await expect(second).rejects.toThrow(
      `Another Animo (process ${process.pid}) is using ${dir}. Stop it or set another STORAGE_DIR.`,
    )
    expect(await owner()).toMatchObject({ pid: process.pid })
    await lock.release()
    await (await lockStorage(dir)).release()
  })

  it.each([
    ['of a process that is gone', JSON.stringify({ pid: 2 ** 22 + 1, started: '1' })],
    ['whose process id now belongs to a stranger', JSON.stringify({ pid: process.pid, started: '1' })],
    ['whose process id now belongs to a stranger of another user', JSON.stringify({ pid: 1, started: 'x' })],
    ['that was half written', '{"pid":12'],
    ['that is empty', ''],
    ['that is something else', 'null'],
  ])('is taken over from a lock %s', async (_what, text) => {
    await (await lockStorage(dir)).release()
    await writeFile(file, text)
    const lock = await lockStorage(dir)
    expect(await owner()).toMatchObject({ pid: process.pid })
    expect(await readdir(dir)).toEqual(['animo.lock'])
    await lock.release()
  })

  it('has one winner of many that find a dead lock at the same moment', async () => {
    await (await lockStorage(dir)).release()
    for (let round = 0; round < 30; round++) {
      await writeFile(file, JSON.stringify({ pid: 2 ** 22 + 1, started: '1', id: String(round) }))
      const results = await Promise.allSettled(Array.from({ length: 8 }, () => lockStorage(dir)))
      const won = results.filter((result) => result.status === 'fulfilled')
      const lost = results.filter((result) => result.status === 'rejected')
      expect(won).toHaveLength(1)
      for (const { reason } of lost) expect(reason).toBeInstanceOf(StorageInUse)
      expect(await readdir(dir)).toEqual(['animo.lock'])
      await won[0]?.value.release()
    }
  })

  it('reports a folder that cannot be made', async () => {
    await (await lockStorage(dir)).release()
    await writeFile(path.join(dir, 'a file'), '')
    await expect(lockStorage(path.join(dir, 'a file', 'storage'))).rejects.toMatchObject({ code: 'ENOTDIR' })
  })
})
