import type { Look } from './face/read-face.ts'
import type { FaceReading } from './reading.ts'
import type { VisionErrorKind } from './vision-error.ts'

/** What the pool gives every worker at its start. */
export type WorkerData = { readonly modelsDir: string }

/** `cancelled[0]` becomes 1 when the caller gives up; the worker looks at it between its steps. */
export type Task =
  | { readonly type: 'warm-up' }
  | { readonly type: 'analyze'; readonly bytes: Uint8Array; readonly look: Look; readonly cancelled: Int32Array }

/** Failures travel as data: structured cloning would drop the class of an error. */
export type Answer =
  | { readonly ok: true; readonly reading: FaceReading | null }
  | { readonly ok: false; readonly kind: VisionErrorKind; readonly message: string }
