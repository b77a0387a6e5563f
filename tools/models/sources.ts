import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { convertExpressionModel } from './expression-model.ts'
import { convertGraphModel } from './graph-model.ts'

const here = path.dirname(fileURLToPath(import.meta.url))
const packages = path.resolve(here, '../../node_modules/@vladmandic')

/** The models Animo uses: file written, and how it is made from the npm packages. */
export const MODELS: Readonly<Record<string, () => Promise<Uint8Array>>> = {
  'blazeface.onnx': () =>
    convertGraphModel(path.join(packages, 'human/models/blazeface.json'), {
      name: 'blazeface',
      side: 256,
      outputs: { Identity: 'scores16', Identity_1: 'scores32', Identity_2: 'boxes16', Identity_3: 'boxes32' },
    }),
  'facemesh.onnx': () =>
    convertGraphModel(path.join(packages, 'human/models/facemesh.json'), {
      name: 'facemesh',
      side: 192,
      outputs: { Identity_2: 'landmarks', Identity_1: 'face_flag' },
    }),
  'expression.onnx': () =>
    convertExpressionModel(path.join(packages, 'face-api/model/face_expression_model-weights_manifest.json')),
}

/** Changes whenever the converter's own code or a package version does: the reason to convert again. */
export async function fingerprint(): Promise<string> {
  const hash = createHash('sha256')
  const sources = (await readdir(here)).sort().map((file) => path.join(here, file))
  const manifests = ['human', 'face-api'].map((name) => path.join(packages, name, 'package.json'))
  for (const file of [...sources, ...manifests]) hash.update(await readFile(file))
  return hash.digest('hex')
}
