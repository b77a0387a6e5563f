export const LANGUAGES = ['es', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

/** The first language of the browser that we speak; English where it speaks neither. */
export function chooseLanguage(stored: string | null, preferred: readonly string[]): Language {
  const wanted = [stored ?? '', ...preferred].map((tag) => tag.toLowerCase().split('-')[0])
  for (const tag of wanted) {
    const found = LANGUAGES.find((language) => language === tag)
    if (found) return found
  }
  return 'en'
}
