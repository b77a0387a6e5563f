import { chown, mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CannotStart } from '../../../src/db/cannot-start.ts'
import { findServiceUser } from '../../../src/db/embedded/service-user.ts'

const asRoot = process.getuid?.() === 0
let dir: string
let passwd: string
let data: string
beforeAll(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'animo-user-'))
  data = path.join(dir, 'data')
  passwd = path.join(dir, 'passwd')
  await mkdir(data)
  await writeFile(
    passwd,
    'root:x:0:0::/:/bin/sh\nnobody:x:65534:65534::/:/bin/sh\npostgres:x:70:71::/:/bin/sh\neve:x:1234:99::/:/bin/sh\n',
  )
})
afterAll(() => rm(dir, { recursive: true, force: true }))

describe('where there are no data', () => {
  it('is the best account for root, and nobody else for others', async () => {
    const nowhere = path.join(dir, 'nowhere')
    expect(await findServiceUser(nowhere, 0, passwd)).toEqual({ name: 'postgres', uid: 70, gid: 71 })
    expect(await findServiceUser(nowhere, 1234, passwd)).toBeNull()
  })

  it('says so when no account will do', async () => {
    const file = path.join(dir, 'empty')
    await writeFile(file, 'root:x:0:0::/:/bin/sh\n')
    await expect(findServiceUser(path.join(dir, 'nowhere'), 0, file)).rejects.toThrow(CannotStart)
  })
})

describe('where there are data', () => {
  it('lets only their owner start, and tells others who that is', async () => {
    const { uid } = await stat(data)
    expect(await findServiceUser(data, uid || undefined, passwd)).toEqual(uid ? null : expect.anything())
    const refused = await findServiceUser(data, uid + 1, passwd).catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(CannotStart)
    expect(String(refused)).toMatch(/^CannotStart: The data in \S+ belong to .+: start Animo as that user\.$/)
  })

  it.skipIf(!asRoot)('hands them to their owner when root starts, known by name or not (needs root)', async () => {
    expect(await findServiceUser(data, 0, passwd)).toMatchObject({ name: 'postgres' })
    await chown(data, 1234, 4321)
    expect(await findServiceUser(data, 0, passwd)).toEqual({ name: 'eve', uid: 1234, gid: 4321 })
    expect(await findServiceUser(data, 1234, passwd)).toBeNull()
    await expect(findServiceUser(data, 70, passwd)).rejects.toThrow(/belong to eve: /)
    await chown(data, 4000, 4000)
    expect(await findServiceUser(data, 0, passwd)).toEqual({ name: 'the user 4000', uid: 4000, gid: 4000 })
  })
})
