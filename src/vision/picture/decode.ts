import sharp from 'sharp'
import { VisionError } from '../vision-error.ts'
import { type PictureFormat, sniff } from './sniff.ts'

/** Three interleaved bytes a pixel (sRGB), upright, and the size of the picture it was made from. */
export type Frame = {
  readonly data: Uint8Array
  readonly width: number
  readonly height: number
  /** Size of the whole picture after the EXIF rotation; the frame may be smaller. */
  readonly source: { readonly width: number; readonly height: number }
}

/**
 * The models look at crops of at most 256 pixels, so a frame never needs more than this on its longer side. Larger
 * pictures are halved until they fit, because a JPEG decoder halves at no cost.
 */
const LONGEST_SIDE = 1600
const MAX_PIXELS = 50_000_000
/** These kinds are held in memory as a whole while they are decoded. */
const MAX_PIXELS_UNSTREAMED = 25_000_000

// One process serves music too: no cache of decoded pictures and no second pool of threads.
sharp.cache(false)
sharp.concurrency(1)

/**
 * Decodes JPEG, PNG or WebP (by content) into an upright sRGB frame: the first picture of an animation, CMYK and
 * grey converted, transparency on white, the longer side at most 1600 pixels.
 * Throws `VisionError` `invalid-image` (other content, damaged) or `too-many-pixels` (`maxPixels` may ask for less).
 */
export async function decode(bytes: Uint8Array, maxPixels = MAX_PIXELS): Promise<Frame> {
  const format = sniff(bytes)
  if (!format) throw new VisionError('invalid-image', 'The content is not a JPEG, PNG or WebP picture.')
  try {
    const source = await inspect(bytes, format, maxPixels)
    return await toFrame(bytes, source)
  } catch (error) {
    if (error instanceof VisionError) throw error
    throw new VisionError('invalid-image', 'The picture is damaged.', error)
  }
}

const open = (bytes: Uint8Array) => sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'error', pages: 1 })

/** Reads the header only. */
async function inspect(bytes: Uint8Array, format: PictureFormat, maxPixels: number): Promise<Frame['source']> {
  const header = await sharp(bytes, { limitInputPixels: false, pages: 1 }).metadata()
  const limit = Math.min(maxPixels, format === 'webp' || header.isProgressive ? MAX_PIXELS_UNSTREAMED : MAX_PIXELS)
  if (header.width * header.height > limit) {
    throw new VisionError('too-many-pixels', `The picture has ${header.width} x ${header.height} pixels.`)
  }
  return { width: header.autoOrient.width, height: header.autoOrient.height }
}

async function toFrame(bytes: Uint8Array, source: Frame['source']): Promise<Frame> {
  const pipeline = open(bytes).autoOrient().flatten({ background: '#fff' }).toColourspace('srgb')
  const halvings = Math.ceil(Math.log2(Math.max(source.width, source.height) / LONGEST_SIDE))
  if (halvings > 0) {
    const size = (length: number) => Math.ceil(length / 2 ** halvings)
    pipeline.resize({ width: size(source.width), height: size(source.height), fit: 'fill', kernel: 'linear' })
  }
  const { data, info } = await pipeline.raw().toBuffer({ resolveWithObject: true })
  const rgb = info.channels === 3 ? data : spread(data, info.channels)
  return { data: rgb, width: info.width, height: info.height, source }
}

/** Grey pictures come with one channel. */
function spread(data: Uint8Array, channels: number): Uint8Array {
  const pixels = data.length / channels
  const rgb = new Uint8Array(pixels * 3)
  for (let pixel = 0; pixel < pixels; pixel++) rgb.fill(data[pixel * channels] ?? 0, pixel * 3, pixel * 3 + 3)
  return rgb
}
