import { Angry, Annoyed, CircleHelp, Frown, Ghost, Heart, Laugh, type LucideIcon, Meh, Zap } from 'lucide-react'

/** The eight emotions by the names of the document, each with its colour and its icon; a word always goes with them. */
export const EMOTIONS = ['feliz', 'triste', 'enojado', 'sorprendido', 'neutral', 'amor', 'disgusto', 'miedo'] as const
export type Emotion = (typeof EMOTIONS)[number]

/** What a reading can say: an emotion, or that none of them convinces. */
export const FOUND = [...EMOTIONS, 'incierto'] as const
export type Found = (typeof FOUND)[number]

export const COLORS: Readonly<Record<Found, string>> = {
  feliz: '#fbbf24',
  triste: '#60a5fa',
  enojado: '#f87171',
  sorprendido: '#a78bfa',
  neutral: '#9ca3af',
  amor: '#f472b6',
  disgusto: '#84cc16',
  miedo: '#2dd4bf',
  incierto: '#a8a29e',
}

export const ICONS: Readonly<Record<Found, LucideIcon>> = {
  feliz: Laugh,
  triste: Frown,
  enojado: Angry,
  sorprendido: Zap,
  neutral: Meh,
  amor: Heart,
  disgusto: Annoyed,
  miedo: Ghost,
  incierto: CircleHelp,
}

export const isFound = (value: unknown): value is Found => FOUND.some((found) => found === value)
export const isEmotion = (value: unknown): value is Emotion => EMOTIONS.some((emotion) => emotion === value)
