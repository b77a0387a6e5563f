/** What a query's grammar gives a meaning to; each is taken literally after a backslash. */
const SPECIAL = /[+\-&|!(){}[\]^"~*?:\\/]/g
const OPERATOR = /\b(AND|OR|NOT|TO)\b/g
const LONGEST = 200

/** A text as Lucene reads it word by word, whatever signs and operators are in it. */
export function escapeLucene(text: string): string {
  return text
    .slice(0, LONGEST)
    .toWellFormed()
    .replace(OPERATOR, (word) => word.toLowerCase())
    .replace(SPECIAL, '\\$&')
}
