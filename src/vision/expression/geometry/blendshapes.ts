/**
 * The MediaPipe blendshapes, left and right as one: `_neutral` carries nothing. A name with `*` stands for the pair
 * `Left` and `Right`.
 */
const NAMES = [
  'browDown*',
  'browInnerUp',
  'browOuterUp*',
  'cheekPuff',
  'cheekSquint*',
  'eyeBlink*',
  'eyeLookDown*',
  'eyeLookIn*',
  'eyeLookOut*',
  'eyeLookUp*',
  'eyeSquint*',
  'eyeWide*',
  'jawForward',
  'jaw*',
  'jawOpen',
  'mouthClose',
  'mouthDimple*',
  'mouthFrown*',
  'mouthFunnel',
  'mouth*',
  'mouthLowerDown*',
  'mouthPress*',
  'mouthPucker',
  'mouthRollLower',
  'mouthRollUpper',
  'mouthShrugLower',
  'mouthShrugUpper',
  'mouthSmile*',
  'mouthStretch*',
  'mouthUpperUp*',
  'noseSneer*',
] as const

/** Blendshapes vary ten times as much as points do; none of both should drown the other. */
const SCALE = 0.1

/** How many numbers `faceMovement` gives. */
export const MOVEMENT_SIZE = NAMES.length

/**
 * How far each part of a face has moved, 0..0.1: a tenth of the square root of each of the 51 blendshapes (0..1), pairs
 * averaged, so that a face and its mirror image are the same. Null when one is missing or no number.
 */
export function faceMovement(blendshapes: Readonly<Record<string, number>>): Float64Array | null {
  const movement = Float64Array.from(NAMES, (name) =>
    name.endsWith('*') ? (read(name, 'Left') + read(name, 'Right')) / 2 : read(name, ''),
  )
  return movement.every(Number.isFinite) ? movement : null

  function read(name: string, side: string): number {
    const value = blendshapes[name.replace('*', side)] ?? Number.NaN
    return SCALE * Math.sqrt(Math.min(1, Math.max(0, value)))
  }
}
