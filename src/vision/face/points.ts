/** Indices of the 468-point MediaPipe face mesh; right and left are the person's own. */
export const RIGHT_EYE = {
  outer: 33,
  inner: 133,
  lids: [
    [159, 145],
    [158, 153],
  ],
} as const
export const LEFT_EYE = {
  outer: 263,
  inner: 362,
  lids: [
    [386, 374],
    [385, 380],
  ],
} as const
export const RIGHT_BROW = { inner: 107, middle: 105, outer: 70 } as const
export const LEFT_BROW = { inner: 336, middle: 334, outer: 300 } as const
export const MOUTH = {
  rightCorner: 61,
  leftCorner: 291,
  innerTop: 13,
  innerBottom: 14,
  outerTop: 0,
  outerBottom: 17,
} as const
export const NOSE = { tip: 1, rightWing: 98, leftWing: 327 } as const
export const FOREHEAD = 10
export const CHIN = 152
