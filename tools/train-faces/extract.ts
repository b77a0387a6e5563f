import path from 'node:path'
import { faceMovement } from '../../src/vision/expression/geometry/blendshapes.ts'
import { loadModels } from '../../src/vision/face/models.ts'
import { prepareModels } from '../prepare-models.ts'
import { writeDataset } from './dataset/dataset.ts'
import { DEVICE_FILE, PICTURE_FILE } from './dataset/files.ts'
import { keepPoints } from './dataset/points.ts'
import { openPage } from './extract/browser.ts'
import { landmarkerFolders, openLandmarker } from './extract/on-device.ts'
import { listPhotos, PHOTOS, type Photo } from './extract/photos.ts'
import { measurePicture } from './extract/pictures.ts'

/**
 * `tsx tools/train-faces/extract.ts [<photos> [<face_landmarker.task>]]`: measures every labelled photo and writes
 * the numbers into `data/`. Needed only when the pipeline or the photos change.
 */
const root = path.resolve(import.meta.dirname, '../..')
const [folder = PHOTOS, model = path.join(root, '../shared/models/face_landmarker.task')] = process.argv.slice(2)

const LEAST = 1e-6
const log = (probability: number) => Math.log(Math.max(LEAST, probability))
const photos = await listPhotos(folder)
await extractPictures(photos)
await extractOnDevice(photos)

async function extractPictures(all: readonly Photo[]): Promise<void> {
  const modelsDir = path.join(root, 'node_modules/.cache/animo/models')
  await prepareModels(modelsDir)
  const models = await loadModels(modelsDir)
  const rows = []
  for (const photo of all) {
    const measured = await measurePicture(models, photo)
    if (measured) rows.push({ photo, ...measured })
  }
  const tables = {
    found: rows.map(({ found }) => keepPoints(found)),
    followed: rows.map(({ followed }) => keepPoints(followed)),
    network: rows.map(({ network }) => network.flatMap((answer) => Array.from(answer, log))),
  }
  await write(PICTURE_FILE, rows, tables)
}

async function extractOnDevice(all: readonly Photo[]): Promise<void> {
  const { page, close } = await openPage({ '/photos/': path.join(folder, 'photos'), ...landmarkerFolders(model) })
  const read = await openLandmarker(page, model)
  const rows = []
  for (const photo of all) {
    const reading = await read(`/photos/${encodeURIComponent(photo.name)}`)
    const movement = reading && faceMovement(reading.blendshapes)
    if (reading && movement) rows.push({ photo, points: keepPoints(reading.landmarks), movement: [...movement] })
  }
  await close()
  const tables = { points: rows.map(({ points }) => points), movement: rows.map(({ movement }) => movement) }
  await write(DEVICE_FILE, rows, tables)
}

async function write(file: string, rows: readonly { photo: Photo }[], tables: Record<string, number[][]>) {
  const labels = rows.map(({ photo }) => photo.label)
  const persons = rows.map(({ photo }) => photo.person)
  await writeDataset(file, { labels, persons, tables })
  console.log(`${file}: ${rows.length} of ${photos.length} photos`)
}
