import path from 'node:path'
import { faceMovement } from '../../src/vision/expression/geometry/blendshapes.ts'
import { classifyOnDevice } from '../../src/vision/expression/on-device-classifier.ts'
import type { Models } from '../../src/vision/face/models.ts'
import { openPage } from '../../tools/train-faces/extract/browser.ts'
import { type DeviceReading, landmarkerFolders, openLandmarker } from '../../tools/train-faces/extract/on-device.ts'
import type { Photo } from '../../tools/train-faces/extract/photos.ts'
import { deviceRow } from '../../tools/train-faces/learn/classifiers.ts'
import type { Guess } from '../../tools/train-faces/learn/metrics.ts'
import { askAnimo } from './animo.ts'
import { chooseJudges, type Judges } from './judges.ts'
import { openFaceApi, openHuman, PEER_FOLDERS } from './peers.ts'

export type Contestant = { readonly name: string; readonly guesses: readonly Guess[] }

/** Shows every photo to everyone. The first contestant is Animo as a whole. */
export async function benchQuality(models: Models, photos: readonly Photo[], folder: string, model: string) {
  const judges = await chooseJudges(photos)
  console.log('Animo ...')
  const { whole, network, landmarks } = await askAnimo(models, photos, judges)
  const { page, close } = await openPage({
    '/photos/': path.join(folder, 'photos'),
    ...PEER_FOLDERS,
    ...landmarkerFolders(model),
  })
  console.log('Animo on the device ...')
  const read = await openLandmarker(page, model)
  const onDevice = await askAll(photos, async (address, photo) => judgeDevice(judges, photo, await read(address)))
  console.log('human ...')
  const human = await askAll(photos, await openHuman(page))
  console.log('face-api ...')
  const faceApi = await askAll(photos, await openFaceApi(page))
  await close()
  const contestants: Contestant[] = [
    { name: 'Animo', guesses: whole },
    { name: 'Animo, network alone', guesses: network },
    { name: 'Animo, landmarks alone', guesses: landmarks },
    { name: 'Animo, on the device', guesses: onDevice },
    { name: 'human, as documented', guesses: human.map(({ asIs }) => asIs) },
    { name: 'human, given room', guesses: human.map(({ withRoom }) => withRoom) },
    { name: 'face-api, as documented', guesses: faceApi.map(({ asIs }) => asIs) },
    { name: 'face-api, given room', guesses: faceApi.map(({ withRoom }) => withRoom) },
  ]
  return { outOfFold: judges.outOfFold, contestants }
}

async function askAll<Answer>(photos: readonly Photo[], ask: (address: string, photo: Photo) => Promise<Answer>) {
  const guesses: Answer[] = []
  for (const photo of photos) guesses.push(await ask(`/photos/${encodeURIComponent(photo.name)}`, photo))
  return guesses
}

function judgeDevice(judges: Judges, photo: Photo, reading: DeviceReading): Guess {
  if (!reading) return null
  const movement = faceMovement(reading.blendshapes)
  if (!movement) return classifyOnDevice(reading.landmarks, reading.blendshapes)
  return judges(photo).onDevice(deviceRow(reading.landmarks, movement))
}
