import { MOVEMENT_SIZE } from '../../../src/vision/expression/geometry/blendshapes.ts'
import { EXPRESSIONS } from '../../../src/vision/reading.ts'
import { type Dataset, readDataset } from './dataset.ts'
import { KEPT_POINTS } from './points.ts'

/** Crop sizes whose network answers are kept, in sides of the mesh: the choice between them can be repeated. */
export const MARGINS = [1, 1.1, 1.2, 1.3] as const

const POINTS = KEPT_POINTS.length * 2
/** Logarithms of the network's probabilities, for each of `MARGINS` the plain crop and its mirror image. */
const NETWORK = MARGINS.length * 2 * EXPRESSIONS.length

/** `found`: the mesh as read from the whole photo; `followed`: read once more around itself, as in a video. */
const PICTURE_LAYOUT = { found: POINTS, followed: POINTS, network: NETWORK } as const
/** Points of `FaceLandmarker` and how far the parts of the face have moved (`faceMovement`). */
const DEVICE_LAYOUT = { points: POINTS, movement: MOVEMENT_SIZE } as const

export const PICTURE_FILE = 'pictures.bin'
export const DEVICE_FILE = 'on-device.bin'

export type Pictures = Dataset<keyof typeof PICTURE_LAYOUT>
export type Device = Dataset<keyof typeof DEVICE_LAYOUT>

export const readPictures = (): Promise<Pictures> => readDataset(PICTURE_FILE, PICTURE_LAYOUT)
export const readDevice = (): Promise<Device> => readDataset(DEVICE_FILE, DEVICE_LAYOUT)
