import { AppError } from '../../errors.ts'
import { VisionError, type VisionErrorKind } from '../../vision/vision-error.ts'

const FAILURES: Readonly<Record<VisionErrorKind, (cause: VisionError) => AppError>> = {
  'invalid-image': (cause) => new AppError('INVALID_IMAGE', { cause }),
  'too-large': (cause) => new AppError('IMAGE_TOO_LARGE', { cause }),
  'too-many-pixels': (cause) =>
    new AppError('IMAGE_TOO_LARGE', {
      cause,
      details: ['La imagen tiene demasiados píxeles', 'The picture has too many pixels'],
    }),
  busy: (cause) => new AppError('SERVICE_UNAVAILABLE', { cause, extras: { retry_after: 1 } }),
  aborted: (cause) => new AppError('SERVICE_UNAVAILABLE', { cause }),
  failed: (cause) => new AppError('PROCESSING_ERROR', { cause }),
}

/** What a client may be told of a failure while a picture was read; anything unforeseen is `PROCESSING_ERROR`. */
export function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error
  return error instanceof VisionError ? FAILURES[error.kind](error) : new AppError('PROCESSING_ERROR', { cause: error })
}

/** The same for a frame of a stream, where the document has one code for every damaged picture. */
export function toFrameError(error: unknown): AppError {
  const shown = toAppError(error)
  if (shown.code !== 'INVALID_IMAGE') return shown
  const details = ['Frame corrupto o formato inválido', 'Corrupt frame or invalid format'] as const
  return new AppError('PROCESSING_ERROR', { details, status: 400, cause: error })
}
