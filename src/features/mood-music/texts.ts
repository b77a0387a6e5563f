type Texts = Readonly<{ name: string; description: string }>
type Both = Readonly<{ es: Texts; en: Texts }>

const text = (es: [string, string], en: [string, string]): Both => ({
  es: { name: es[0], description: es[1] },
  en: { name: en[0], description: en[1] },
})

const EMOTION_TEXTS: Readonly<Record<string, Both>> = {
  feliz: text(['Buen ánimo', 'Música enérgica y optimista'], ['Good spirits', 'Energetic, optimistic music']),
  triste: text(['A media luz', 'Música melancólica y reflexiva'], ['Half light', 'Melancholic, reflective music']),
  enojado: text(
    ['Soltar la rabia', 'Música intensa para desahogarse'],
    ['Let it out', 'Intense music to let off steam'],
  ),
  sorprendido: text(['Qué es esto', 'Música dinámica y variada'], ['What is this', 'Dynamic, varied music']),
  neutral: text(['En equilibrio', 'Una mezcla equilibrada'], ['In balance', 'A balanced mix']),
  amor: text(['De cerca', 'Música romántica y emotiva'], ['Up close', 'Romantic, emotive music']),
  disgusto: text(
    ['Aire fresco', 'Música con fuerza para cambiar de aire'],
    ['Fresh air', 'Forceful music for a change of air'],
  ),
  miedo: text(['Calma', 'Música tranquila que acompaña'], ['Calm', 'Quiet music that keeps you company']),
}

const MOOD_TEXTS: Readonly<Record<string, Both>> = {
  happy: text(['Alegre', 'Canciones alegres y con energía'], ['Happy', 'Cheerful songs with energy']),
  sad: text(['Melancólica', 'Canciones melancólicas'], ['Sad', 'Melancholic songs']),
  energetic: text(['Con energía', 'Canciones de mucha energía'], ['Energetic', 'Songs of high energy']),
  calm: text(['Relajante', 'Canciones relajantes'], ['Calm', 'Relaxing songs']),
  focus: text(['Concentración', 'Canciones para concentrarse'], ['Focus', 'Songs to concentrate by']),
}
const ANY = text(['Sorpresa', 'Un rincón al azar de tu biblioteca'], ['Surprise', 'A random corner of your library'])

const REASONS = {
  es: ['Seleccionada por intensidad emocional', 'Seleccionada por intensidad emocional y preferencias de usuario'],
  en: ['Chosen by emotional intensity', 'Chosen by emotional intensity and your preferences'],
} as const

const languageOf = (language: string): 'es' | 'en' => (language.toLowerCase().startsWith('en') ? 'en' : 'es')

export function emotionTexts(emotion: string, language: string, wished: boolean): Texts & { reason: string } {
  const key = languageOf(language)
  return { ...(EMOTION_TEXTS[emotion] ?? ANY)[key], reason: REASONS[key][wished ? 1 : 0] }
}

export function moodTexts(mood: string, language: string): Texts {
  return (MOOD_TEXTS[mood] ?? EMOTION_TEXTS[mood] ?? ANY)[languageOf(language)]
}
