import { mkdir, mkdtemp, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createShelf } from '../../../src/features/images/shelf.ts'

let dir: string
const told: string[] = []
const log = { warn: (_: object, text: string) => void told.push(text) }
beforeEach(async () => {
  told.length = 0
  dir = await mkdtemp(path.join(tmpdir(), 'animo-shelf-'))
})
afterEach(() => rm(dir, { recursive: true, force: true }))

const HOUR_MS = 3_600_000
const hoursAgo = (hours: number) => new Date(Date.now() - hours * HOUR_MS)
const bytes = (size: number) => Buffer.alloc(size, 1)
const names = async () =>
  (await readdir(dir, { recursive: true, withFileTypes: true })).flatMap((one) => (one.isFile() ? one.name : [])).sort()
/** A file that was made and looked at so long ago. */
async function old(name: string, size: number, made: number, used = made) {
  const file = path.join(dir, name)
  await mkdir(path.dirname(file), { recursive: true })
  await writeFile(file, bytes(size))
  await utimes(file, hoursAgo(used), hoursAgo(made))
}

describe('files that can be made again', () => {
  it('are there until they are too many; those nobody looked at for longest go first', async () => {
    for (let n = 1; n <= 9; n++) await old(`a/${n}`, 100, 10 + n)
    const shelf = createShelf({ dir, mostBytes: 1000, log })
    expect(await shelf.get('a/9')).toEqual(bytes(100))
    await shelf.put('b/new', bytes(200))
    await shelf.idle()
    expect(await names()).toEqual(['1', '2', '3', '4', '5', '6', '9', 'new'])
    for (let n = 0; n < 40; n++) {
      await shelf.put(`b/${100 + n}`, bytes(100))
      await shelf.idle()
    }
    expect((await names()).length).toBeLessThanOrEqual(10)
    expect(await shelf.get('b/139')).toEqual(bytes(100))
    expect([await shelf.get('a/8'), told]).toEqual([null, []])
  })

  it('are as old as they were made, however often somebody looks', async () => {
    // Younger than what file systems note themselves.
    await old('x', 5, 48, 2)
    const shelf = createShelf({ dir, mostBytes: 1000, log })
    expect(await shelf.get('x', 47 * HOUR_MS)).toBe(null)
    await shelf.get('x', 49 * HOUR_MS)
    const { atimeMs, mtimeMs } = await stat(path.join(dir, 'x'))
    expect(Date.now() - atimeMs).toBeLessThan(HOUR_MS)
    expect(Math.round((Date.now() - mtimeMs) / HOUR_MS)).toBe(48)
  })

  it('that cannot be read are not there', async () => {
    await mkdir(path.join(dir, 'folder'))
    const shelf = createShelf({ dir, mostBytes: 1000, log })
    expect([await shelf.get('folder'), await shelf.get('none/none')]).toEqual([null, null])
  })
})
