import { sidesWithin } from '../../picture/size.ts'

const LONGEST = 640
const QUALITY = 0.8

type Canvas = OffscreenCanvas | HTMLCanvasElement
type Brush = OffscreenCanvasRenderingContext2D | CanvasRenderingContext2D

const makeCanvas = (): Canvas =>
  typeof OffscreenCanvas === 'undefined' ? document.createElement('canvas') : new OffscreenCanvas(1, 1)

const encode = (canvas: Canvas): Promise<Blob | null> =>
  'convertToBlob' in canvas
    ? canvas.convertToBlob({ type: 'image/jpeg', quality: QUALITY })
    : new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', QUALITY))

/** Whether the video has a picture to take. */
export const hasPicture = (video: HTMLVideoElement): boolean =>
  video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA && video.videoWidth > 0

/** Makes JPEGs of a video's present picture on one canvas that is used again and again. */
export class Grabber {
  readonly #canvas = makeCanvas()

  async jpeg(video: HTMLVideoElement): Promise<ArrayBuffer | null> {
    const size = sidesWithin(video.videoWidth, video.videoHeight, LONGEST)
    if (this.#canvas.width !== size.width || this.#canvas.height !== size.height) Object.assign(this.#canvas, size)
    const brush = this.#canvas.getContext('2d', { alpha: false }) as Brush | null
    if (!brush) return null
    brush.drawImage(video, 0, 0, size.width, size.height)
    const blob = await encode(this.#canvas)
    return blob ? await blob.arrayBuffer() : null
  }
}

/** The present picture for a worker that looks for faces itself. */
export function bitmap(video: HTMLVideoElement): Promise<ImageBitmap> {
  const { width, height } = sidesWithin(video.videoWidth, video.videoHeight, LONGEST)
  return createImageBitmap(video, { resizeWidth: width, resizeHeight: height })
}
