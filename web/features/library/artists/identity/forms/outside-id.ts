/** Sources whose entry of an artist can be told by hand, as people write them. */
export const PINNABLE = [
  { value: 'musicbrainz', label: 'MusicBrainz' },
  { value: 'spotify', label: 'Spotify' },
  { value: 'deezer', label: 'Deezer' },
  { value: 'discogs', label: 'Discogs' },
  { value: 'wikidata', label: 'Wikidata' },
] as const

/** The id in what was pasted: a bare id stays, of an address its last part counts. */
export function idIn(text: string): string {
  const trimmed = text.trim()
  if (!/^https?:\/\//i.test(trimmed) || !URL.canParse(trimmed)) return trimmed
  const last = new URL(trimmed).pathname.split('/').filter(Boolean).at(-1) ?? ''
  // Discogs writes the name behind the number: /artist/1234-Name.
  return /^(\d+)-/.exec(last)?.[1] ?? decodeURIComponent(last)
}
