/** Two channels of sound being worked on; samples around -1 to 1, not yet limited. */
export type Stereo = { left: Float32Array; right: Float32Array }

export function createStereo(length: number): Stereo {
  return { left: new Float32Array(length), right: new Float32Array(length) }
}

/** Equal-power gains for a place between -1 (left) and 1 (right); 1 and 1 in the middle. */
export function panGains(pan: number): readonly [left: number, right: number] {
  const angle = ((pan + 1) * Math.PI) / 4
  return [Math.SQRT2 * Math.cos(angle), Math.SQRT2 * Math.sin(angle)]
}
