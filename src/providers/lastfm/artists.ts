import type {
  ArtistRef,
  Ask,
  Biography,
  FoundTrack,
  Genre,
  Genres,
  Ids,
  Popularity,
  SimilarArtist,
  SimilarArtists,
  TopTracks,
} from '../ports.ts'
import { KEEP, type Read } from './call.ts'
import { languagesOf, proseOf } from './prose.ts'
import { artistInfo, similarArtists, topTags, topTracks, trackInfo } from './shapes.ts'

const MBID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i
const MOST = 250
const MOST_TAGS = 50
/** Tags that say what people did, not what it sounds like. */
const NO_GENRE = /^(seen live|all|favou?rites?( artists)?|albums i own|spotify|under \d+ listeners)$/i

/** Last.fm knows artists by their names; its MusicBrainz ids often miss. */
const named = ({ name, ids }: ArtistRef) => (name ? { artist: name, autocorrect: 1 } : { mbid: ids.musicbrainz ?? '' })
const idsOf = (mbid: string): Ids => (MBID.test(mbid) ? { musicbrainz: mbid.toLowerCase() } : {})

/** The same question for the English text and for the counts, so that it is asked once. */
const infoOf = (read: Read, artist: ArtistRef, lang: string, ask: Ask) =>
  read({ method: 'artist.getInfo', query: { ...named(artist), lang }, schema: artistInfo, keep: KEEP.bio }, ask)

export const biographyOf = (read: Read): Biography => ({
  async biography(artist, languages, ask) {
    for (const language of languagesOf(languages)) {
      const found = await infoOf(read, artist, language, ask)
      if (!found) return null
      const prose = proseOf(found.artist.bio, language, found.artist.url)
      if (prose) return prose
    }
    return null
  },
})

export const similarOf = (read: Read): SimilarArtists => ({
  async similar(artist, limit, ask) {
    const query = { ...named(artist), limit: Math.min(limit, MOST) }
    const found = await read({ method: 'artist.getSimilar', query, schema: similarArtists, keep: KEEP.tags }, ask)
    const byName = new Map<string, SimilarArtist>()
    for (const { name, mbid, match } of found?.similarartists?.artist ?? []) {
      const score = Math.min(1, Math.max(0, match ?? 0))
      const known = byName.get(name.toLowerCase())
      if (name && (known?.score ?? -1) < score) byName.set(name.toLowerCase(), { name, ids: idsOf(mbid), score })
    }
    return [...byName.values()].sort((a, b) => b.score - a.score).slice(0, limit)
  },
})

export const genresOf = (read: Read): Genres => ({
  async genres(artist, ask) {
    const found = await read(
      { method: 'artist.getTopTags', query: named(artist), schema: topTags, keep: KEEP.tags },
      ask,
    )
    const tags = (found?.toptags?.tag ?? [])
      .flatMap(({ name, count }) => (name && count && count > 0 && !NO_GENRE.test(name) ? [{ name, count }] : []))
      .sort((a, b) => b.count - a.count)
    const most = tags[0]?.count ?? 1
    return tags
      .slice(0, MOST_TAGS)
      .map(({ name, count }): Genre => ({ name: name.toLowerCase(), weight: count / most }))
  },
})

export const popularityOf = (read: Read): Popularity => ({
  async ofArtist(artist, ask) {
    const stats = (await infoOf(read, artist, 'en', ask))?.artist.stats
    return stats ? { popularity: null, followers: null, listeners: stats.listeners, plays: stats.playcount } : null
  },
  async ofTrack({ artist, title }, ask) {
    const query = { artist, track: title, autocorrect: 1 }
    const found = await read({ method: 'track.getInfo', query, schema: trackInfo, keep: KEEP.top }, ask)
    if (!found) return null
    const { listeners, playcount } = found.track
    return { popularity: null, followers: null, listeners, plays: playcount }
  },
})

/** Without ids: those that Last.fm has for tracks are old ones of releases as often as of recordings. */
const trackOf = (title: string, name: string, ids: Ids): FoundTrack => ({
  title,
  ids: {},
  disc: 1,
  position: null,
  durationMs: null,
  isrcs: [],
  explicit: null,
  credits: [{ name, ids, role: 'main', joinPhrase: '' }],
  popularity: null,
})

export const topTracksOf = (read: Read): TopTracks => ({
  async topTracks(artist, limit, ask) {
    const query = { ...named(artist), limit }
    const found = await read({ method: 'artist.getTopTracks', query, schema: topTracks, keep: KEEP.top }, ask)
    return (found?.toptracks?.track ?? [])
      .filter(({ name }) => name)
      .slice(0, limit)
      .map((track) => trackOf(track.name, track.artist?.name || artist.name, idsOf(track.artist?.mbid ?? '')))
  },
})
