import { setMaxListeners } from 'node:events'
import type { Db } from '../../../db/client.ts'
import { AppError } from '../../../errors.ts'
import type { Viewer } from '../../../platform/http/guards/viewer.ts'
import { artistPages, providerOfId } from '../../../providers/common/addresses.ts'
import type { ArtistRef, Ask, FoundArtist } from '../../../providers/ports.ts'
import type { Providers } from '../../../providers/provider.ts'
import type { ArtistRow } from '../../library/contract.ts'
import type { Known } from '../../library/known/known.ts'
import { askEvery, askFirst, distinct, type Unavailable, unanswered } from '../ask.ts'
import { type FoldedArtist, foldArtists, rankArtists } from '../collect/fold-artists.ts'
import { artistRef, idsOf } from '../grow/store.ts'
import type { ThroughUs } from '../outside.ts'
import type { FoundArtistView } from './contract.ts'
import { artistsByOutsideId, cataloguedArtists } from './store/artists.ts'

type Deps = Readonly<{
  db: Db
  providers: Pick<Providers, 'of'>
  known: Pick<Known, 'resolveRef'>
  throughUs: ThroughUs
  /** NOT_FOUND for artists that do not exist or that the viewer hides. */
  artist(viewer: Viewer, id: number): Promise<ArtistRow>
}>
/** An artist of our own, or one that only a provider knows. */
export type Resolved = { local: number; ref: ArtistRef } | { local: null; ref: ArtistRef; found: FoundArtist }

const PATIENCE_MS = 8000

/** Finds artists: in the catalogue by any id, at providers by name or id. */
export function createLookup({ db, providers, known, throughUs, artist }: Deps) {
  async function atProvider(provider: string, id: string, ask: Ask): Promise<FoundArtist> {
    const own = providers.of('artistSearch').filter(({ name }) => name === provider)
    const direct = await askFirst(own, ask, (port, ask) => port.artist(id, ask))
    if (direct.found) return direct.found.value
    const byAddress = await askFirst(providers.of('identity'), ask, async (identity, ask) => {
      for (const url of artistPages({ [provider]: id })) {
        const other = await identity.artistByUrl(url, ask)
        if (other) return other
      }
      return null
    })
    const { found, unavailable } = byAddress
    if (found) {
      const searches = providers.of('artistSearch').filter(({ name }) => name === found.source)
      const answer = await askFirst(searches, ask, (port, ask) => port.artist(found.value, ask))
      if (answer.found) return { ...answer.found.value, ids: { ...answer.found.value.ids, [provider]: id } }
    }
    throw nobodyKnows([...direct.unavailable, ...unavailable])
  }

  /** A local number, a Spotify or MusicBrainz id, or `provider:id`. NOT_FOUND, or SERVICE_UNAVAILABLE with the reasons. */
  async function resolve(viewer: Viewer, text: string, ask: Ask): Promise<Resolved> {
    const [provider, id] = text.includes(':') ? splitRef(text) : [providerOfId(text), text]
    const local = await known.resolveRef('artist', text)
    const ref = local === null ? null : await artistRef(db, local)
    if (local !== null && ref) {
      await artist(viewer, local)
      return { local, ref }
    }
    if (provider === null) throw new AppError('NOT_FOUND', { details: 'Artist not found' })
    const found = await atProvider(provider, id, ask)
    return { local: null, found, ref: { name: found.name, ids: found.ids } }
  }

  return {
    resolve,

    /** The id of a local artist; whether the viewer may see it is not asked. */
    async localId(text: string): Promise<number> {
      const id = await known.resolveRef('artist', text)
      if (id === null) throw new AppError('NOT_FOUND', { details: 'Artist not found' })
      return id
    },

    /** A local artist; NOT_FOUND with the reference's text when it is not saved. */
    async local(viewer: Viewer, text: string, missing = 'Artist not found'): Promise<{ id: number; ref: ArtistRef }> {
      const id = await known.resolveRef('artist', text)
      const ref = id === null ? null : await artistRef(db, id)
      if (id === null || !ref) throw new AppError('NOT_FOUND', { details: missing })
      await artist(viewer, id)
      return { id, ref }
    },

    /** What providers find, each artist once, best first; those we have are marked. */
    async search(
      query: string,
      limit: number,
      asked: Ask,
    ): Promise<{ found: FoldedArtist[]; unavailable: Unavailable[]; asked: number }> {
      const all = providers.of('artistSearch')
      // A list that is nearly complete now is worth more than a complete one later.
      const patience = AbortSignal.timeout(PATIENCE_MS)
      const ask = { ...asked, signal: asked.signal ? AbortSignal.any([asked.signal, patience]) : patience }
      // Each of them listens for the end.
      setMaxListeners(1000, ask.signal)
      const quick = all.filter(({ port }) => !port.slow)
      const first = await askEvery(quick, ask, (port, ask) => port.searchArtists(query, limit, ask))
      const second =
        first.answers.length > 0
          ? { answers: [], unavailable: [], asked: 0 }
          : await askEvery(
              all.filter(({ port }) => port.slow),
              ask,
              (port, ask) => port.searchArtists(query, limit, ask),
            )
      const found = rankArtists(foldArtists([...first.answers, ...second.answers]), query).slice(0, limit)
      const unavailable = distinct([...first.unavailable, ...second.unavailable])
      return { found, unavailable, asked: first.asked + second.asked }
    },

    views: (found: readonly FoldedArtist[]): Promise<FoundArtistView[]> => showFound(db, found, throughUs),
    refOf: artistRef.bind(null, db),
    idsOf: async (id: number) => (await idsOf(db, 'artist', [id])).get(id) ?? {},
  }
}

function splitRef(text: string): [string, string] {
  const at = text.indexOf(':')
  return [text.slice(0, at), text.slice(at + 1)]
}

function nobodyKnows(unavailable: readonly Unavailable[]): AppError {
  return unavailable.length === 0 ? new AppError('NOT_FOUND', { details: 'Artist not found' }) : unanswered(unavailable)
}

async function showFound(db: Db, found: readonly FoldedArtist[], throughUs: ThroughUs): Promise<FoundArtistView[]> {
  const byId = await artistsByOutsideId(
    db,
    found.flatMap(({ ids }) => Object.entries(ids)),
  )
  const locals = found.map(({ ids, local }) => {
    const known = Object.entries(ids).map((pair) => byId.get(pair.join(':')))
    return local ?? known.find((id) => id !== undefined) ?? null
  })
  const kept = await cataloguedArtists(
    db,
    locals.flatMap((id) => id ?? []),
  )
  return found.map((artist, at) => {
    const images = artist.picture ? [{ url: throughUs(artist.picture.url) }] : []
    return { ...showOne(artist, locals[at] ?? null, kept), images }
  })
}

function showOne(
  artist: FoldedArtist,
  local: number | null,
  kept: ReadonlySet<number>,
): Omit<FoundArtistView, 'images'> {
  const [first] = artist.sources.flatMap((source) => (artist.ids[source] ? [`${source}:${artist.ids[source]}`] : []))
  const [any] = Object.entries(artist.ids).map((pair) => pair.join(':'))
  return {
    id: artist.ids.spotify ?? null,
    local_id: local,
    musicbrainz_id: artist.ids.musicbrainz ?? null,
    ref: local === null ? (artist.ids.musicbrainz ?? first ?? any ?? artist.name) : String(local),
    name: artist.name,
    disambiguation: artist.disambiguation,
    followers: { total: artist.followers ?? 0 },
    popularity: artist.popularity ?? 0,
    genres: [...artist.genres],
    sources: [...artist.sources],
    catalogued: local !== null && kept.has(local),
  }
}

export type Lookup = ReturnType<typeof createLookup>
