import { z } from 'zod'
import type { Features, Ids } from '../ports.ts'

const number = z.number().nullish()
const row = z.object({
  id: z.string(),
  href: z.string().nullish(),
  isrc: z.string().nullish(),
  valence: number,
  energy: number,
  danceability: number,
  acousticness: number,
  instrumentalness: number,
  tempo: number,
  loudness: number,
})
export const rows = z.object({ content: z.array(row) })
export type Row = z.infer<typeof row>

/** The last part of the address, which is that of the track at Spotify. */
export function spotifyIdOf({ href }: Row): string | null {
  return /\/track\/([0-9A-Za-z]{22})(?:[?#]|$)/.exec(href ?? '')?.[1] ?? null
}

/** A share is 0 to 1; anything else is a mistake, not a feature. */
const share = (value: number | null | undefined) =>
  typeof value === 'number' && value >= 0 && value <= 1 ? value : null
const within = (value: number | null | undefined, least: number, most: number) =>
  typeof value === 'number' && value > least && value < most ? value : null

export function featuresOf(found: Row): Features {
  const spotify = spotifyIdOf(found)
  const ids: Ids = { reccobeats: found.id, ...(spotify && { spotify }) }
  return {
    isrc: found.isrc?.toUpperCase() ?? null,
    ids,
    valence: share(found.valence),
    energy: share(found.energy),
    danceability: share(found.danceability),
    acousticness: share(found.acousticness),
    instrumentalness: share(found.instrumentalness),
    tempo: within(found.tempo, 0, 400),
    loudness: within(found.loudness, -100, 20),
  }
}
