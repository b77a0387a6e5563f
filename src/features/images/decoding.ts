/** A picture of more pixels than this is an attack or a mistake. */
const MAX_PIXELS = 64_000_000

/** The same patience when a cover is found and when it is shown, or a slightly damaged one is kept and never seen. */
export const DECODING = { limitInputPixels: MAX_PIXELS, failOn: 'error' } as const
