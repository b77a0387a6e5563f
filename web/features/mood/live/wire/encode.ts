import type { Control } from './messages.ts'

/** `ANF1`: marks a binary frame, first version. */
const MAGIC = [0x41, 0x4e, 0x46, 0x31]
const HEADER_BYTES = 16

/** A JPEG behind the header that numbers it: magic, frame number (uint32) and time (float64), big-endian. */
export function binaryFrame(number: number, timestamp: number, jpeg: ArrayBuffer): ArrayBuffer {
  const frame = new Uint8Array(HEADER_BYTES + jpeg.byteLength)
  const header = new DataView(frame.buffer)
  frame.set(MAGIC)
  header.setUint32(4, number)
  header.setFloat64(8, timestamp)
  frame.set(new Uint8Array(jpeg), HEADER_BYTES)
  return frame.buffer
}

/** One face as MediaPipe finds it: points with depth in parts of the picture, and its 52 blendshapes. */
export type MeshFace = { landmarks: readonly (readonly number[])[]; blendshapes: Readonly<Record<string, number>> }
export type MeshFrame = { width: number; height: number; faces: readonly MeshFace[] }

/** A hundred-thousandth of a picture is far below what a landmark is sure of, and halves the message. */
const short = (value: number) => Math.round(value * 1e5) / 1e5

const rounded = ({ landmarks, blendshapes }: MeshFace) => ({
  landmarks: landmarks.map((point) => point.map(short)),
  blendshapes: Object.fromEntries(Object.entries(blendshapes).map(([name, value]) => [name, short(value)])),
})

/** The shape of the faces instead of a picture. */
export const landmarksMessage = (number: number, timestamp: number, { width, height, faces }: MeshFrame): string =>
  JSON.stringify({
    type: 'landmarks',
    timestamp,
    frame_number: number,
    image: { width, height },
    faces: faces.map(rounded),
  })

export const controlMessage = (control: Control): string => JSON.stringify({ type: 'control', ...control })
