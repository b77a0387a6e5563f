import { useTranslation } from 'react-i18next'
import { regionOf } from '../format/region.ts'

/** The language of the app in the reader's regional form, for everything that Intl writes. */
export function useRegion(): string {
  const { i18n } = useTranslation()
  return regionOf(i18n.language, navigator.languages)
}
