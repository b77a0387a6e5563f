/** Why a picture could not be read; see `VisionError`. */
export type VisionErrorKind = 'invalid-image' | 'too-large' | 'too-many-pixels' | 'busy' | 'aborted' | 'failed'

/**
 * The one failure that vision reports:
 * - `invalid-image`: not a JPEG, PNG or WebP by content, or damaged;
 * - `too-large`: more bytes than accepted;
 * - `too-many-pixels`: would need too much memory to decode;
 * - `busy`: the waiting line is full, or the server is stopping;
 * - `aborted`: the caller gave up;
 * - `failed`: our own fault (a model that does not load, a crashed worker).
 *
 * A worker sends its kind and message as plain data, because structured cloning drops the class of an error.
 */
export class VisionError extends Error {
  override readonly name = 'VisionError'
  readonly kind: VisionErrorKind

  constructor(kind: VisionErrorKind, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause })
    this.kind = kind
  }
}
