import { musicTexts } from './texts/music.ts'
import { pictureTexts } from './texts/picture.ts'
import { readingTexts } from './texts/reading.ts'

/** The texts of the Mood page. */
export const moodTexts = {
  en: { ...readingTexts.en, ...pictureTexts.en, ...musicTexts.en },
  es: { ...readingTexts.es, ...pictureTexts.es, ...musicTexts.es },
}
