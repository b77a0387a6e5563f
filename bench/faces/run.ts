import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { cpus } from 'node:os'
import path from 'node:path'
import { loadModels } from '../../src/vision/face/models.ts'
import { prepareModels } from '../../tools/prepare-models.ts'
import { listPhotos, PHOTOS } from '../../tools/train-faces/extract/photos.ts'
import { toMarkdown, toRows } from '../figures.ts'
import { choicesTable } from './choices.ts'
import { benchQuality } from './quality.ts'
import { benchSpeed } from './speed.ts'
import { confusionTable, honestyTable, qualityTable, uncertainTable } from './tables.ts'

/**
 * `npm run bench:faces [-- <photos> [<face_landmarker.task>]]`: Animo and its peers on the same labelled photos and
 * the same frames. Writes its tables into docs/emotion-quality.md when run on the development photos.
 */
const root = path.resolve(import.meta.dirname, '../..')
const page = path.join(root, 'docs/emotion-quality.md')
const [given, model = path.join(root, '../shared/models/face_landmarker.task')] = process.argv.slice(2)
const folder = path.resolve(given ?? PHOTOS)
const BEGIN = '<!-- bench:faces begins -->'
const END = '<!-- bench:faces ends -->'

if (!existsSync(path.join(folder, 'labels.csv'))) {
  console.error(`No labelled photos in ${folder}: a folder with labels.csv (file,label) and photos/ is needed.`)
  process.exit(1)
}
if (!existsSync(model)) {
  console.error(`No MediaPipe model at ${model}: pass the path of face_landmarker.task as the second argument.`)
  process.exit(1)
}
const modelsDir = path.join(root, 'node_modules/.cache/animo/models')
await prepareModels(modelsDir)
const text = await report(await loadModels(modelsDir))
console.log(text)
if (!given) await writeFile(page, insert(await readFile(page, 'utf8'), text))

async function report(models: Awaited<ReturnType<typeof loadModels>>): Promise<string> {
  const photos = await listPhotos(folder)
  const labels = photos.map(({ label }) => label)
  console.log('speed ...')
  const speed = toMarkdown(
    toRows(await benchSpeed(models, model)).map(([what, time, range, , , , note]) => [
      what ?? '',
      time ?? '',
      range ?? '',
      note ?? '',
    ]),
  )
  const { contestants, outOfFold } = await benchQuality(models, photos, folder, model)
  const [whole] = contestants
  if (!whole) throw new Error('Nobody was asked.')
  const trained = outOfFold
    ? 'Whatever Animo learned from these photos is cross-validated: nobody is judged by weights that saw that person.'
    : 'Animo was not trained on these photos: it answers with the weights that ship.'
  return [
    `Measured on ${new Date().toISOString().slice(0, 10)} by \`npm run bench:faces\` on ${labels.length} photos. ${trained}`,
    '### Accuracy and recall by class',
    qualityTable(labels, contestants),
    '### Faces missed, and how honest the confidences are',
    honestyTable(labels, contestants),
    '### What becomes `incierto`',
    uncertainTable(labels, whole),
    '### Confusion',
    ...contestants.filter((_, index) => index === 0 || index > 2).map((one) => confusionTable(labels, one)),
    '### Choice of the crop (network alone)',
    await choicesTable(),
    '### Speed, one thread each, 640 x 480',
    `${cpus()[0]?.model.trim() ?? 'unknown processor'}, Node ${process.versions.node}; everyone takes turns on the same frames.`,
    speed,
  ].join('\n\n')
}

function insert(document: string, tables: string): string {
  const [before, after] = [document.indexOf(BEGIN), document.indexOf(END)]
  if (before < 0 || after < before) throw new Error(`${page} lacks the lines ${BEGIN} and ${END}.`)
  return `${document.slice(0, before + BEGIN.length)}\n\n${tables}\n\n${document.slice(after)}`
}
