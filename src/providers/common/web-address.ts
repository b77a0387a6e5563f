const LONGEST = 2000

/** An address from a reply, if a browser may be sent there: http or https, nothing that runs. Null otherwise. */
export function webAddress(text: string | null | undefined): string | null {
  if (!text || text.length > LONGEST || !/^https?:\/\//i.test(text)) return null
  return URL.canParse(text) ? text : null
}
