import sharp from 'sharp'

/** A picture of more pixels than this is an attack or a mistake. */
const MAX_PIXELS = 64_000_000

/** The same patience when a cover is found and when it is shown, or a slightly damaged one is kept and never seen. */
export const DECODING = { limitInputPixels: MAX_PIXELS, failOn: 'error' } as const

const SIZES = [128, 256, 512, 1024]
/** The smallest size we make that is not below what is asked for. */
export const pixelsFor = (size: number): number => SIZES.find((candidate) => candidate >= size) ?? 1024

/** A square WebP of at most `pixels`, out of a file or its bytes; no picture grows. */
export const shrink = (picture: string | Buffer, pixels: number): Promise<Buffer> =>
  sharp(picture, DECODING)
    .rotate()
    .resize(pixels, pixels, { fit: 'cover', withoutEnlargement: true })
    .webp({ quality: 82 })
    .toBuffer()
