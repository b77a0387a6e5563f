import type { Reading } from '../api.ts'

type Features = Reading['features']
/** A share is 0 to 1, degrees are degrees, and the rest is measured in distances between the outer eye corners. */
type Kind = 'share' | 'degrees' | 'relative'

/** The measures of the EmotiPlay document in its order, by part of the face. */
export const FEATURES = {
  eyes: { right_eye_opening: 'share', left_eye_opening: 'share', average_opening: 'share', eye_asymmetry: 'share' },
  eyebrows: {
    right_eyebrow_raise: 'relative',
    left_eyebrow_raise: 'relative',
    eyebrow_angle: 'degrees',
    eyebrow_distance: 'relative',
  },
  mouth: {
    smile_intensity: 'share',
    lip_compression: 'share',
    mouth_height: 'relative',
    mouth_width: 'relative',
    mouth_aspect_ratio: 'relative',
  },
  nose: { nose_position: 'share', nose_orientation: 'relative', nostril_flare: 'relative' },
} as const satisfies { [P in keyof Features]: { [K in keyof Features[P]]: Kind } }

type Keys<T> = T extends unknown ? keyof T : never
export type Part = keyof typeof FEATURES
type Measure = Keys<(typeof FEATURES)[Part]>
export type Line = { measure: Measure; kind: Kind; value: number }

/** The measures of a part with their values. */
export function linesOf(features: Features, part: Part): Line[] {
  const values: Readonly<Record<string, number>> = features[part]
  return (Object.entries(FEATURES[part]) as [Measure, Kind][]).flatMap(([measure, kind]) => {
    const value = values[measure]
    return value === undefined ? [] : [{ measure, kind, value }]
  })
}

/** The value in words of the language: `72 %`, `5.2°`, `0.12`. */
export function valueText({ kind, value }: Line, language: string): string {
  // "negative" and not "auto": what rounds to nothing is not "-0".
  const number = (digits: number) =>
    new Intl.NumberFormat(language, { maximumFractionDigits: digits, signDisplay: 'negative' }).format(value)
  if (kind === 'share')
    return new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 }).format(value)
  return kind === 'degrees' ? `${number(1)}°` : number(2)
}
