import type { Prose } from '../../../providers/ports.ts'
import type { Answered } from '../ask.ts'
import type { ArtistFacts } from '../collect/facts.ts'
import type { Identified } from '../collect/identify.ts'
import type { GrowDeps } from './grow.ts'

/** Fetches a picture and puts it below storage/images; null when there is none to be had. */
export type KeepPicture = (
  address: string,
  artistName: string,
) => Promise<{ hash: string; file: string; color: string | null } | null>

/** Texts in several languages, the first of them for those who read none. */
export async function saveProse(
  known: Pick<GrowDeps['known'], 'saveFields'>,
  entity: 'artist' | 'album',
  id: number,
  texts: readonly Answered<Prose>[],
): Promise<void> {
  for (const [at, { value, source }] of texts.entries())
    await known.saveFields(entity, id, { prose: { text: value, main: at === 0 } }, source)
}

/** Writes what was told of an artist, each fact with its teller. */
export async function saveFacts(
  { known, keepPicture }: Pick<GrowDeps, 'known' | 'keepPicture'>,
  artistId: number,
  name: string,
  { details, source: identitySource }: Pick<Identified, 'details' | 'source'>,
  { biographies, genres, similar, counts, picture }: ArtistFacts,
): Promise<void> {
  const save = known.saveFields
  await saveProse(known, 'artist', artistId, biographies)
  if (genres) await save('artist', artistId, { genres: genres.value }, genres.source)
  else if (details && identitySource && details.genres.length > 0)
    await save('artist', artistId, { genres: details.genres }, identitySource)
  if (similar) await save('artist', artistId, { similar: similar.value }, similar.source)
  if (counts.popularity)
    await save('artist', artistId, { popularity: counts.popularity.value }, counts.popularity.source)
  if (counts.followers) await save('artist', artistId, { followers: counts.followers.value }, counts.followers.source)
  if (counts.listeners) await save('artist', artistId, { listeners: counts.listeners.value }, counts.listeners.source)
  if (counts.plays) await save('artist', artistId, { playcount: counts.plays.value }, counts.plays.source)
  const kept = picture ? await keepPicture(picture.value.url, name) : null
  if (picture && kept) await save('artist', artistId, { picture: kept }, picture.source)
}
