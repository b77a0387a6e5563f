import { LONGEST, NotAPicture, sidesWithin } from './size.ts'

const QUALITY = 0.9
const AS_IS = ['image/jpeg', 'image/png', 'image/webp']
/** What the server takes, in bytes; larger files are drawn anew even when their sides are short. */
const MOST_BYTES = 9 * 1024 * 1024

const encode = (canvas: HTMLCanvasElement): Promise<Blob> =>
  new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new NotAPicture())), 'image/jpeg', QUALITY),
  )

/** Draws a picture or a video frame on a canvas of at most the longest side and makes a JPEG of it. */
export function toJpeg(source: CanvasImageSource, width: number, height: number): Promise<Blob> {
  const size = sidesWithin(width, height)
  const canvas = document.createElement('canvas')
  Object.assign(canvas, size)
  const context = canvas.getContext('2d')
  if (!context) return Promise.reject(new NotAPicture())
  // A transparent picture gets a light ground, or its face would stand in black.
  context.fillStyle = '#ffffff'
  context.fillRect(0, 0, size.width, size.height)
  context.drawImage(source, 0, 0, size.width, size.height)
  return encode(canvas)
}

/** A picture as it may be sent: upright, a known format, not larger than needed. Rejects with `NotAPicture`. */
export async function prepare(file: Blob): Promise<Blob> {
  const bitmap = await createImageBitmap(file).catch(() => {
    throw new NotAPicture()
  })
  try {
    const { width, height } = bitmap
    const small = Math.max(width, height) <= LONGEST && file.size <= MOST_BYTES
    return small && AS_IS.includes(file.type) ? file : await toJpeg(bitmap, width, height)
  } finally {
    bitmap.close()
  }
}
