import type { EnglishTexts } from './texts.ts'

/** `t('area.key')` compiles only for keys that exist. */
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation'
    resources: { translation: EnglishTexts }
    returnNull: false
  }
}
