/** Letters that Unicode does not take apart, in the spelling people type. */
const LETTERS: Readonly<Record<string, string>> = {
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ħ: 'h',
  ı: 'i',
  ŧ: 't',
}

/** Taking letters apart makes some texts many times longer; an index entry has room for no more than 2700 bytes. */
const LONGEST = 600

/**
 * The form in which names are compared: lower case, no accents, every run of anything but letters and digits one
 * space, "&" as "and". Letters of every script stay. A name of signs only ("!!!") is compared as written.
 */
export function normalizeName(text: string): string {
  const plain = text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[øđðłßæœþħıŧ]/g, (letter) => LETTERS[letter] ?? letter)
    .replace(/&/g, ' and ')
    .replace(/['’`´]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  return (plain || text.trim().toLowerCase()).slice(0, LONGEST).trimEnd().toWellFormed()
}

/** What lists are sorted by: the compared form without a leading English article. */
export function sortName(text: string): string {
  const name = normalizeName(text)
  return name.replace(/^(the|a|an) (?=\S)/, '')
}

/** The words of a query, as `normalizeName` leaves them; at most eight. */
export function searchWords(query: string): string[] {
  return [...new Set(normalizeName(query).split(' ').filter(Boolean))].slice(0, 8)
}
