import type { DetailedClass, EmotionClass, ScoreKey } from './contract.ts'

/**
 * What a winning score is called. `amor` is no answer here: a face cannot show love as such, so it is a mood that
 * people choose themselves.
 */
const DETAILED: Readonly<Record<ScoreKey, DetailedClass>> = {
  happy: 'feliz',
  sad: 'triste',
  angry: 'enojado',
  surprise: 'sorprendido',
  neutral: 'neutral',
  disgust: 'disgusto',
  fear: 'miedo',
}

/** The document knows six classes, and its music endpoints accept only those: the nearest one by arousal. */
const FALLBACK = { disgusto: 'enojado', miedo: 'sorprendido' } as const satisfies Partial<
  Record<DetailedClass, EmotionClass>
>

export const detailedClass = (key: ScoreKey): DetailedClass => DETAILED[key]

export const documentedClass = (detailed: DetailedClass): EmotionClass =>
  detailed === 'disgusto' || detailed === 'miedo' ? FALLBACK[detailed] : detailed
