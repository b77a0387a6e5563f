import { EXPRESSIONS, type Expression } from '../../../../vision/reading.ts'

/** A place in the mood plane: valence 0 sad .. 1 glad, energy 0 still .. 1 wild. */
export type Mood = { readonly valence: number; readonly energy: number }

/**
 * Where each expression lies on the circumplex of affect (J. A. Russell, 1980), moved from -1..1 to 0..1. What a face
 * shows lies nearer to the middle than the words of the document for music.
 */
const PLACES: Readonly<Record<keyof Expression, Mood>> = {
  neutral: { valence: 0.5, energy: 0.4 },
  happy: { valence: 0.9, energy: 0.65 },
  sad: { valence: 0.15, energy: 0.25 },
  angry: { valence: 0.2, energy: 0.85 },
  fear: { valence: 0.2, energy: 0.8 },
  disgust: { valence: 0.2, energy: 0.6 },
  surprise: { valence: 0.6, energy: 0.85 },
}

/** The mean place of all expressions, each weighed by its share. */
export function moodOf(shares: Expression): Mood {
  const mean = (axis: keyof Mood) => EXPRESSIONS.reduce((sum, name) => sum + shares[name] * PLACES[name][axis], 0)
  return { valence: mean('valence'), energy: mean('energy') }
}
