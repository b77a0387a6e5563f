import { ApiError } from '../../../lib/api/error.ts'
import { NotAPicture } from '../picture/size.ts'

export const TROUBLES = ['noFace', 'notAPicture', 'tooLarge', 'limited', 'network', 'signedOut', 'server'] as const
export type Trouble = (typeof TROUBLES)[number]

const OF_CODE: Readonly<Record<string, Trouble>> = {
  NO_FACE_DETECTED: 'noFace',
  INVALID_IMAGE: 'notAPicture',
  MISSING_PARAMETER: 'notAPicture',
  UNSUPPORTED_MEDIA_TYPE: 'notAPicture',
  IMAGE_TOO_LARGE: 'tooLarge',
  REQUEST_TOO_LARGE: 'tooLarge',
  RATE_LIMIT_EXCEEDED: 'limited',
  NETWORK: 'network',
  AUTH_REQUIRED: 'signedOut',
  INVALID_TOKEN: 'signedOut',
}

/** What went wrong with a picture, as something a person can act on. */
export function troubleOf(error: unknown): Trouble {
  if (error instanceof NotAPicture) return 'notAPicture'
  return (error instanceof ApiError ? OF_CODE[error.code] : undefined) ?? 'server'
}
