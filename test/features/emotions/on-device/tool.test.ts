import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { FACE_LANDMARKER } from '../../../../src/features/emotions/on-device/service.ts'
import { startUpstream } from './upstream.ts'

const root = path.resolve(import.meta.dirname, '..', '..', '..', '..')
const model = path.join(root, '..', 'shared', 'models', 'face_landmarker.task')
let upstream: Awaited<ReturnType<typeof startUpstream>>
let dir: string
beforeAll(async () => {
  upstream = await startUpstream()
  dir = await mkdtemp(path.join(tmpdir(), 'animo-models-'))
})
afterAll(async () => {
  await upstream.close()
  await rm(dir, { recursive: true, force: true })
})

/** What the tool says, and how it ends. */
function run(args: string[], env: Record<string, string> = {}): Promise<{ code: number | null; text: string }> {
  const tsx = path.join(root, 'node_modules', 'tsx', 'dist', 'cli.mjs')
  const child = spawn(process.execPath, [tsx, path.join(root, 'tools', 'models-install.ts'), ...args], {
    cwd: dir,
    env: { ...process.env, STORAGE_DIR: path.join(dir, 'storage'), FACE_MODEL_URL: upstream.at('wrong'), ...env },
  })
  let text = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (text += chunk))
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, text })))
}

it('says what is wrong with what it fetched, or was given', async () => {
  const fetched = await run([])
  expect(fetched.code).toBe(1)
  expect(fetched.text).toMatch(/^The model could not be fetched: 200000 bytes instead of 3758596/m)
  await writeFile(path.join(dir, 'other.task'), 'something else')
  const given = await run(['other.task'])
  expect([given.code, given.text]).toEqual([
    1,
    expect.stringMatching(/^The file is not the expected model: 14 bytes instead of 3758596/m),
  ])
  expect((await run(['missing.task'])).code).toBe(1)
})

it.skipIf(!existsSync(model))('installs the published model from a file (needs ../shared/models)', async () => {
  const { code, text } = await run([model])
  expect([code, text]).toEqual([0, expect.stringContaining('face_landmarker is installed')])
  const installed = await readFile(path.join(dir, 'storage', 'models', 'face_landmarker.task'))
  expect(installed.length).toBe(FACE_LANDMARKER.bytes)
})
