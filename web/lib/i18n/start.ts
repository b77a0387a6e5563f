import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { chooseLanguage, type Language } from './language.ts'
import type { Texts } from './types.ts'

const KEY = 'animo.language'

function remembered(): string | null {
  try {
    return localStorage.getItem(KEY)
  } catch {
    // No storage, no memory: the browser's language it is.
    return null
  }
}

/** Starts the texts in the remembered or the browser's language; `<html lang>` follows every change. */
export async function startI18n(texts: { en: Texts; es: Texts }): Promise<void> {
  const show = (language: string) => {
    document.documentElement.lang = language
  }
  i18next.on('languageChanged', show)
  await i18next.use(initReactI18next).init({
    lng: chooseLanguage(remembered(), navigator.languages),
    fallbackLng: 'en',
    resources: { en: { translation: texts.en }, es: { translation: texts.es } },
    interpolation: { escapeValue: false },
    returnNull: false,
  })
  show(i18next.language)
}

export async function setLanguage(language: Language): Promise<void> {
  try {
    localStorage.setItem(KEY, language)
  } catch {
    // The choice holds for this visit only.
  }
  await i18next.changeLanguage(language)
}
