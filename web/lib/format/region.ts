/** Where nobody says a region: day before month, 24 hours. */
const USUAL: ReadonlyMap<string, string> = new Map([
  ['es', 'es-ES'],
  ['en', 'en-GB'],
])

function localeOf(tag: string): Intl.Locale | null {
  try {
    return new Intl.Locale(tag)
  } catch {
    // Not a language that Intl knows how to write.
    return null
  }
}

/**
 * The form in which dates and numbers are written: the language of the app as it is used where the reader is, by the
 * first of the browser's languages that names a region of it.
 */
export function regionOf(language: string, preferred: readonly string[]): string {
  for (const tag of preferred) {
    const locale = localeOf(tag)
    if (locale?.language === language && locale.region !== undefined) return locale.toString()
  }
  return USUAL.get(language) ?? language
}
