import type { Db } from '../../../db/client.ts'
import type { ArtistRef, Ask } from '../../../providers/ports.ts'
import type { Providers } from '../../../providers/provider.ts'
import type { Known } from '../../library/known/known.ts'
import { distinct, type Unavailable } from '../ask.ts'
import { collectAlbums } from '../collect/albums.ts'
import { artistFacts } from '../collect/facts.ts'
import { identify } from '../collect/identify.ts'
import type { StepTools } from '../runs/work/steps.ts'
import { fillAlbums } from './contents.ts'
import { type KeepPicture, saveFacts } from './facts.ts'
import { tellSound } from './sound.ts'
import * as store from './store.ts'

export type GrowDeps = Readonly<{
  db: Db
  providers: Pick<Providers, 'of'>
  known: Known
  keepPicture: KeepPicture
}>
export type Grown = {
  artistId: number
  albums: number
  tracks: number
  /** 0: nobody could say which albums there are. */
  asked: number
  unavailable: Unavailable[]
}
type Options = Readonly<{
  ask: Ask
  /** The tracks too, not only the list of albums. */
  contents: boolean
  onProgress?: StepTools['progress'] | undefined
  /** One that is kept already: when somebody deletes it meanwhile nothing is written any more. */
  artistId?: number | null
}>

/**
 * Everything about one artist: who it is, its facts, all albums, all tracks. What is found is written as it comes, and
 * doing it again changes nothing, so a kill in between costs only the time. Facts and albums are asked for side by
 * side: their providers have different paces. Null: it was deleted meanwhile.
 */
export async function growArtist(deps: GrowDeps, artist: ArtistRef, options: Options): Promise<Grown | null> {
  const { known, providers } = deps
  const who = await identify(providers, artist, options.ask)
  const { ref, details, source, was } = who
  if (options.artistId && !(await store.artistRef(deps.db, options.artistId))) return null
  const artistId = await known.saveArtist({ name: ref.name, ids: ref.ids, details, source: source ?? 'user', was })
  const [facts, albums] = await Promise.all([
    artistFacts(providers, ref, options.ask).then(async (found) => {
      await saveFacts(deps, artistId, ref.name, who, found)
      return found
    }),
    growAlbums(deps, artistId, ref, { ...options, blind: who.source === null && who.unavailable.length > 0 }),
  ])
  if (facts.asked > 0) await store.markRefreshed(deps.db, artistId)
  return {
    artistId,
    ...(await store.countsOf(deps.db, artistId)),
    asked: albums.told ? 1 : 0,
    unavailable: distinct([...who.unavailable, ...facts.unavailable, ...albums.unavailable]),
  }
}

/** Of the work on one artist, when its albums are listed. */
const LISTED = 0.1
/** The albums that are filled, as a part of the whole. */
const sharing = (onProgress: Options['onProgress']): Options['onProgress'] =>
  onProgress && (({ share, ...counts }) => onProgress({ ...counts, share: LISTED + (1 - LISTED) * share }))

/** The list of albums, then what is on them. */
async function growAlbums(deps: GrowDeps, artistId: number, ref: ArtistRef, options: Options & { blind: boolean }) {
  const { db, known, providers } = deps
  const { ask, contents, onProgress, blind } = options
  const listed = await collectAlbums(providers, ref, ask)
  await known.saveAlbums(
    artistId,
    listed.albums.map(({ album, sources, score }) => ({ album, source: sources[0] ?? 'user', score })),
  )
  await onProgress?.({ ...(await store.countsOf(db, artistId)), share: LISTED })
  const filled = contents
    ? await fillAlbums(deps, artistId, ref, ask, sharing(onProgress))
    : { asked: 0, unavailable: [] }
  const sound = contents ? await tellSound(deps, artistId, ask) : { unavailable: [] }
  // Who the artist is decides what the others answer, so without that an empty list says nothing.
  const complete = listed.complete && !blind
  // Only a whole list counts: after a failure the next look asks again.
  if (complete) await known.markDiscography(artistId)
  return {
    told: complete || listed.albums.length > 0,
    unavailable: [...listed.unavailable, ...filled.unavailable, ...sound.unavailable],
  }
}
