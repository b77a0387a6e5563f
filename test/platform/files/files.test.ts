import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isInside } from '../../../src/platform/files/inside.ts'
import { writeAtomically } from '../../../src/platform/files/write-atomically.ts'

let dir: string
beforeAll(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'animo-files-'))
})
afterAll(() => rm(dir, { recursive: true, force: true }))

describe('isInside', () => {
  it.each([
    ['/music', '/music', true],
    ['/music', '/music/a/b.mp3', true],
    ['/music', '/music/..a', true],
    ['/music', '/music2', false],
    ['/music', '/music/../etc', false],
    ['/music', '/', false],
    ['/', '/anything', true],
  ])('%s holds %s: %s', (outer, inner, expected) => {
    expect(isInside(outer, inner)).toBe(expected)
  })
})

describe('writeAtomically', () => {
  it('replaces a file whole and leaves nothing beside it', async () => {
    const file = path.join(dir, 'cover.webp')
    await writeAtomically(file, 'first')
    await writeAtomically(file, Buffer.from('second'))
    expect(await readFile(file, 'utf8')).toBe('second')
    expect(await readdir(dir)).toEqual(['cover.webp'])
  })

  it('keeps one whole version when many write at once', async () => {
    const file = path.join(dir, 'busy')
    const versions = Array.from({ length: 20 }, (_, n) => String(n).repeat(50_000))
    await Promise.all(versions.map((version) => writeAtomically(file, version)))
    expect(versions).toContain(await readFile(file, 'utf8'))
  })

  it('leaves no draft when the file cannot be put in place', async () => {
    await expect(writeAtomically(path.join(dir, 'nowhere', 'x'), 'x')).rejects.toMatchObject({ code: 'ENOENT' })
    const inTheWay = await mkdtemp(path.join(dir, 'folder-'))
    await writeAtomically(path.join(inTheWay, 'kept'), 'x')
    await expect(writeAtomically(inTheWay, 'x')).rejects.toThrow()
    expect((await readdir(dir)).filter((name) => name.endsWith('.tmp'))).toEqual([])
  })
})
