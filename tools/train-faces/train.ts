import { readDevice, readPictures } from './dataset/files.ts'
import { trainAll } from './learn/train.ts'
import { writeFusion, writeLinear } from './learn/weights-file.ts'

/** `tsx tools/train-faces/train.ts`: learns from `data/` and writes `src/vision/expression/weights/`. */
const started = performance.now()
const { landmarks, onDevice, fusion } = trainAll(await readPictures(), await readDevice())
await writeLinear('landmarks.ts', 'LANDMARK_WEIGHTS', landmarks)
await writeLinear('on-device.ts', 'ON_DEVICE_WEIGHTS', onDevice)
await writeFusion('fusion.ts', fusion)
console.log(`trained in ${((performance.now() - started) / 1000).toFixed(1)} s`)
