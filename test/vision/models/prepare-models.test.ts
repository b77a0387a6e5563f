import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { convertGraphModel } from '../../../tools/models/graph-model.ts'
import { prepareModels } from '../../../tools/prepare-models.ts'

let dir = ''
beforeAll(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'models-'))
})
afterAll(() => rm(dir, { recursive: true }))

describe('prepareModels', () => {
  it('writes the three models, whole, even when several processes start at once', async () => {
    const out = path.join(dir, 'new', 'models')
    await Promise.all([prepareModels(out), prepareModels(out)])
    expect((await readdir(out)).sort()).toEqual(['blazeface.onnx', 'expression.onnx', 'facemesh.onnx', 'models.json'])
    expect(await prepareModels(out)).toBe('present')
  })

  it('writes nothing when the models are there, and repairs a damaged one', async () => {
    const out = path.join(dir, 'twice')
    expect(await prepareModels(out)).toBe('made')
    const file = path.join(out, 'expression.onnx')
    const [good, { mtimeMs }] = [await readFile(file), await stat(file)]
    expect(await prepareModels(out)).toBe('present')
    expect((await stat(file)).mtimeMs).toBe(mtimeMs)
    await writeFile(file, good.subarray(0, 1000))
    expect(await prepareModels(out)).toBe('made')
    expect((await readFile(file)).equals(good)).toBe(true)
  })

  it.each(['{', '{"fingerprint":"another","files":{}}'])('makes them again with the manifest %s', async (manifest) => {
    const out = path.join(dir, 'manifest')
    await prepareModels(out)
    await writeFile(path.join(out, 'models.json'), manifest)
    expect(await prepareModels(out)).toBe('made')
  })

  it('names an operator that it cannot convert', async () => {
    const model = {
      modelTopology: { node: [{ name: 'out', op: 'Einsum', input: [] }] },
      weightsManifest: [],
    }
    const file = path.join(dir, 'strange.json')
    await writeFile(file, JSON.stringify(model))
    const plan = { name: 'strange', side: 8, outputs: { out: 'out' } }
    await expect(convertGraphModel(file, plan)).rejects.toThrow('operator Einsum')
  })
})
