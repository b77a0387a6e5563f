import { execFile } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import type { Fusion } from '../../../src/vision/expression/combine.ts'
import type { Linear } from '../../../src/vision/expression/linear.ts'

const folder = path.resolve(import.meta.dirname, '../../../src/vision/expression/weights')
const HEAD = '/** Written by `tools/train-faces/train.ts`: do not edit. */\n'
const LINE = 108

/** Writes a classifier's weights as a module: 32-bit floats in base64. */
export async function writeLinear(file: string, name: string, { values }: Linear): Promise<void> {
  const base64 = Buffer.from(values.buffer, values.byteOffset, values.byteLength).toString('base64')
  const lines = base64.match(new RegExp(`.{1,${LINE}}`, 'g')) ?? []
  await writeModule(file, `export const ${name}: readonly string[] = ${JSON.stringify(lines)}\n`)
}

export async function writeFusion(file: string, fusion: Fusion): Promise<void> {
  const rounded = (value: number) => Number(value.toFixed(4))
  const text = { network: rounded(fusion.network), landmarks: rounded(fusion.landmarks) }
  await writeModule(file, `export const FUSION = ${JSON.stringify(text)} as const\n`)
}

async function writeModule(file: string, code: string): Promise<void> {
  const target = path.join(folder, file)
  await writeFile(target, HEAD + code)
  await promisify(execFile)('npx', ['biome', 'format', '--write', target])
}
