/** A place in the mood plane: valence 0 sad .. 1 glad, energy 0 still .. 1 wild. */
export type Point = Readonly<{ valence: number; energy: number }>

/** Where the document puts each emotion (section 1.7), as a point inside its range. `en` is the key of the reply. */
export const EMOTIONS: Readonly<Record<string, Point & { en: string }>> = {
  feliz: { valence: 0.82, energy: 0.72, en: 'happy' },
  triste: { valence: 0.22, energy: 0.27, en: 'sad' },
  enojado: { valence: 0.36, energy: 0.9, en: 'angry' },
  sorprendido: { valence: 0.66, energy: 0.74, en: 'surprise' },
  neutral: { valence: 0.52, energy: 0.45, en: 'neutral' },
  amor: { valence: 0.62, energy: 0.38, en: 'love' },
  disgusto: { valence: 0.35, energy: 0.75, en: 'disgust' },
  miedo: { valence: 0.55, energy: 0.25, en: 'fear' },
}
const ENGLISH: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(EMOTIONS).flatMap(([es, { en }]) => [[en, es]]),
)
const ALIASES: Readonly<Record<string, string>> = {
  ...ENGLISH,
  surprised: 'sorprendido',
  disgusted: 'disgusto',
  fearful: 'miedo',
}

const MOODS: Readonly<Record<string, Point>> = {
  happy: { valence: 0.8, energy: 0.7 },
  sad: { valence: 0.22, energy: 0.27 },
  energetic: { valence: 0.6, energy: 0.92 },
  calm: { valence: 0.58, energy: 0.22 },
  focus: { valence: 0.5, energy: 0.38 },
}

/** The Spanish name of an emotion in any spelling the document or its code uses, or null. */
export function emotionName(text: string): string | null {
  const key = text.trim().toLowerCase()
  return Object.hasOwn(EMOTIONS, key) ? key : own(ALIASES, key)
}

/** One of the five moods, or an emotion in either language, in our spelling and with its place; null for other text. */
export function findMood(text: string): { name: string; point: Point } | null {
  const key = text.trim().toLowerCase()
  const mood = own(MOODS, key)
  if (mood) return { name: key, point: mood }
  const emotion = emotionName(key)
  const point = emotion && own(EMOTIONS, emotion)
  return emotion && point ? { name: emotion, point } : null
}

/** What a table itself holds: text from outside may be called like something every object has. */
const own = <T>(table: Readonly<Record<string, T>>, key: string): T | null =>
  Object.hasOwn(table, key) ? (table[key] ?? null) : null

/** Stronger wishes go further from the middle of the plane, weaker ones stay nearer to it. */
export function withIntensity(point: Point, intensity: 'low' | 'medium' | 'high' = 'medium'): Point {
  const reach = { low: 0.6, medium: 1, high: 1.3 }[intensity]
  const scale = (value: number) => Math.min(1, Math.max(0, 0.5 + (value - 0.5) * reach))
  return { valence: scale(point.valence), energy: scale(point.energy) }
}
