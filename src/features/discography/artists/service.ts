import { AppError, type Language } from '../../../errors.ts'
import type { Viewer } from '../../../platform/http/guards/viewer.ts'
import type { Ask } from '../../../providers/ports.ts'
import type { ArtistRow } from '../../library/contract.ts'
import type { Known } from '../../library/known/known.ts'
import type { Text } from '../../library/known/types.ts'
import type { Views } from '../../library/views/views.ts'
import { unanswered } from '../ask.ts'
import { biographiesOf } from '../collect/facts.ts'
import { saveProse } from '../grow/facts.ts'
import { type GrowDeps, growArtist } from '../grow/grow.ts'
import { countsOf } from '../grow/store.ts'
import { stepOf, subjectOf } from '../grow/work.ts'
import type { Run } from '../runs/contract.ts'
import type { Runs } from '../runs/service.ts'
import { albumLines } from '../show/album-lines.ts'
import { artistProfile, isStale, ownershipCounts } from '../show/profile.ts'
import type { FoundArtistView } from './contract.ts'
import type { Lookup, Resolved } from './lookup.ts'
import { artistRow } from './store/artists.ts'

export type ArtistDeps = GrowDeps &
  Readonly<{
    known: Known
    views: Views
    runs: Runs
    lookup: Lookup
    artist(viewer: Viewer, id: number): Promise<ArtistRow>
  }>
type Expand = Readonly<{ q?: string | undefined; ref?: string | undefined; expand_library: boolean; similar: number }>

/** Artists that are found outside, kept, and brought up to date. */
export function createArtists(deps: ArtistDeps) {
  const { db, known, runs, lookup, views, providers } = deps
  const askable = () => providers.of('discography').length > 0

  /** Everything of one artist and of some that are like it, as work that goes on by itself. */
  async function expand(viewer: Viewer, resolved: Resolved, similar: number): Promise<Run> {
    const { local, ref } = resolved
    const title = similar > 0 ? `${ref.name} + ${similar}` : ref.name
    const subject = `${subjectOf(ref, local)}${similar > 0 ? '+' : ''}`
    const step = stepOf('artist', { name: ref.name, ids: { ...ref.ids }, artistId: local, main: true })
    const payload = { similar, ...(local !== null && { artistId: local }) }
    return runs.begin({ kind: 'expansion', subject, title, byPerson: true, userId: viewer.id, payload }, [step])
  }

  async function refresh(viewer: Viewer | null, id: number, name: string, byPerson: boolean): Promise<Run> {
    const step = stepOf('artist', { name, artistId: id })
    const subject = `artist:${id}`
    const [kind, payload] = ['discography' as const, { artistId: id }]
    return runs.begin({ kind, subject, title: name, byPerson, userId: viewer?.id ?? null, payload }, [step])
  }

  const subjects = (id: number) => [`artist:${id}`, `artist:${id}+`]
  const runOf = (viewer: Viewer, id: number): Promise<Run | null> => runs.about(viewer, ...subjects(id))

  async function refreshOnVisit(viewer: Viewer, id: number, name: string): Promise<Run | null> {
    return askable() && (await runs.mayBegin(viewer.id, ...subjects(id))) ? refresh(viewer, id, name, true) : null
  }

  /** A look at an old discography refreshes it; without anybody to ask nothing happens. */
  async function refreshWhenStale(viewer: Viewer, id: number): Promise<Run | null> {
    const [active, row] = await Promise.all([runOf(viewer, id), artistRow(db, id)])
    return active ?? (row && isStale(row.discographyAt) ? refreshOnVisit(viewer, id, row.name) : null)
  }

  /** Keeps an artist with facts and list of albums, without waiting for tracks. */
  async function save(viewer: Viewer, text: string, ask: Ask): Promise<ArtistRow> {
    const { local, ref } = await lookup.resolve(viewer, text, ask)
    if (local !== null) return deps.artist(viewer, local)
    const id = await known.saveArtist({ name: ref.name, ids: ref.ids, source: Object.keys(ref.ids)[0] ?? 'user' })
    await refresh(viewer, id, ref.name, true)
    return deps.artist(viewer, id)
  }

  return {
    expand,
    refresh,
    save,

    async search(query: string, limit: number, ask: Ask): Promise<FoundArtistView[]> {
      const { found, unavailable, asked } = await lookup.search(query, limit, ask)
      if (asked === 0 && unavailable.length > 0) throw unanswered(unavailable)
      return lookup.views(found)
    },

    /** Finds, keeps and completes an artist: answers at once, the work goes on. */
    async autoDownload(viewer: Viewer, query: Expand, ask: Ask) {
      const text = query.q ?? query.ref
      if (!text) throw new AppError('MISSING_PARAMETER', { details: 'q or ref' })
      const asked = query.q ? await lookup.search(query.q, 10, ask) : { found: [], unavailable: [], asked: 0 }
      const artists = await lookup.views(asked.found)
      const ref = query.ref ?? artists[0]?.ref
      const base = { query: text, user_id: viewer.id, artists, expand_library: query.expand_library }
      if (!ref) {
        const message = asked.asked === 0 && asked.unavailable.length > 0 ? 'Nobody could be asked' : 'No artist found'
        const none = { main_artist_processed: null, library_expansion: null, message }
        return { ...base, ...none, unavailable: asked.unavailable }
      }
      const resolved = await lookup.resolve(viewer, ref, ask)
      const { name, ids } = resolved.ref
      const source = Object.keys(ids)[0] ?? 'user'
      const id = resolved.local ?? (await known.saveArtist({ name, ids, source }))
      const run = await expand(viewer, { local: id, ref: resolved.ref }, query.expand_library ? query.similar : 0)
      const row = await deps.artist(viewer, id)
      const main = {
        id,
        name: row.name,
        spotify_id: row.spotify_id,
        followers: artists[0]?.followers.total ?? row.followers,
      }
      return { ...base, main_artist_processed: main, library_expansion: run, unavailable: asked.unavailable }
    },

    /** The artist page; the biography in the reader's language where there is one. */
    async profile(viewer: Viewer, text: string, language: Language) {
      const id = await lookup.localId(text)
      const [artist, active, bio, { facts, ...rest }] = await Promise.all([
        deps.artist(viewer, id),
        runOf(viewer, id),
        known.textOf('artist', id, language),
        artistProfile({ db, known, views }, viewer.id, id),
      ])
      const run = active ?? (rest.stale ? await refreshOnVisit(viewer, id, artist.name) : null)
      return { artist: { ...artist, ...facts, ...(bio && bioIn(bio)) }, ...rest, run }
    },

    /** How many albums are owned, by release type. */
    async ownership(viewer: Viewer, text: string) {
      const { id } = await lookup.local(viewer, text)
      return { ownership: ownershipCounts(await known.ownership(id, viewer.id)) }
    },
    refreshWhenStale,

    async localOrNull(viewer: Viewer, text: string): Promise<ArtistRow | null> {
      const id = await known.resolveRef('artist', text)
      return id === null ? null : deps.artist(viewer, id)
    },

    /** Albums from the database; what is not there yet comes in the background. */
    async albums(viewer: Viewer, text: string, refreshNow: boolean, ask: Ask) {
      const { local, ref } = await lookup.resolve(viewer, text, ask)
      const id = local ?? (await save(viewer, text, ask)).id
      if (refreshNow) await refresh(viewer, id, ref.name, true)
      else await refreshWhenStale(viewer, id)
      return albumLines(deps, viewer.id, id)
    },

    async enrichBio(viewer: Viewer, id: number, ask: Ask) {
      const { ref } = await lookup.local(viewer, String(id))
      const { found, unavailable, asked } = await biographiesOf(providers, ref, ask)
      if (found.length === 0 && asked === 0) throw unanswered(unavailable)
      await saveProse(known, 'artist', id, found)
      const message = found.length > 0 ? 'Biography updated' : 'Nobody has a biography: what was there stays'
      return { message, artist: await deps.artist(viewer, id) }
    },

    async refreshData(viewer: Viewer, text: string) {
      const { id, ref } = await lookup.local(viewer, text, 'Artist not found locally. Save artist first.')
      const run = await refresh(viewer, id, ref.name, true)
      const nothing = { new_albums: 0, new_tracks: 0 }
      return { message: 'Refresh started', new_content_discovered: nothing, data_freshened: false, run }
    },

    /** The list of albums now, tracks later. */
    async syncDiscography(viewer: Viewer, text: string, ask: Ask) {
      const { id, ref } = await lookup.local(viewer, text, 'Artist not saved locally')
      const before = await countsOf(db, id)
      const grown = await growArtist(deps, ref, { ask, contents: false, artistId: id })
      if (!grown) throw new AppError('NOT_FOUND', { details: 'Artist not saved locally' })
      const run = await refresh(viewer, id, ref.name, true)
      return { processed: grown.albums, synced: grown.albums - before.albums, run }
    },

    /** Everything, in the background. */
    async saveAll(viewer: Viewer, text: string, ask: Ask) {
      const resolved = await lookup.resolve(viewer, text, ask)
      const { name, ids } = resolved.ref
      const source = Object.keys(ids)[0] ?? 'user'
      const id = resolved.local ?? (await known.saveArtist({ name, ids, source }))
      const run = await expand(viewer, { local: id, ref: resolved.ref }, 0)
      return { run, artist: await deps.artist(viewer, id), ...(await countsOf(db, id)) }
    },
  }
}

const bioIn = ({ language, summary, content, url }: Text) => ({
  ...{ bio_summary: summary, bio_content: content, bio_url: url, bio_language: language },
})
