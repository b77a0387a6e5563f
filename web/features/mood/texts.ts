import { liveTexts } from './texts/live.ts'
import { musicTexts } from './texts/music.ts'
import { pictureTexts } from './texts/picture.ts'
import { readingTexts } from './texts/reading.ts'
import { statusTexts } from './texts/status.ts'

/** The texts of the Mood page. */
export const moodTexts = {
  en: { ...readingTexts.en, ...pictureTexts.en, ...musicTexts.en, ...liveTexts.en, ...statusTexts.en },
  es: { ...readingTexts.es, ...pictureTexts.es, ...musicTexts.es, ...liveTexts.es, ...statusTexts.es },
}
