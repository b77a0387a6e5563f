import type { Emotion } from '../emotions.ts'

const OF_SCORE: Readonly<Record<string, Emotion>> = {
  happy: 'feliz',
  sad: 'triste',
  angry: 'enojado',
  surprise: 'sorprendido',
  neutral: 'neutral',
  disgust: 'disgusto',
  fear: 'miedo',
}

/** The scores of a reading under the names of the emotions, highest first. Keys that we do not know are left out. */
export function scoreList(scores: Readonly<Record<string, number>>): { emotion: Emotion; score: number }[] {
  return Object.entries(scores)
    .flatMap(([key, score]) => {
      const emotion = OF_SCORE[key]
      return emotion ? [{ emotion, score }] : []
    })
    .sort((a, b) => b.score - a.score)
}
