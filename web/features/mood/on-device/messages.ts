import type { MeshFrame } from '../live/wire/encode.ts'

/** What the page and its worker say to each other. A picture is handed over, not copied. */
export type ToWorker =
  | { type: 'load'; modelUrl: string }
  | { type: 'detect'; id: number; picture: ImageBitmap; timestamp: number }

export type FromWorker =
  | { type: 'ready' }
  | { type: 'failed'; message: string }
  | { type: 'found'; id: number; frame: MeshFrame }
  | { type: 'error'; id: number; message: string }
