/** Texts of one area in one language: words, or groups of words. */
export type Texts = { [key: string]: string | Texts }
type Same<T> = { [K in keyof T]: T[K] extends string ? string : Same<T[K]> }

/** Both languages side by side; a key that one of them lacks does not compile. */
export const defineTexts = <const T extends Texts>(en: T, es: Same<T>): { en: T; es: Same<T> } => ({ en, es })
