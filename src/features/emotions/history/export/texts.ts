import type { ScoreKey } from '../../contract.ts'
import type { TimelineRow } from '../store/timeline.ts'

type Texts = Readonly<{
  file: string
  head: readonly [string, string, string, string, string]
  tail: readonly [string, string]
  scores: Readonly<Record<ScoreKey, string>>
  classes: Readonly<Record<TimelineRow['detailed'], string>>
  sources: Readonly<Record<TimelineRow['source'], string>>
}>

/** The words of an exported table. */
export const TEXTS: Readonly<Record<'es' | 'en', Texts>> = {
  es: {
    file: 'emociones',
    head: ['Fecha', 'Hora', 'Emoción', 'Emoción detallada', 'Confianza'],
    tail: ['Origen', 'Sesión'],
    scores: {
      ...{
        happy: 'Alegría',
        surprise: 'Sorpresa',
        sad: 'Tristeza',
        angry: 'Enojo',
        disgust: 'Disgusto',
        fear: 'Miedo',
      },
      neutral: 'Neutral',
    },
    classes: {
      ...{ feliz: 'feliz', triste: 'triste', enojado: 'enojado', sorprendido: 'sorprendido', neutral: 'neutral' },
      ...{ amor: 'amor', disgusto: 'disgusto', miedo: 'miedo', incierto: 'incierto' },
    },
    sources: { image: 'imagen', video: 'vídeo', landmarks: 'puntos', correction: 'corrección' },
  },
  en: {
    file: 'emotions',
    head: ['Date', 'Time', 'Emotion', 'Detailed emotion', 'Confidence'],
    tail: ['Source', 'Session'],
    scores: {
      ...{ happy: 'Happiness', surprise: 'Surprise', sad: 'Sadness', angry: 'Anger', disgust: 'Disgust', fear: 'Fear' },
      neutral: 'Neutral',
    },
    classes: {
      ...{ feliz: 'happy', triste: 'sad', enojado: 'angry', sorprendido: 'surprised', neutral: 'neutral' },
      ...{ amor: 'love', disgusto: 'disgust', miedo: 'fear', incierto: 'uncertain' },
    },
    sources: { image: 'picture', video: 'video', landmarks: 'landmarks', correction: 'correction' },
  },
}
